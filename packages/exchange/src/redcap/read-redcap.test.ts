import { itemsOf } from '@echolot/instrument'
import { Problem } from '@echolot/problem'
import { checkSurvey, shownItems } from '@echolot/routing'
import { SurveyModel } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { readRedcap } from './read-redcap.ts'

const HEAD =
  'Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"Choices, Calculations, OR Slider Labels",Field Note,Text Validation Type OR Show Slider Number,Text Validation Min,Text Validation Max,Identifier?,Branching Logic (Show field only if...),Required Field?,Custom Alignment,Question Number (surveys only),Matrix Group Name,Matrix Ranking?,Field Annotation'
const dictionary = (...lines: readonly (readonly string[])[]) => ({
  name: 'study_dictionary.csv',
  bytes: new TextEncoder().encode(
    `\uFEFF${[HEAD, ...lines.map((line) => Array.from({ length: 18 }, (_, place) => `"${(line[place] ?? '').replaceAll('"', '""')}"`).join(','))].join('\r\n')}`,
  ),
})
const field = (
  name: string,
  type: string,
  label: string,
  more: Partial<
    Record<
      | 'form'
      | 'header'
      | 'choices'
      | 'note'
      | 'validation'
      | 'min'
      | 'max'
      | 'identifier'
      | 'logic'
      | 'required'
      | 'alignment'
      | 'matrix'
      | 'annotation',
      string
    >
  > = {},
) => [
  name,
  more.form ?? 'about_you',
  more.header ?? '',
  type,
  label,
  more.choices ?? '',
  more.note ?? '',
  more.validation ?? '',
  more.min ?? '',
  more.max ?? '',
  more.identifier ?? '',
  more.logic ?? '',
  more.required ?? '',
  more.alignment ?? '',
  '',
  more.matrix ?? '',
  '',
  more.annotation ?? '',
]
const AGREE = '1, agree | 2, neither | 3, do not agree'

const file = dictionary(
  field('record_id', 'text', 'Study ID'),
  field('full_name', 'text', 'Name', { identifier: 'y', header: '<b>About you</b>' }),
  field('born', 'text', 'Born', { validation: 'date_dmy', max: '2010-12-31' }),
  field('age', 'calc', 'Age', { choices: "rounddown(datediff([born],'today','y'))" }),
  field('job', 'radio', 'Do you work?', {
    choices: '1, Yes | 0, No',
    required: 'y',
    alignment: 'RH',
  }),
  field('hours', 'text', 'Hours', {
    validation: 'integer',
    min: '1',
    max: '80',
    logic: "[job] = '1'",
  }),
  field('helps', 'checkbox', 'Help, of any kind', {
    choices: '1, Housing, rent | 2, Education | 99, None',
  }),
  field('which', 'notes', 'Which? [hours] hours', {
    logic: "([helps(1)] = '1' or [helps(2)]=1) and [helps(99)] <> '1'",
    annotation: "@PLACEHOLDER='in short' @CHARLIMIT=200",
  }),
  field('none', 'descriptive', 'You get <i>no</i> help.<script>x()</script>', {
    logic: "[helps(1)] = '0' and [helps(2)] = '0'",
  }),
  field('v_money', 'radio', 'Money is short', {
    form: 'views',
    header: 'How much do you agree?',
    choices: AGREE,
    matrix: 'views_m',
  }),
  field('v_time', 'radio', 'Time is short', {
    form: 'views',
    choices: AGREE,
    matrix: 'views_m',
    logic: '[hours] > 20',
  }),
  field('worry', 'yesno', 'Do you worry?', {
    form: 'views',
    logic: "[v_money] <= 2 and [job] <> ''",
  }),
  field('mood', 'slider', 'Mood', { form: 'views', choices: 'low | | high' }),
  field('scan', 'file', 'Upload', { form: 'views' }),
  field('odd', 'hologram', 'Odd', { form: 'views', logic: "[scan] = '1'" }),
  field('late', 'truefalse', 'Late?', {
    form: 'views',
    logic: "[event_1_arm_1][job] = '1'",
    annotation: '@HIDDEN @FUTURE',
  }),
)

