// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForms write names that way.
import { itemsOf } from '@echolot/instrument'
import { Problem } from '@echolot/problem'
import { checkSurvey, shownItems } from '@echolot/routing'
import { SurveyModel } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { readXlsform } from './read-xlsform.ts'
import { workbookOf } from './workbook.testing.ts'

const CHOICES = [
  ['list_name', 'name', 'label::Deutsch (de)', 'label::English (en)', 'country'],
  ['yes_no', 'yes', 'Ja', 'Yes', ''],
  ['yes_no', 'no', 'Nein', 'No', ''],
  ['help', 1, 'Wohngeld', 'Housing', ''],
  ['help', 2, 'Bildung', 'Education', ''],
  ['help', 3, 'Nichts', 'Nothing', ''],
  ['land', 'de', 'Deutschland', 'Germany', ''],
  ['land', 'at', 'Österreich', 'Austria', ''],
  ['town', 'kiel', 'Kiel', 'Kiel', 'de'],
  ['town', 'graz', 'Graz', 'Graz', 'at'],
]
const SETTINGS = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['Haushalt', 'haushalt', '3', 'Deutsch (de)'],
]
const HEAD = [
  'Type',
  'NAME',
  'label::Deutsch (de)',
  'label::English (en)',
  'relevant',
  'required',
  'constraint',
  'constraint_message::Deutsch (de)',
  'calculation',
  'repeat_count',
  'choice_filter',
  'appearance',
  'default',
]
const household = () =>
  workbookOf({
    Survey: [
      HEAD,
      ['start', 'start'],
      ['select_one yes_no', 'job', 'Arbeiten Sie?', 'Do you work?', '', 'yes'],
      [],
      [
        'begin group',
        'work',
        'Arbeit',
        'Work',
        "${job} = 'yes'",
        '',
        '',
        '',
        '',
        '',
        '',
        'field-list',
      ],
      [
        'integer',
        'hours',
        'Stunden?',
        'Hours?',
        '',
        'true()',
        '. >= 1 and . <= 80',
        'Zwischen 1 und 80',
        '',
        '',
        '',
        '',
        40,
      ],
      ['decimal', 'wage', 'Lohn?', 'Wage?', '${hours} > 10 and not(${hours} >= 60)'],
      ['end group', ''],
      [
        'select_multiple help',
        'helps',
        'Hilfen?',
        'Help?',
        '',
        '',
        "not(selected(., '3') and count-selected(.) > 1)",
      ],
      [
        'text',
        'which',
        'Welche?',
        'Which?',
        "selected(${helps}, '2') or (selected(${helps}, '1') and ${job} != 'yes')",
      ],
      ['calculate', 'double', '', '', '', '', '', '', '${hours} * 2 + 1'],
      ['note', '', 'Sie sagten ${hours}\nStunden', 'You said ${hours}', '${double} > 100'],
      ['integer', 'children', 'Kinder?', 'Children?'],
      ['begin repeat', 'child', 'Kind', 'Child', '${children} > 0', '', '', '', '', '${children}'],
      ['integer', 'age', 'Alter?', 'Age?'],
      ['select_one yes_no', 'school', 'Schule?', 'School?', '${age} >= 6 and ${age} < 18'],
      ['end repeat', ''],
      ['select_one land', 'land', 'Land?', 'Country?'],
      ['select_one town', 'town', 'Ort?', 'Town?', '', '', '', '', '', '', 'country = ${land}'],
      ['date', 'born', 'Geboren?', 'Born?'],
      ['text', 'guardian', 'Vormund?', 'Guardian?', 'int((today() - ${born}) div 365.25) < 18'],
    ],
    choices: CHOICES,
    settings: SETTINGS,
  })

