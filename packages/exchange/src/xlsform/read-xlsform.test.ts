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
})