describe('readRedcap', () => {
  const { instrument, losses } = readRedcap(file)
  const item = (name: string) => itemsOf(instrument).find((one) => one.name === name)

  it('loads in survey-core without a complaint and passes the check', () => {
    expect(new SurveyModel(instrument.survey).jsonErrors ?? []).toEqual([])
    expect(checkSurvey(instrument).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('makes forms pages, headers panels and radio groups matrices', () => {
    expect(instrument.survey.pages).toMatchObject([
      { name: 'about_you', title: 'About you', elements: [{ type: 'panel', title: 'About you' }] },
      {
        name: 'views',
        elements: [
          {
            type: 'panel',
            elements: [{ type: 'matrix' }, { name: 'worry' }, { type: 'slider' }, { name: 'late' }],
          },
        ],
      },
    ])
    expect(item('m_views_m')?.rows.map(({ value }) => value)).toEqual(['v_money', 'v_time'])
  })

  it('keeps validation, need, identifier and what action tags say', () => {
    expect(item('hours')).toMatchObject({ inputType: 'number', min: 1, max: 80, step: 1 })
    expect(item('born')).toMatchObject({ inputType: 'date', max: '2010-12-31' })
    expect(item('job')).toMatchObject({ required: true, json: { colCount: 0 } })
    expect(item('which')).toMatchObject({
      type: 'comment',
      maxLength: 200,
      json: { placeholder: 'in short', title: 'Which? {hours} hours' },
    })
    expect(item('late')).toMatchObject({ visible: false })
    expect(item('helps')?.choices[0]).toEqual({ value: 1, text: 'Housing, rent' })
    expect(
      instrument.variables
        .filter(({ sensitivity }) => sensitivity === 'direct')
        .map(({ name }) => name),
    ).toEqual(['full_name'])
  })

  it('asks nobody for the record, and leaves nothing that runs in texts', () => {
    expect(item('record_id')).toBeUndefined()
    expect(instrument.context).toEqual([{ name: 'record_id' }])
    expect(item('none')?.json.html).toBe('You get <i>no</i> help.')
  })

  it('shows what branching logic shows, for every mix of answers', () => {
    for (const job of [1, 0, undefined])
      for (const hours of [10, 30, undefined])
        for (const helps of [[1], [2], [1, 99], [99], undefined])
          for (const money of [1, 3, undefined]) {
            const answers: Record<string, unknown> = {}
            if (job !== undefined) answers.job = job
            if (hours !== undefined && job === 1) answers.hours = hours
            if (helps !== undefined) answers.helps = helps
            if (money !== undefined) answers.m_views_m = { v_money: money }
            const boxes = new Set(helps)
            const expected = {
              hours: job === 1,
              which: (boxes.has(1) || boxes.has(2)) && !boxes.has(99),
              v_time: job === 1 && (hours ?? 0) > 20,
              worry: money !== undefined && money <= 2 && job !== undefined,
            }
            const shown = shownItems(instrument, answers)
            for (const [name, isShown] of Object.entries(expected))
              expect(shown.includes(name), `${name} with ${JSON.stringify(answers)}`).toBe(isShown)
          }
  })

  it('computes whole years', () => {
    const model = new SurveyModel(instrument.survey)
    const year = new Date().getUTCFullYear()
    model.setValue('born', `${year - 40}-01-01`)
    expect(model.getValue('age')).toBe(40)
  })

  it('reports what has no counterpart, by field', () => {
    const lost = losses
      .filter(({ fate }) => fate === 'dropped')
      .map(({ path, what }) => `${path} ${what}`)
    expect(lost).toEqual([
      '[scan] field type “file”',
      '[odd] field type “hologram”',
      "[late] branching logic “[event_1_arm_1][job] = '1'”",
      '[late] annotation @FUTURE',
    ])
    for (const { fate, reason } of losses) if (fate !== 'kept') expect(reason).toBeTruthy()
  })

  it('names the place and the remedy when it is no dictionary', () => {
    for (const text of ['a,b\n1,2', '', '{}', `${HEAD}\n`])
      expect(() => readRedcap({ name: 'x.csv', bytes: new TextEncoder().encode(text) })).toThrow(
        Problem,
      )
  })

  it('reads the headers of the programming interface and semicolons', () => {
    const api = readRedcap({
      name: 'api.csv',
      bytes: new TextEncoder().encode(
        'field_name;form_name;section_header;field_type;field_label;select_choices_or_calculations\ncolour;f;;radio;Farbe;1, rot | 2, blau\n',
      ),
    })
    expect(itemsOf(api.instrument)).toMatchObject([
      { name: 'colour', type: 'radiogroup', choices: [{ value: 1 }, { value: 2 }] },
    ])
  })

  it('takes a matrix with a header between its rows apart, and says what an empty section was', () => {
    const { instrument: parted, losses: told } = readRedcap(
      dictionary(
        field('a', 'radio', 'A', { choices: AGREE, matrix: 'm' }),
        field('b', 'radio', 'B', { choices: AGREE, matrix: 'm', header: 'Second half' }),
        field('scan', 'file', 'Scan', { header: 'Papers' }),
        field('sum', 'calc', 'Sum', { choices: '[a] + [b]', note: 'of both', header: 'End' }),
      ),
    )
    expect(checkSurvey(parted).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(itemsOf(parted).map(({ name, type }) => [name, type])).toEqual([
      ['a', 'radiogroup'],
      ['b', 'radiogroup'],
      ['sum', 'expression'],
    ])
    expect(itemsOf(parted).at(-1)?.json.description).toBe('of both')
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ fate: 'dropped', path: '[scan]', what: 'section header' }),
      ]),
    )
  })
})
