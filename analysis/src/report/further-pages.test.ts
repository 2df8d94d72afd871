import { findingOf, type Section } from '@echolot/report'
import { describe, expect, it } from 'vitest'
import { disclose } from '../disclosure/disclose.ts'
import { readPlan } from '../plan/read-plan.ts'
import type { PagePlan } from '../plan/report-plan.ts'
import type { ReportLanguage } from '../plan/told.ts'
import type { Estimate, Result } from '../result.ts'
import type { Inputs } from './inputs.ts'
import { pageIn } from './page-in.ts'
import { speechOf } from './speech.ts'

const told = (de: string, en: string) => ({ de, en })
const share = (value: number, reach = 0.05, base = 120): Estimate => ({
  kind: 'share',
  value,
  low: value - reach,
  high: value + reach,
  base,
  count: Math.round(value * base),
  sensitive: false,
})
const coefficient = (value: number, reach = 0.1): Estimate => ({
  kind: 'coefficient',
  value,
  low: value - reach,
  high: value + reach,
  base: 120,
})

/** One page of a plan, made of these estimates of an analysis `x`. */
const made = async (
  page: object,
  estimates: Record<string, Estimate> = {},
  {
    language = 'de',
    inputs = {},
    tables = {},
    analyses = [{ id: 'w', method: 'weights' }],
  }: {
    language?: ReportLanguage
    inputs?: Inputs
    tables?: NonNullable<Result['tables']>
    analyses?: readonly object[]
  } = {},
): Promise<Section> => {
  const plan = readPlan(
    JSON.stringify({
      plan: 'test',
      analyses,
      report: {
        languages: ['de', 'en'],
        ...Object.fromEntries(
          ['title', 'subtitle', 'study', 'publisher', 'client', 'population'].map((name) => [
            name,
            told(name, name),
          ]),
        ),
        pages: [page],
      },
    }),
  )
  const { results } = await disclose([
    { id: 'x', method: 'x', n: 120, omitted: 0, estimates, tables, warnings: [] },
  ])
  const report = plan.report as NonNullable<typeof plan.report>
  return pageIn(report.pages[0] as PagePlan, {
    plan,
    report,
    say: speechOf(language),
    inputs,
    stage: 'results',
    weighted: true,
    results: new Map(results.map((result) => [result.id, result])),
  })
}
const textOf = (section: Section) => JSON.stringify(section.blocks)

describe('iconsPage', () => {
  const page = {
    page: 'icons',
    question: told('Machen Kinder mit?', 'Do children take part?'),
    short: told('Kinder.', 'Children.'),
    share: { analysis: 'x', key: 'wish' },
    finding: told('{share} Kindern möchten.', '{share} children would like to.'),
    headline: {
      most: told('die meisten', 'most'),
      many: told('viele', 'many'),
      few: told('wenige', 'few'),
    },
  }
  it('has a headline that follows the data, in both languages', async () => {
    expect((await made(page, { wish: share(0.6) })).heading).toBe('Die meisten')
    expect((await made(page, { wish: share(0.3) }, { language: 'en' })).heading).toBe('Many')
  })
  it('gives families tenths and staff the span', async () => {
    const section = await made(page, { wish: share(0.33) })
    expect(section.values?.share).toMatchObject({
      words: '33 von 100 (zwischen 28 und 38)',
      about: 'ungefähr 3 von 10',
    })
    expect(findingOf(section, 'de')?.text).toBe('33 von 100 (zwischen 28 und 38) Kindern möchten.')
  })
  it('has the same name in each language', async () => {
    expect((await made(page, {}, { language: 'en' })).id).toBe('machen-kinder-mit')
  })
})

describe('wishesPage', () => {
  const page = {
    page: 'wishes',
    question: told('Was zuerst?', 'What first?'),
    shares: 'x',
    items: ['a', 'b', 'c'].map((variable) => ({ variable, label: told(variable, variable) })),
    finding: told('{share} wählen {item}.', '{share} choose {item}.'),
    headline: { clear: told('zuerst {first}', 'first {first}'), close: told('offen', 'open') },
  }
  it('tells which places a wish may have', async () => {
    const section = await made(page, { a: share(0.3), b: share(0.6), c: share(0.57) })
    expect(section.heading).toBe('Offen')
    expect(textOf(section)).toContain('b: 60 von 100 (zwischen 55 und 65), Platz 1–2.')
    expect(textOf(section)).toContain('a: 30 von 100 (zwischen 25 und 35), Platz 3.')
  })
})

