import { disclose } from '../../disclosure/disclose.ts'
import type { DisclosedResult } from '../../disclosure/disclosed.ts'
import { REPORT_LANGUAGES, type ReportLanguage } from '../../plan/told.ts'
import type { Estimate, ResultTable } from '../../result.ts'
import { speechOf } from '../speech.ts'
import { coefficientPlot } from './coefficient-plot.ts'
import { dotPlot } from './dot-plot.ts'
import { dumbbell } from './dumbbell.ts'
import { flowBars } from './flow-bars.ts'
import { histogram } from './histogram.ts'
import { iconArray } from './icon-array.ts'
import { itemMap } from './item-map.ts'
import { likertBars } from './likert-bars.ts'
import { rankedDots } from './ranked-dots.ts'
import { responseCurve } from './response-curve.ts'
import { scree } from './scree.ts'
import { stackedBars } from './stacked-bars.ts'

/** Every kind of figure, drawn of made-up numbers that went through disclosure control. */
export const sheetOf = (language: ReportLanguage): Readonly<Record<string, string>> => {
  const say = speechOf(language)
  const words = (id: string) => ({ id, title: id, description: `${id}: made up, to look at.`, say })
  const shown = (name: string) => FOUND.estimates[name]
  const bars = { against: shown('third'), middle: shown('fifth'), agree: shown('half') }
  return {
    'likert-bars': likertBars({
      ...words('likert-bars'),
      legend: ['Ablehnung', 'Zustimmung', 'teils-teils'],
      rows: [
        { label: 'Die Briefe vom Jobcenter verstehe ich gut.', ...bars },
        {
          label: 'Ich habe Angst, im Jobcenter etwas Falsches zu sagen. (umgekehrt)',
          against: shown('rare'),
          middle: shown('few'),
          agree: shown('most'),
        },
        { label: 'Niemand', against: undefined, middle: undefined, agree: undefined },
      ],
    }),
    'dot-plot': dotPlot({
      ...words('dot-plot'),
      groups: ['Alleinerziehende', 'Paare', 'Zeitweise'],
      rows: [
        { label: 'fehlende Betreuung', estimates: [shown('half'), shown('third'), shown('fifth')] },
        { label: 'Schulden', estimates: [shown('few'), shown('unsure'), shown('wide')] },
        { label: 'Ort: Ennigerloh', estimates: [shown('fifth')], reference: 24 },
        { label: 'am Rand', estimates: [shown('most'), shown('rare'), undefined] },
      ],
    }),
    dumbbell: dumbbell({
      ...words('dumbbell'),
      legend: ['heute', 'gewünscht'],
      unit: 'Std.',
      axis: { from: 0, to: 40, step: 10 },
      rows: [
        { label: 'Alle', before: shown('h12'), after: shown('h20'), basis: '26 Paare' },
        { label: 'Paare', before: shown('h20'), after: shown('h12') },
        { label: 'kaum anders', before: shown('h20'), after: shown('h21') },
        { label: 'Wenige', before: shown('tiny'), after: shown('h20') },
      ],
    }),
    'icon-array': iconArray({ ...words('icon-array'), estimate: shown('half') }),
    'icon-array-hidden': iconArray({ ...words('icon-array-hidden'), estimate: shown('few') }),
    'stacked-bars': stackedBars({
      ...words('stacked-bars'),
      legend: ['genutzt', 'bekannt, nicht genutzt', 'unbekannt'],
      gapLabel: 'Lücke',
      rows: [
        { label: 'Sportverein', parts: [shown('third'), shown('half'), shown('fifth')], gap: '50' },
        {
          label: 'Beratung von Caritas, Diakonie, AWO',
          parts: [shown('few'), shown('half'), shown('third')],
          gap: '50',
        },
        { label: 'Niemand', parts: [undefined, undefined, undefined], gap: '–' },
      ],
    }),
    'flow-bars': flowBars({
      ...words('flow-bars'),
      steps: [
        { label: 'Briefe verschickt', words: say.number(1000), value: 1000 },
        { label: 'angekommen', words: '954', value: 954 },
        { label: 'beantwortet', words: '268', value: 268 },
        { label: 'davon vollständig', words: say.t('numbers.cell.few'), value: undefined },
      ],
    }),
    histogram: histogram({
      ...words('histogram'),
      unit: 'Stunden in der Woche',
      bins: binsOf('hours', [0, 5, 10, 15, 20, 25, 35, 40]),
    }),
    'response-curve': responseCurve({
      ...words('response-curve'),
      axis: 'Wochen seit dem ersten Brief',
      mailings: [
        { at: 0, label: 'erster Brief' },
        { at: 2, label: 'Erinnerung' },
        { at: 4, label: 'zweite Erinnerung' },
      ],
      weeks: binsOf('weeks', [0, 1, 2, 3, 4, 5, 6, 9]),
    }),
    'coefficient-plot': coefficientPlot({
      ...words('coefficient-plot'),
      sides: ['weniger Zutrauen', 'mehr Zutrauen'],
      rows: [
        { label: 'Hilfe aus dem Umfeld', estimate: shown('b1') },
        { label: 'starke Hürden (Zahl)', estimate: shown('b2') },
        { label: 'allein erziehend', estimate: shown('b3') },
        { label: 'ohne Berufsabschluss', estimate: shown('b4') },
      ],
    }),
    scree: scree({
      ...words('scree'),
      found: FOUND.numbers.eigenvalues,
      random: FOUND.numbers.random,
    }),
    'item-map': itemMap({
      ...words('item-map'),
      items: [
        ['Im Jobcenter erreiche ich schnell eine Ansprechperson.', 'd1', 'r1'],
        ['Die Briefe vom Jobcenter verstehe ich gut.', 'd2', 'r2'],
        ['Der Weg zum Jobcenter kostet mich Überwindung. (umgekehrt)', 'd3', 'r3'],
        ['Die Termine passen zu meinem Familienalltag.', 'd4', 'r4'],
        ['zu wenige', 'd5', 'r1'],
      ].map(([label = '', difficulty = '', discrimination = '']) => ({
        label,
        difficulty: shown(difficulty),
        discrimination: shown(discrimination),
      })),
    }),
    'ranked-dots': rankedDots({
      ...words('ranked-dots'),
      rows: [
        { label: 'Betreuung am Nachmittag', estimate: shown('half') },
        { label: 'Eine feste Ansprechperson', estimate: shown('third') },
        { label: 'Hilfe bei Anträgen', estimate: shown('unsure') },
        { label: 'Treffen mit anderen Familien', estimate: shown('fifth') },
        { label: 'Bessere Wege mit Bus', estimate: shown('few') },
      ],
    }),
  }
}

