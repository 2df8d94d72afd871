import { itemsOf, pagesOf } from '@echolot/instrument'
import { checkSurvey, shownItems } from '@echolot/routing'
import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../source-file.ts'
import { readQsf } from './read-qsf.ts'
import { asked, choices, chosen, inBlock, logic, qsfFile } from './survey.testing.ts'

const itemIn = (file: SourceFile, name: string) =>
  itemsOf(readQsf(file).instrument).find((item) => item.name === name)
const shownIn = (file: SourceFile, answers: Readonly<Record<string, unknown>>) =>
  shownItems(readQsf(file).instrument, answers)
const errorsIn = (file: SourceFile) =>
  checkSurvey(readQsf(file).instrument).filter(({ severity }) => severity === 'error')
const faultOf = (text: string): unknown => {
  try {
    readQsf({ name: 'odd.qsf', bytes: new TextEncoder().encode(text) })
    return 'read'
  } catch (error) {
    return error
  }
}
const yesNo = asked('QID1', choices('Yes', 'No'))
const words = (id: string, more = {}) =>
  asked(id, { QuestionType: 'TE', Selector: 'SL', SubSelector: undefined, ...more })

describe('readQsf', () => {
  it('makes pages of blocks and page breaks, in the order of the flow', () => {
    const { instrument } = readQsf(
      qsfFile({
        questions: [yesNo, words('QID2'), words('QID3')],
        blocks: [inBlock('BL_1', ['QID1', '-', 'QID2']), inBlock('BL_2', ['QID3'])],
        flow: [
          { Type: 'Standard', ID: 'BL_2' },
          { Type: 'Block', ID: 'BL_1' },
        ],
      }),
    )
    expect(
      pagesOf(instrument).map(({ json }) =>
        (json.elements as { name: string }[]).map(({ name }) => name),
      ),
    ).toEqual([['Q3'], ['Q1'], ['Q2']])
  })

  it('keeps recoded values, and what is typed beside a choice', () => {
    const file = qsfFile({
      questions: [
        asked('QID1', {
          Choices: { 1: { Display: 'Yes' }, 4: { Display: 'Other', TextEntry: 'true' } },
          ChoiceOrder: ['4', '1'],
          RecodeValues: { 1: '10', 4: '97' },
        }),
      ],
    })
    expect(itemIn(file, 'Q1')?.choices.map(({ value }) => value)).toEqual([97, 10])
    expect(shownIn(file, { Q1: 97 })).toEqual(['Q1', 'Q1_97_TEXT'])
    expect(shownIn(file, { Q1: 10 })).toEqual(['Q1'])
    expect(errorsIn(file)).toEqual([])
  })

  it('binds “and” tighter than “or” in display logic', () => {
    const file = qsfFile({
      questions: [
        yesNo,
        asked('QID2', choices('A', 'B')),
        words('QID3', {
          DisplayLogic: logic(
            chosen('QID1', 1),
            chosen('QID1', 2, { Conjuction: 'Or' }),
            chosen('QID2', 1, { Conjuction: 'And' }),
          ),
        }),
      ],
    })
    const isShown = (Q1: number, Q2: number) => shownIn(file, { Q1, Q2 }).includes('Q3')
    expect([isShown(1, 2), isShown(2, 2), isShown(2, 1)]).toEqual([true, false, true])
  })

  it('shows the pages of a branch, and nothing after an end inside one', () => {
    const file = qsfFile({
      questions: [yesNo, words('QID2'), words('QID3')],
      blocks: [inBlock('BL_1', ['QID1']), inBlock('BL_2', ['QID2']), inBlock('BL_3', ['QID3'])],
      flow: [
        { Type: 'Block', ID: 'BL_1' },
        {
          Type: 'Branch',
          FlowID: 'FL_2',
          BranchLogic: logic(chosen('QID1', 2)),
          Flow: [
            { Type: 'Block', ID: 'BL_2' },
            { Type: 'EndSurvey', FlowID: 'FL_3' },
          ],
        },
        { Type: 'Block', ID: 'BL_3' },
      ],
    })
    expect(shownIn(file, { Q1: 1 })).toEqual(['Q1', 'Q3'])
    expect(shownIn(file, { Q1: 2 })).toEqual(['Q1', 'Q2'])
  })

  it('leaves out what a skip jumps over, up to its goal', () => {
    const skip = (to: string) => ({
      Type: 'Question',
      QuestionID: 'QID1',
      SkipLogic: [
        {
          ChoiceLocator: 'q://QID1/SelectableChoice/2',
          Condition: 'Selected',
          SkipToDestination: to,
        },
      ],
    })
    const file = (to: string) =>
      qsfFile({
        questions: [yesNo, words('QID2'), words('QID3'), words('QID4')],
        blocks: [inBlock('BL_1', [skip(to), 'QID2', 'QID3']), inBlock('BL_2', ['QID4'])],
      })
    expect(shownIn(file('QID3'), { Q1: 2 })).toEqual(['Q1', 'Q3', 'Q4'])
    expect(shownIn(file('ENDOFBLOCK'), { Q1: 2 })).toEqual(['Q1', 'Q4'])
    expect(shownIn(file('ENDOFSURVEY'), { Q1: 2 })).toEqual(['Q1'])
    expect(shownIn(file('ENDOFSURVEY'), { Q1: 1 })).toEqual(['Q1', 'Q2', 'Q3', 'Q4'])
  })

  it('offers carried choices once they are chosen', () => {
    const file = qsfFile({
      questions: [
        asked('QID1', { Selector: 'MAVR', ...choices('Bus', 'Train') }),
        asked('QID2', {
          QuestionType: 'Matrix',
          Selector: 'Likert',
          SubSelector: 'SingleAnswer',
          Choices: [],
          ChoiceOrder: [],
          Answers: { 1: { Display: 'Good' }, 2: { Display: 'Bad' } },
          AnswerOrder: [1, 2],
          DynamicChoices: { Type: 'Dynamic', Locator: 'q://QID1/ChoiceGroup/SelectedChoices' },
        }),
      ],
    })
    expect(shownIn(file, { Q1: [2] })).toEqual(['Q1', 'Q2', 'Q2_x2'])
    expect(errorsIn(file)).toEqual([])
  })

  it('computes embedded data where the flow sets it, and declares the rest', () => {
    const file = qsfFile({
      questions: [
        yesNo,
        words('QID2', {
          DisplayLogic: logic({
            LogicType: 'EmbeddedField',
            LeftOperand: 'arm',
            Operator: 'EqualTo',
            RightOperand: 'b',
          }),
        }),
        words('QID3', {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: Qualtrics writes it so
          QuestionText: 'Dear ${e://Field/first}, about ${q://QID1/ChoiceGroup/SelectedChoices}',
        }),
      ],
      blocks: [inBlock('BL_1', ['QID1']), inBlock('BL_2', ['QID2', 'QID3'])],
      flow: [
        { Type: 'Block', ID: 'BL_1' },
        {
          Type: 'EmbeddedData',
          EmbeddedData: [
            { Type: 'Custom', Field: 'arm', Value: 'a' },
            { Type: 'Recipient', Field: 'first' },
          ],
        },
        {
          Type: 'Branch',
          BranchLogic: logic(chosen('QID1', 1)),
          Flow: [
            { Type: 'EmbeddedData', EmbeddedData: [{ Type: 'Custom', Field: 'arm', Value: 'b' }] },
          ],
        },
        { Type: 'Block', ID: 'BL_2' },
      ],
    })
    expect(shownIn(file, { Q1: 1 })).toEqual(['Q1', 'Q2', 'Q3'])
    expect(shownIn(file, { Q1: 2 })).toEqual(['Q1', 'Q3'])
    const { instrument } = readQsf(file)
    expect(instrument.context?.map(({ name }) => name)).toEqual(['first'])
    expect(itemIn(file, 'Q3')?.title).toBe('Dear {first}, about {Q1}')
    expect(errorsIn(file)).toEqual([])
  })

  it('asks once more where a response is requested, and insists where it is forced', () => {
    const force = (ForceResponseType: string) => ({
      Validation: { Settings: { ForceResponse: 'ON', ForceResponseType, Type: 'None' } },
    })
    const { instrument } = readQsf(
      qsfFile({ questions: [words('QID1', force('ON')), words('QID2', force('RequestResponse'))] }),
    )
    expect(itemsOf(instrument).map(({ required }) => required)).toEqual([true, false])
    expect(instrument.variables.map(({ reminder }) => reminder)).toEqual([undefined, 'once'])
  })

  it('takes translations over as drafts', () => {
    const file = qsfFile({
      questions: [
        {
          ...yesNo,
          Language: {
            DE: { QuestionText: 'Ja?', Choices: { 1: { Display: 'Ja' }, 2: { Display: 'Nein' } } },
          },
        },
      ],
    })
    expect(itemIn(file, 'Q1')?.title).toEqual({ default: 'About QID1', de: 'Ja?' })
    expect(itemIn(file, 'Q1')?.choices[1]?.text).toEqual({ default: 'No', de: 'Nein' })
    expect(readQsf(file).instrument.languages[1]).toEqual({
      tag: 'de',
      status: 'draft',
      live: false,
    })
  })

  it.each([
    [
      'Slider',
      'HSLIDER',
      { ...choices('Warm', 'Cold'), Configuration: { CSSliderMin: 0, CSSliderMax: 10 } },
      ['Q9_1', 'Q9_2'],
    ],
    ['RO', 'DND', choices('A', 'B'), ['Q9']],
    ['CS', 'HBAR', choices('A', 'B'), ['Q9']],
    ['TE', 'FORM', choices('Street', 'Town'), ['Q9']],
    ['Matrix', 'TE', { ...choices('Row'), Answers: { 1: { Display: 'Column' } } }, ['Q9']],
    ['MC', 'NPS', {}, ['Q9']],
    ['DB', 'TB', {}, []],
    ['Timing', 'PageTimer', {}, []],
    ['FileUpload', 'FileUpload', {}, []],
    ['SomethingNew', 'X', {}, ['Q9']],
  ] as const)('reads type %s %s', (QuestionType, Selector, more, names) => {
    const file = qsfFile({
      questions: [
        yesNo,
        asked('QID9', { QuestionType, Selector, SubSelector: undefined, ...more }),
      ],
    })
    expect(shownIn(file, {})).toEqual(['Q1', ...names])
    expect(errorsIn(file)).toEqual([])
  })

  it('names what it cannot say, and shows the question', () => {
    const file = qsfFile({
      questions: [
        yesNo,
        words('QID2', {
          DisplayLogic: logic({ LogicType: 'Quota', LeftOperand: 'QO_1', Operator: 'QuotaMet' }),
        }),
      ],
    })
    expect(shownIn(file, {})).toEqual(['Q1', 'Q2'])
    expect(readQsf(file).losses).toContainEqual(
      expect.objectContaining({
        fate: 'dropped',
        path: 'question Q2 (QID2)',
        what: 'display logic',
      }),
    )
  })

  it.each([
    ['no JSON', 'PK\u0003\u0004'],
    ['broken JSON', '{"SurveyEntry": {,}'],
    ['other JSON', '{"pages": []}'],
    ['deep nesting', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ])('refuses %s quickly', (_, text) => {
    const before = performance.now()
    expect(faultOf(text)).toMatchObject({ type: 'file-unreadable' })
    expect(performance.now() - before).toBeLessThan(1000)
  })

  it('takes the prototype for a name like any other', () => {
    const text =
      '{"SurveyEntry":{"SurveyName":"x","__proto__":{"polluted":1}},"SurveyElements":[{"Element":"SQ","Payload":{"QuestionID":"__proto__","QuestionType":"MC","Choices":{"__proto__":{"Display":"a"}}}},{"Element":"BL","Payload":[{"ID":"__proto__","BlockElements":[{"Type":"Question","QuestionID":"__proto__"}]}]},{"Element":"FL","Payload":{"Flow":[{"Type":"Block","ID":"__proto__"}]}}]}'
    expect(faultOf(text)).toBe('read')
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
  })
})