describe('coefficientsPage', () => {
  const page = {
    page: 'coefficients',
    question: told('Wer?', 'Who?'),
    items: ['a', 'b'].map((key) => ({ label: told(key, key), analysis: 'x', key })),
    sides: [told('weniger', 'less'), told('mehr', 'more')],
    headline: {
      some: told('vor allem {first}', 'above all {first}'),
      none: told('nichts', 'nothing'),
    },
  }
  it('names what lies clearly on one side of zero, and no other, without stars', async () => {
    const section = await made(page, { a: coefficient(0.05), b: coefficient(-0.3) })
    expect(section.heading).toBe('Vor allem b')
    expect(textOf(section)).toContain('Über den Zufall hinaus hängen zusammen: b.')
    expect(textOf(section)).toContain('−0,30 (−0,40 bis −0,20)')
    expect(textOf(section)).not.toContain('*')
    expect(section.part).toBe('appendix')
  })
  it('says that nothing is larger than chance', async () => {
    expect((await made(page, { a: coefficient(0.05) })).heading).toBe('Nichts')
  })
})

describe('themesPage', () => {
  const page = {
    page: 'themes',
    question: told('Eigene Worte?', 'Own words?'),
    headline: {
      one: told('es geht um {first}', 'about {first}'),
      several: told('{first}, {second}', '{first}, {second}'),
    },
  }
  const themes: Inputs['themes'] = {
    format: 'echolot-themes/1',
    study: 'anna' as never,
    wave: 'w1' as never,
    instrument: 'main' as never,
    synthetic: true,
    madeOn: '2027-07-01',
    questionsTooSmall: 0,
    questions: [
      {
        item: 'wish_open',
        title: { de: 'Was soll besser werden?', en: 'What should get better?' },
        answers: 42,
        coders: 2,
        codedTwice: 42,
        rareThemes: 2,
        themes: [
          {
            label: 'Betreuung',
            definition: 'Zeiten und Plätze',
            answers: 12,
            agreement: { kappa: 0.8, alpha: 0.81 },
            quotes: [{ id: 'a'.repeat(32), words: 'Bitte auch nach vier Uhr.' }],
            counterQuotes: [{ id: 'b'.repeat(32), words: 'Die Kita ist gut.' }],
          },
        ],
      },
    ],
  }
  it('tells themes with their numbers, quotes for and against, and how well coders agree', async () => {
    const section = await made(page, {}, { inputs: { themes } })
    expect(section.heading).toBe('Es geht um Betreuung')
    const text = textOf(section)
    for (const words of [
      'Bitte auch nach vier Uhr.',
      'Gegenstimme zu: Betreuung',
      'Auszug aus 12 Nennungen',
      '0,81',
      '2 seltene Themen zeigen wir nicht.',
      '12 von 42 Antworten',
    ])
      expect(text).toContain(words)
  })
  it('says that nothing is coded yet', async () => {
    expect(textOf(await made(page))).toContain('noch nicht ausgewertet')
  })
})

describe('rankingPage', () => {
  const page = {
    page: 'ranking',
    question: told('Welche Reihenfolge?', 'Which order?'),
    analysis: 'x',
    items: ['a', 'b'].map((variable) => ({ variable, label: told(variable, variable) })),
    headline: {
      clear: told('vorn: {first}', 'ahead: {first}'),
      close: told('knapp: {first} und {second}', 'close: {first} and {second}'),
    },
  }
  const worths = (reach: number) => ({
    'log_worth.a': coefficient(-0.5, reach),
    'log_worth.b': coefficient(0.5, reach),
    'worth.a': coefficient(0.27),
    'worth.b': coefficient(0.73),
  })
  it.each([
    [0.1, 'Vorn: b'],
    [0.6, 'Knapp: b und a'],
  ])('puts the worthiest first, with a reach of %f', async (reach, heading) => {
    const section = await made(page, worths(reach))
    expect(section.heading).toBe(heading)
    expect(textOf(section)).toContain('b: 73 von 100 nähmen es zuerst. a: 27 von 100')
  })
  it('says what too few named', async () => {
    const named = Object.fromEntries(
      Object.entries(worths(0.1)).filter(([name]) => name.endsWith('.a')),
    )
    expect(textOf(await made(page, named))).toContain('weil es zu wenige nannten: b.')
  })
  it('tells nothing of nine rankings', async () => {
    const few = Object.fromEntries(
      Object.entries(worths(0.1)).map(([name, one]) => [name, { ...one, base: 9 } as Estimate]),
    )
    expect((await made(page, few)).heading).toBe('Welche Reihenfolge? – noch zu wenige Antworten')
  })
})