const share = (value: number, reach: number, base = 262): Estimate => ({
  kind: 'share',
  value,
  low: value - reach,
  high: value + reach,
  base,
  count: Math.round(value * base),
  sensitive: false,
})
const coefficient = (value: number, reach: number, base = 240): Estimate => ({
  kind: 'coefficient',
  value,
  low: value - reach,
  high: value + reach,
  base,
})
const hours = (value: number, base = 120): Estimate => ({
  kind: 'mean',
  value,
  low: value - 2,
  high: value + 2,
  base,
  span: 40,
})
const counts = (rows: readonly string[], values: readonly number[]): ResultTable => ({
  kind: 'counts',
  rows,
  columns: ['n'],
  counts: values.map((value) => [value]),
  margins: true,
})

const { results } = await disclose([
  {
    id: 'made',
    method: 'made-up',
    n: 262,
    omitted: 0,
    warnings: [],
    estimates: {
      half: share(0.5, 0.06),
      third: share(0.32, 0.06),
      fifth: share(0.18, 0.05),
      most: share(0.87, 0.05),
      rare: share(0.06, 0.03),
      few: share(0.011, 0.01),
      unsure: share(0.4, 0.17, 41),
      wide: share(0.4, 0.22, 24),
      h12: hours(12),
      h20: hours(20),
      h21: hours(21),
      tiny: hours(10, 8),
      b1: coefficient(0.34, 0.11),
      b2: coefficient(-0.22, 0.12),
      b3: coefficient(0.04, 0.12),
      b4: coefficient(0.1, 0.1, 8),
      ...Object.fromEntries(
        [0.58, 0.46, 0.55, 0.62].flatMap((value, i): [string, Estimate][] => [
          [`d${i + 1}`, { kind: 'coefficient', value, base: 240 }],
          [`r${i + 1}`, { kind: 'coefficient', value: 0.66 - 0.12 * i, base: 240 }],
        ]),
      ),
      d5: { kind: 'coefficient', value: 0.4, base: 7 },
      eigenvalues: { kind: 'list', values: [3.1, 1.7, 0.9, 0.7, 0.6, 0.5, 0.3, 0.2], base: 240 },
      random: { kind: 'list', values: [1.3, 1.2, 1.12, 1.05, 0.98, 0.92, 0.85, 0.78], base: 240 },
    },
    tables: {
      hours: counts(['0', '5', '10', '15', '20', '25', '35'], [61, 9, 31, 24, 44, 3, 28]),
      weeks: counts(['1', '2', '3', '4', '5', '6', '7–9'], [88, 41, 52, 20, 37, 14, 16]),
    },
  },
])
const FOUND = results[0] as DisclosedResult

const binsOf = (table: string, edges: readonly number[]) =>
  edges.slice(1).map((to, i) => ({
    from: edges[i] as number,
    to,
    cell: FOUND.tables[table]?.cells[i]?.[0],
  }))

/** `node sheet.testing.ts > sheet.html`: all kinds in all languages on one page, to look at. */
if (import.meta.main)
  process.stdout.write(
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>body{margin:16px;font-family:sans-serif}svg{display:block;width:100%;max-width:35rem;margin:0 0 24px}</style>${REPORT_LANGUAGES.flatMap(
      (language) =>
        Object.entries(sheetOf(language)).map(([kind, svg]) => `<h2>${kind}</h2>${svg}`),
    )
      .join('')
      .replaceAll(/ id="[^"]+-(title|description)"/g, '')}`,
  )
