import { itemsOf, pagesOf } from '@echolot/instrument'
import { checkSurvey, shownItems } from '@echolot/routing'
import { describe, expect, it } from 'vitest'
import { readLss } from './read-lss.ts'
import { lssFile, part, question, type TestRow } from './survey.testing.ts'

const group: TestRow = { gid: 1, sid: 1, group_name: 'Only', group_order: 0, language: 'en' }
const bytes = (text: string) => ({ name: 'odd.lss', bytes: new TextEncoder().encode(text) })
const faultOf = (text: string): unknown => {
  try {
    readLss(bytes(text))
    return 'read'
  } catch (error) {
    return error
  }
}
const itemIn = (file: ReturnType<typeof lssFile>, name: string) =>
  itemsOf(readLss(file).instrument).find((item) => item.name === name)

describe('readLss', () => {
  it('makes pages of groups and keeps their order and condition', () => {
    const { instrument } = readLss(
      lssFile({
        groups: [
          { ...group, gid: 2, group_name: 'Later', group_order: 1, grelevance: 'work.NAOK == "Y"' },
          group,
        ],
        questions: [
          question(10, { type: 'Y', title: 'work' }),
          question(11, { type: 'N', title: 'hours', gid: 2 }),
        ],
      }),
    )
    expect(pagesOf(instrument).map(({ json }) => [json.title, json.visibleIf])).toEqual([
      ['Only', undefined],
      ['Later', "{work} = 'Y'"],
    ])
    expect(checkSurvey(instrument).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('turns answer codes that are whole numbers into numbers, in conditions too', () => {
    const file = lssFile({
      groups: [group],
      questions: [
        question(10, { type: 'L', title: 'job' }),
        question(11, { type: 'S', title: 'which', relevance: 'job == "2"' }),
      ],
      answers: ['1', '2'].map((code) => ({
        qid: 10,
        code,
        answer: `Job ${code}`,
        sortorder: code,
        language: 'en',
      })),
    })
    expect(itemIn(file, 'job')?.choices.map(({ value }) => value)).toEqual([1, 2])
    expect(itemIn(file, 'which')?.conditions).toEqual(['{job} = 2'])
  })

  it('asks of a ticked box whether it is ticked', () => {
    const file = lssFile({
      groups: [group],
      questions: [
        question(10, { type: 'M', title: 'help' }),
        question(11, {
          type: 'S',
          title: 'no',
          relevance: 'help_B.NAOK != "Y" and !is_empty(help_A.NAOK)',
        }),
        question(12, { type: 'S', title: 'two', relevance: 'count(help_A, help_B) >= 2' }),
      ],
      subquestions: [part(20, 10, 'A'), part(21, 10, 'B')],
    })
    const { instrument } = readLss(file)
    expect(shownItems(instrument, { help: ['A'] })).toEqual(['help', 'q_no'])
    expect(shownItems(instrument, { help: ['A', 'B'] })).toEqual(['help', 'two'])
  })

  it('lets a formula without NAOK fail while the question it names is hidden', () => {
    const questions = (relevance: string) => [
      question(10, { type: 'Y', title: 'work' }),
      question(11, { type: 'Y', title: 'shifts', relevance: 'work == "Y"' }),
      question(12, { type: 'S', title: 'rest', relevance }),
    ]
    const shown = (relevance: string, work: string) =>
      shownItems(
        readLss(lssFile({ groups: [group], questions: questions(relevance) })).instrument,
        { work },
      )
    expect(shown('shifts != "Y"', 'N')).toEqual(['work'])
    expect(shown('shifts != "Y"', 'Y')).toEqual(['work', 'shifts', 'rest'])
    expect(shown('shifts.NAOK != "Y"', 'N')).toEqual(['work', 'rest'])
  })

  it('reads conditions of the days before formulas: any scenario, all questions, one of the values', () => {
    const condition = (qid: number, field: string, value: string, scenario: number) => ({
      qid,
      cqid: 10,
      cfieldname: field,
      method: '==',
      value,
      scenario,
    })
    const { instrument } = readLss(
      lssFile(
        {
          groups: [group],
          questions: [
            question(10, { type: 'L', title: 'job' }),
            question(11, { type: 'Y', title: 'own' }),
            question(12, { type: 'S', title: 'more', relevance: '' }),
          ],
          answers: ['1', '2', '3'].map((code) => ({
            qid: 10,
            code,
            answer: code,
            sortorder: code,
            language: 'en',
          })),
          conditions: [
            condition(12, '1X1X10', '1', 1),
            condition(12, '1X1X10', '2', 1),
            { ...condition(12, '1X1X11', 'Y', 1), cqid: 11 },
            condition(12, '1X1X10', '3', 2),
          ],
        },
        { version: 130 },
      ),
    )
    const isShown = (job: number, own: string) =>
      shownItems(instrument, { job, own }).includes('more')
    expect([isShown(1, 'Y'), isShown(2, 'Y'), isShown(1, 'N'), isShown(3, 'N')]).toEqual([
      true,
      true,
      false,
      true,
    ])
  })

  it('offers rows that another question filters only once they are named there', () => {
    const file = lssFile({
      groups: [group],
      questions: [
        question(10, { type: 'M', title: 'used' }),
        question(11, { type: 'A', title: 'rated' }),
      ],
      subquestions: [part(20, 10, 'A'), part(21, 10, 'B'), part(22, 11, 'A'), part(23, 11, 'B')],
      question_attributes: [{ qid: 11, attribute: 'array_filter', value: 'used' }],
    })
    const { instrument } = readLss(file)
    expect(shownItems(instrument, { used: ['B'] })).toEqual(['used', 'rated', 'rated_B'])
  })

  it('brings all languages, the base language first, from old and new tables', () => {
    const old = lssFile(
      {
        groups: [group, { ...group, language: 'de', group_name: 'Einzige' }],
        questions: [
          question(10, { type: 'S', title: 'city', language: 'de', question: 'Welche Stadt?' }),
          question(10, { type: 'S', title: 'city', question: 'Which city?' }),
        ],
      },
      { languages: ['en', 'de'] },
    )
    const recent = lssFile(
      {
        groups: [{ gid: 1, group_order: 0 }],
        group_l10ns: [{ gid: 1, group_name: 'Only', language: 'en' }],
        questions: [{ qid: 10, parent_qid: 0, gid: 1, type: 'S', title: 'city', relevance: 1 }],
        question_l10ns: [
          { qid: 10, question: 'Welche Stadt?', language: 'de' },
          { qid: 10, question: 'Which city?', language: 'en' },
        ],
      },
      { languages: ['en', 'de'] },
    )
    for (const file of [old, recent]) {
      expect(itemIn(file, 'city')?.title).toEqual({ default: 'Which city?', de: 'Welche Stadt?' })
      expect(readLss(file).instrument.languages.map(({ tag, live }) => [tag, live])).toEqual([
        ['en', true],
        ['de', false],
      ])
    }
  })

  it('quotes answers in texts, and computes what texts calculate', () => {
    const { instrument, losses } = readLss(
      lssFile({
        groups: [group],
        questions: [
          question(10, { type: 'N', title: 'kids' }),
          question(11, {
            type: 'S',
            title: 'who',
            question: '<p>You have {kids.shown} of {kids + 1}, {TOKEN:FIRSTNAME}</p>',
          }),
        ],
      }),
    )
    expect(itemsOf(instrument).find(({ name }) => name === 'who')?.title).toBe(
      'You have {kids} of {text_1}, [TOKEN:FIRSTNAME]',
    )
    expect(instrument.survey.calculatedValues).toEqual([
      { name: 'text_1', expression: '{kids} + 1' },
    ])
    expect(losses.find(({ what }) => what.includes('TOKEN'))).toMatchObject({
      fate: 'dropped',
      path: 'question who',
    })
  })

  it('reports a formula it cannot read with its place, and shows the question', () => {
    const { instrument, losses } = readLss(
      lssFile({
        groups: [group],
        questions: [question(10, { type: 'S', title: 'odd', relevance: 'rand(1, 2) == 1' })],
      }),
    )
    expect(shownItems(instrument, {})).toEqual(['odd'])
    expect(losses).toContainEqual(
      expect.objectContaining({
        fate: 'dropped',
        path: 'question odd',
        what: 'relevance “rand(1, 2) == 1”',
      }),
    )
  })

  it('gives names that data files take, and says so', () => {
    const { instrument, losses } = readLss(
      lssFile({
        groups: [group],
        questions: [
          question(10, { type: 'S', title: '1st' }),
          question(11, { type: 'S', title: 'with' }),
        ],
      }),
    )
    expect(itemsOf(instrument).map(({ name }) => name)).toEqual(['q_1st', 'q_with'])
    expect(
      losses.filter(({ what }) => what.startsWith('question code')).map(({ target }) => target),
    ).toEqual(['/survey/pages/0/elements/0', '/survey/pages/0/elements/1'])
  })

  it.each([
    ['no XML', 'hello', 'line 1'],
    [
      'broken XML',
      '<document><a></document>',
      "line 1, column 14: Closing tag 'document' is expected to be closed",
    ],
    ['another root', '<survey/>', 'the root element'],
    [
      'a group',
      '<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>',
      'LimeSurveyDocType “Group”',
    ],
  ])('refuses %s with its place', (_, text, place) => {
    const fault = faultOf(text) as {
      readonly type: string
      readonly details: { readonly place: string }
    }
    expect(fault.type).toBe('file-unreadable')
    expect(fault.details.place.slice(0, 12)).toBe(place.slice(0, 12))
  })

  it.each([
    [
      'entities that multiply',
      `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><document>&b;</document>`,
    ],
    [
      'entities behind a comment',
      `<?xml version="1.0"?><!-- x --><!DOCTYPE a SYSTEM "file:///etc/passwd"><document/>`,
    ],
    [
      'entities far behind the beginning',
      `<?xml version="1.0"?>${' '.repeat(5_000)}<!DOCTYPE a [<!ENTITY a "aaaa">]><document>&a;</document>`,
    ],
    ['deep nesting', `<document>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</document>`],
    [
      'the prototype as a table',
      '<document><__proto__><rows><row><x>1</x></row></rows></__proto__></document>',
    ],
  ])('refuses %s quickly', (_, text) => {
    const before = performance.now()
    expect(faultOf(text)).toMatchObject({ type: 'file-unreadable' })
    expect(performance.now() - before).toBeLessThan(1500)
    expect(({} as { readonly rows?: unknown }).rows).toBeUndefined()
  })
})