describe('readXlsform', () => {
  const { instrument, losses } = readXlsform(household())
  const shown = (answers: Record<string, unknown>) => shownItems(instrument, answers)

  it('loads in survey-core without a complaint and passes the check', () => {
    const model = new SurveyModel(instrument.survey)
    expect(model.jsonErrors ?? []).toEqual([])
    expect(checkSurvey(instrument).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('takes name, version and languages from the settings', () => {
    expect(instrument).toMatchObject({
      instrument: 'haushalt',
      version: '3',
      languages: [
        { tag: 'de', status: 'source', live: true },
        { tag: 'en', status: 'draft', live: false },
      ],
      survey: { title: 'Haushalt' },
    })
  })

  it('makes groups pages, what stands between them pages of their own, repeats repeated panels', () => {
    const pages = instrument.survey.pages as readonly {
      name: string
      elements: readonly { name: string; type: string }[]
    }[]
    expect(pages.map(({ elements }) => elements.map(({ name }) => name))).toEqual([
      ['job'],
      ['hours', 'wage'],
      ['helps', 'which', 'row_12', 'children'],
      ['child'],
      ['land', 'town', 'born', 'guardian'],
    ])
    expect(pages[1]).toMatchObject({
      name: 'work',
      title: { default: 'Arbeit', en: 'Work' },
      visibleIf: "{job} = 'yes'",
    })
    expect(instrument.panelCounts).toEqual([{ panel: 'child', from: 'children' }])
  })

  it('shows what the form shows, for every mix of answers', () => {
    for (const job of ['yes', 'no', undefined])
      for (const hours of [5, 20, 60, undefined])
        for (const helps of [[1], [2], [1, 2], [3], undefined]) {
          const answers = { job, hours, helps, children: 0 }
          const expected = [
            'job',
            // own reading of the form's conditions
            ...(job === 'yes' ? ['hours'] : []),
            ...(job === 'yes' && hours !== undefined && hours > 10 && !(hours >= 60)
              ? ['wage']
              : []),
            'helps',
            ...(helps?.includes(2) || (helps?.includes(1) && job !== 'yes') ? ['which'] : []),
            'children',
            'land',
            'town',
            'born',
          ]
          const given = Object.fromEntries(
            Object.entries(answers).filter(([, value]) => value !== undefined),
          )
          expect(
            shown(given).filter((name) => name !== 'guardian'),
            JSON.stringify(given),
          ).toEqual(expected)
        }
  })

  it('asks each entry of a repeat by its own answers', () => {
    const entries = [{ age: 3 }, { age: 6 }, { age: 18 }]
    expect(
      shown({ children: 3, child: entries }).filter((name) => /^(child|age|school)/.test(name)),
    ).toEqual(['children', 'child', 'age_1', 'age_2', 'school_2', 'age_3'])
  })

  it('counts whole days between two days', () => {
    const year = new Date().getUTCFullYear()
    expect(shown({ born: `${year - 10}-01-01` })).toContain('guardian')
    expect(shown({ born: `${year - 30}-01-01` })).not.toContain('guardian')
  })

  it('filters choices by the columns of their list', () => {
    const model = new SurveyModel(instrument.survey)
    model.data = { land: 'at' }
    const town = model.getQuestionByName('town') as unknown as {
      visibleChoices: readonly { value: string }[]
    }
    expect(town.visibleChoices.map(({ value }) => value)).toEqual(['graz'])
  })

  it('refuses what the constraint refuses, and leaves blanks alone', () => {
    const model = new SurveyModel(instrument.survey)
    const helps = model.getQuestionByName('helps')
    for (const [value, valid] of [
      [[1, 3], false],
      [[3], true],
      [undefined, true],
    ] as const) {
      helps.value = value
      expect(helps.validate(), JSON.stringify(value)).toBe(valid)
    }
    expect(itemsOf(instrument).find(({ name }) => name === 'hours')?.json).toMatchObject({
      min: 1,
      max: 80,
      minErrorText: 'Zwischen 1 und 80',
      isRequired: true,
      defaultValue: 40,
    })
  })

  it('says of every line what became of it', () => {
    for (const line of [2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 20, 21])
      expect(
        losses.some(({ path }) => path === `survey!row ${line}`),
        `line ${line}`,
      ).toBe(true)
    expect(losses.find(({ path }) => path === 'survey!row 2')).toMatchObject({
      fate: 'dropped',
      what: 'metadata “start”',
    })
  })

  it('reads old .xls workbooks the same', () => {
    const old = readXlsform(
      workbookOf(
        {
          survey: [
            ['type', 'name', 'label'],
            ['text', 'q', 'Q'],
          ],
        },
        { name: 'old.xls', type: 'biff8' },
      ),
    )
    expect(old.instrument.survey).toMatchObject({
      pages: [{ elements: [{ type: 'text', name: 'q', title: 'Q' }] }],
    })
  })

  it('reports what it does not know, and throws at nothing', () => {
    const odd = readXlsform(
      workbookOf({
        survey: [
          ['type', 'name', 'label', 'relevant', 'bind::odk:length', 'image'],
          ['teleport', 'a', 'A'],
          ['text', 'b', 'B', '${nowhere} = 1'],
          ['text', 'c-d', 'C', "${b} = 'x' and ((", '12'],
          ['text', 'e', 'E', "pulldata('x','y','z',${b}) = 1", '', 'e.png'],
          ['select_one nothing', 'f', 'F'],
          ['end group', ''],
          ['begin group', 'open', 'O'],
          ['text', 'g', 'G', "${c-d} = 'x'"],
          ['', '', 'lonely'],
        ],
        strange: [['x']],
      }),
    )
    expect(
      odd.losses.filter(({ fate }) => fate !== 'kept').map(({ path, what }) => `${path}: ${what}`),
    ).toEqual(
      expect.arrayContaining([
        'survey!row 2: type “teleport”',
        'survey!row 3: relevant “${nowhere} = 1”',
        expect.stringContaining('survey!row 4: relevant'),
        expect.stringContaining('survey!row 5: relevant “pulldata'),
        'survey!row 6: select_one nothing “f”',
        'survey!row 7: end group',
        'survey!row 8: begin open',
        expect.stringContaining('survey!row 10: line without type'),
        'sheet strange: whole sheet',
      ]),
    )
    for (const { fate, reason } of odd.losses) if (fate !== 'kept') expect(reason).toBeTruthy()
    expect(JSON.stringify(odd.instrument.survey)).toContain(`"visibleIf":"{c_d} = 'x'"`)
  })

  it('names the place and the remedy when it is no form at all', () => {
    const refusal = (file: { name: string; bytes: Uint8Array }) => {
      try {
        readXlsform(file)
      } catch (error) {
        return error instanceof Problem ? { type: error.type, ...error.details } : error
      }
    }
    expect(
      refusal({ name: 'a.xlsx', bytes: new TextEncoder().encode('type,name\ntext,a') }),
    ).toMatchObject({
      type: 'file-unreadable',
      place: expect.stringContaining('first bytes'),
      remedy: expect.stringContaining('.xlsx'),
    })
    expect(
      refusal({ name: 'a.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]) }),
    ).toMatchObject({ type: 'file-unreadable' })
    expect(refusal(workbookOf({ Tabelle1: [['type'], ['text']] }))).toMatchObject({
      place: 'sheets tabelle1',
      remedy: expect.stringContaining('“survey”'),
    })
    expect(refusal(workbookOf({ survey: [['name'], ['a']] }))).toMatchObject({
      place: 'survey, first line',
    })
  })

  const survey = (...lines: readonly (readonly (string | number | boolean)[])[]) =>
    readXlsform(
      workbookOf({
        survey: [
          ['type', 'name', 'label', 'relevant', 'calculation', 'constraint', 'repeat_count'],
          ...lines,
        ],
        choices: [
          ['list_name', 'name', 'label'],
          ['fuel', 'wood', 'Wood'],
          ['fuel', 'gas', 'Gas'],
        ],
      }),
    )
  const errorsOf = ({ instrument: one }: ReturnType<typeof readXlsform>) =>
    checkSurvey(one).filter(({ severity }) => severity === 'error')

  it('follows paths through groups of the same names', () => {
    const form = survey(
      ['begin group', 'mother', 'Mother'],
      ['integer', 'age', 'Age'],
      ['end group', ''],
      ['begin group', 'father', 'Father'],
      ['integer', 'age', 'Age'],
      ['text', 'young', 'Young?', '../age < 30'],
      ['text', 'wife', 'Wife?', '../../mother/age < 30'],
      ['text', 'whole', 'Whole?', '/data/mother/age < 30 and current()/../age > 40'],
      ['text', 'lost', 'Lost?', '../../uncle/age < 30'],
      ['end group', ''],
    )
    const conditions = Object.fromEntries(
      itemsOf(form.instrument).map(({ name, json }) => [name, json.visibleIf]),
    )
    expect(conditions).toMatchObject({
      young: '{age_2} < 30',
      wife: '{age} < 30',
      whole: '{age} < 30 and {age_2} > 40',
      lost: undefined,
    })
    expect(form.losses.find(({ path }) => path === 'survey!row 10')).toMatchObject({
      fate: 'dropped',
      what: expect.stringContaining('relevant'),
    })
  })

  it('comes to nothing, as XPath does, where a calculation lacks an answer', () => {
    const form = survey(
      ['integer', 'a', 'A'],
      ['integer', 'b', 'B'],
      ['date', 'born', 'Born'],
      ['calculate', 'sum', '', '', '${a} + ${b}'],
      ['text', 'few', 'Few?', '${a} + ${b} < 10'],
      ['text', 'other', 'Other?', '${a} * 2 != 10'],
      ['text', 'minor', 'Minor?', 'int((today() - ${born}) div 365.25) < 18'],
      ['text', 'none', 'None?', "${sum} = ''"],
    )
    expect(errorsOf(form)).toEqual([])
    const seen = (answers: Record<string, unknown>) =>
      shownItems(form.instrument, answers).filter((name) => !['a', 'b', 'born'].includes(name))
    expect(seen({})).toEqual(['other', 'none'])
    expect(seen({ a: 3 })).toEqual(['other', 'none'])
    expect(seen({ a: 5, b: 1 })).toEqual(['few'])
    expect(seen({ a: 50, b: 1, born: '2999-01-01' })).toEqual(['other', 'minor'])
  })

  it('calculates only while the groups around it count', () => {
    const form = survey(
      ['integer', 'a', 'A'],
      ['begin group', 'more', 'More', '${a} > 5'],
      ['text', 'why', 'Why?'],
      ['calculate', 'mark', '', '', "'x'"],
      ['end group', ''],
      ['text', 'marked', 'Marked?', "${mark} = 'x'"],
    )
    expect(shownItems(form.instrument, { a: 6 })).toEqual(['a', 'why', 'marked'])
    expect(shownItems(form.instrument, { a: 5 })).toEqual(['a'])
  })

  it('forgets answers to what is no longer relevant', () => {
    const form = survey(
      ['select_one fuel', 'stove', 'Stove?'],
      ['text', 'tree', 'Tree?', "${stove} = 'wood'"],
      ['text', 'oak', 'Oak?', "${tree} = 'oak'"],
    )
    expect(shownItems(form.instrument, { stove: 'gas', tree: 'oak' })).toEqual(['stove'])
  })

  it('says that a calculation names itself, a group, or what is not taken over', () => {
    const form = survey(
      ['begin group', 'g', 'G'],
      ['text', 'x', 'X'],
      ['end group', ''],
      ['calculate', 'again', '', '', '.'],
      ['calculate', 'whole', '', '', '${g}'],
      ['calculate', 'next', '', '', '${again} + 1'],
      ['text', 'never', 'Never?', false],
    )
    expect(errorsOf(form)).toEqual([])
    expect(form.instrument.survey.calculatedValues).toBeUndefined()
    for (const row of [5, 6, 7])
      expect(form.losses.find(({ path }) => path === `survey!row ${row}`)).toMatchObject({
        fate: 'dropped',
        what: expect.stringContaining('calculation'),
      })
    expect(itemsOf(form.instrument).find(({ name }) => name === 'never')?.json.visible).toBe(false)
  })

  it('writes loops out, once for each choice', () => {
    const form = survey(
      ['begin loop over fuel', 'fuels', 'Fuels'],
      ['integer', 'price', 'What does %(label)s cost?'],
      ['text', 'seller', 'Who sells %(name)s?', '${price} > 5'],
      ['end loop', ''],
    )
    expect(
      itemsOf(form.instrument).map(({ name, title, json }) => [name, title, json.visibleIf]),
    ).toMatchInlineSnapshot(`
        [
          [
            "price_wood",
            "What does Wood cost?",
            undefined,
          ],
          [
            "seller_wood",
            "Who sells wood?",
            "{price_wood} > 5",
          ],
          [
            "price_gas",
            "What does Gas cost?",
            undefined,
          ],
          [
            "seller_gas",
            "Who sells gas?",
            "{price_gas} > 5",
          ],
        ]
      `)
  })

  it('finds the sheets by what stands in them, and reads a survey without headers', () => {
    const old = readXlsform(
      workbookOf({
        'Example survey': [
          ['Command', 'Tag', 'Label'],
          ['q string', 'name', 'Your name?'],
          ['q select1 yn', 'ok', 'Is it?'],
        ],
        'Select choices': [
          ['list name', 'value', 'label'],
          ['yn', 'y', 'Yes'],
        ],
      }),
    )
    expect(itemsOf(old.instrument).map(({ name, type }) => [name, type])).toEqual([
      ['name', 'text'],
      ['ok', 'radiogroup'],
    ])
    const bare = readXlsform(workbookOf({ survey: [['text', 'name', 'Your name?', 'hint?']] }))
    expect(itemsOf(bare.instrument).map(({ name, title }) => [name, title])).toEqual([
      ['name', 'Your name?'],
    ])
    expect(bare.losses.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['survey, first line', 'survey!row 1']),
    )
  })

  it('names columns that come twice, and cells under no header', () => {
    const { losses: told, instrument: one } = readXlsform(
      workbookOf({
        survey: [
          ['type', 'name', 'label', 'label', ''],
          ['text', 'a', 'First', 'Second', 'loose'],
        ],
      }),
    )
    expect(itemsOf(one).map(({ title }) => title)).toEqual(['First'])
    expect(told.filter(({ fate }) => fate === 'dropped').map(({ what }) => what)).toEqual([
      'column “label” once more',
      'cells under no header (1 ×)',
    ])
  })

  it('tells the engine’s own signs from names and texts', () => {
    const form = readXlsform(
      workbookOf({
        survey: [
          ['type', 'name', 'label', 'relevant'],
          ['select_one sign', 'equals', 'Sign?'],
          ['text', 'why', 'Why?', "${equals} = 'notequals' or ${equals} = 'equals'"],
        ],
        choices: [
          ['list_name', 'name', 'label'],
          ['sign', 'equals', '='],
          ['sign', 'notequals', '≠'],
          ['sign', 'less', '<'],
        ],
      }),
    )
    expect(errorsOf(form)).toEqual([])
    const [sign] = itemsOf(form.instrument)
    const why = (value: string) =>
      shownItems(form.instrument, { [sign?.name ?? '']: value }).includes('why')
    expect(['equals', 'notequals', 'less'].map(why)).toEqual([true, true, false])
  })

  it('fills questions in by their calculation, and calculates what is hidden', () => {
    const form = survey(
      ['integer', 'a', 'A'],
      ['integer', 'twice', 'Twice?', '', '${a} * 2'],
      ['hidden', 'kept', '', '', '${a} + 1'],
      ['note', 'said', 'You said so', '', '${a}'],
    )
    expect(errorsOf(form)).toEqual([])
    const model = new SurveyModel(form.instrument.survey)
    model.setValue('a', 4)
    expect([model.getValue('twice'), model.getVariable('kept') ?? model.getValue('kept')]).toEqual([
      8, 5,
    ])
    expect(form.losses.find(({ what }) => what.startsWith('calculation “${a}”'))?.fate).toBe(
      'dropped',
    )
  })
})