describe('responsePage', () => {
  const page = {
    page: 'response',
    question: told('Wie viele?', 'How many?'),
    rates: 'x',
    returns: 'x',
    mailings: [
      { what: told('erster Brief', 'first letter'), on: '2027-05-05' },
      { what: told('Erinnerung', 'reminder'), on: '2027-05-19' },
      { what: told('zu spät', 'too late'), on: '2027-09-01' },
    ],
  }
  const estimates: Record<string, Estimate> = {
    cases: { kind: 'count', value: 300 },
    'edges.weeks': { kind: 'list', values: [0, 1, 2, 3], base: 90 },
  }
  const tables: NonNullable<Result['tables']> = {
    weeks: {
      kind: 'counts',
      margins: true,
      rows: ['0–1', '1–2', '2–3'],
      columns: ['n'],
      counts: [[40], [20], [30]],
    },
  }
  const since = (more: object) => [{ id: 'x', method: 'returns', ...more }]
  it('flags letters on the curve, in their weeks and in words', async () => {
    const analyses = since({ since: '2027-05-05' })
    const section = await made(page, estimates, { tables, analyses })
    const [, curve] = section.blocks.flatMap((block) =>
      block.kind === 'figure' ? [block.figure] : [],
    )
    expect(curve?.description).toContain('erster Brief in Woche 1. Erinnerung in Woche 3.')
    expect(curve?.svg).toContain('>Erinnerung</text>')
    expect(curve?.svg).not.toContain('zu spät')
  })
  it('asks from which day the curve counts', async () => {
    await expect(made(page, estimates, { tables, analyses: since({}) })).rejects.toMatchObject({
      type: 'plan-refused',
    })
  })
})

describe('decisionsPage', () => {
  const page = {
    page: 'decisions',
    question: told('Was?', 'What?'),
    headline: told('Was jetzt', 'What now'),
  }
  const row = {
    findings: ['Hürden'],
    recommendation: 'Betreuung anpassen',
    measure: 'zwei Gruppen',
    office: 'Sozialdezernat',
    due: '2027-04-30',
    overdue: false,
    state: 'decided' as const,
    why: '',
    history: [{ on: '2027-03-01', by: 'lead' as const, state: 'decided' as const, why: '' }],
  }
  it('leaves a place for measures, with those of the file', async () => {
    expect((await made(page)).blocks).toEqual([{ kind: 'measures', rows: [] }])
    const feedback = { decisions: [], happens: { plain: [], easy: [] }, not: [], rows: [row] }
    expect((await made(page, {}, { inputs: { feedback } })).blocks).toEqual([
      { kind: 'measures', rows: [row] },
    ])
  })
})

describe('changePage', () => {
  const mean = (value: number, reach: number): Estimate => ({
    kind: 'mean',
    value,
    low: value - reach,
    high: value + reach,
    base: 26,
    span: 10,
  })
  const page = {
    page: 'change',
    question: told('Was bewegt?', 'What moved?'),
    items: [{ label: told('Ziel', 'goal'), analysis: 'x' }],
    axis: { from: 0, to: 10, step: 2 },
    unit: told('Punkte', 'points'),
    classes: 'x',
    headline: { some: told('bewegt: {first}', 'moved: {first}'), none: told('nichts', 'nothing') },
    sentence: told('Kein Beweis.', 'No proof.'),
  }
  it('tells group means, the number of pairs and merged classes', async () => {
    const section = await made(page, {
      pre: mean(4, 1),
      post: mean(6, 1),
      change: mean(2, 0.8),
      n: { kind: 'count', value: 26 },
      'merged.improved': { kind: 'count', value: 14 },
      'merged.not_better': { kind: 'count', value: 12 },
    })
    expect(section.heading).toBe('Bewegt: Ziel')
    const text = textOf(section)
    for (const words of [
      '26 Paare',
      'sicher besser',
      'nicht eindeutig oder sicher schlechter',
      'Kein Beweis.',
    ])
      expect(text).toContain(words)
  })
  it('tells nothing of nine pairs', async () => {
    const few = { ...mean(2, 0.5), base: 9 } as Estimate
    expect((await made(page, { pre: few, post: few, change: few })).heading).toBe(
      'Was bewegt? – noch zu wenige Antworten',
    )
  })
})

describe('rechecksPage', () => {
  const page = {
    page: 'rechecks',
    question: told('Anders?', 'Otherwise?'),
    ways: [{ label: told('ohne Hilfe', 'without help'), analysis: 'x' }],
    items: [{ variable: 'a', label: told('A', 'A') }],
    headline: { small: told('wenig', 'little'), large: told('mehr: {points}', 'more: {points}') },
  }
  it.each([
    [1.6, 'Wenig', '+2'],
    [-5.2, 'Mehr: 5', '−5'],
  ])('tells a deviation of %f points', async (value, heading, words) => {
    const section = await made(page, { a: { kind: 'coefficient', value, base: 40 } })
    expect(section.heading).toBe(heading)
    expect(textOf(section)).toContain(words)
  })
  it('tells none if fewer than ten fall out', async () => {
    const section = await made(page, { a: { kind: 'coefficient', value: 3, base: 9 } })
    expect(textOf(section)).toContain('unter 10 Antworten')
  })
})
