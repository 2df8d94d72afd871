import { dayWords } from './days.ts'
import type { Block, Language, MeasureRow, Report, Section, Table, Tracker } from './model.ts'
import { WORDS } from './words.ts'

/**
 * The report with its measures as they stand: in the block that the analysis left for them, and in the summary. A
 * report without that block stays as it is, and so does one for which nothing was recommended.
 */
export const withTracker = (report: Report, { decisions, rows }: Tracker): Report => {
  const isPlace = ({ kind }: Block) => kind === 'measures'
  const hasPlace = report.sections.some(({ blocks }) => blocks.some(isPlace))
  if (!hasPlace || decisions.length + rows.length === 0) return report
  return {
    ...report,
    summary: { ...report.summary, decisions },
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => (isPlace(block) ? { kind: 'measures', rows } : block)),
    })),
  }
}

/** A block as it is set. */
export type PlainBlock = Exclude<Block, { readonly kind: 'measures' }>

/** The blocks of a section as they are set: measures as tables of what is to be done and of what was done. */
export const spelledOut = (
  { blocks }: Pick<Section, 'blocks'>,
  language: Language,
): readonly PlainBlock[] =>
  blocks.flatMap((block) => (block.kind === 'measures' ? tracked(block.rows, language) : [block]))

const tracked = (rows: readonly MeasureRow[], language: Language): readonly PlainBlock[] => {
  const words = WORDS[language].measures
  if (rows.length === 0) return [{ kind: 'note', text: words.none }]
  return [
    { kind: 'table', table: stateTable(rows, language) },
    { kind: 'table', table: historyTable(rows, language) },
    { kind: 'text', text: words.note },
  ]
}

const numberOf = (place: number) => `M${place + 1}`

const stateTable = (rows: readonly MeasureRow[], language: Language): Table => {
  const words = WORDS[language].measures
  const day = (on: string) => dayWords(on, language)
  return {
    caption: words.caption,
    head: [
      words.number,
      words.finding,
      words.recommendation,
      words.measure,
      words.owner,
      words.due,
      words.status,
      words.checked,
    ],
    rows: rows.map(
      ({ findings, recommendation, measure, office, due, overdue, state, why, history }, i) => {
        const last = history.at(-1)
        return [
          numberOf(i),
          findings.join(', '),
          recommendation,
          measure,
          office,
          overdue ? words.overdue(day(due)) : day(due),
          state === 'not-pursued' ? `${words.state[state]}: ${why || '–'}` : words.state[state],
          last === undefined ? '–' : day(last.on),
        ]
      },
    ),
  }
}

const historyTable = (rows: readonly MeasureRow[], language: Language): Table => {
  const words = WORDS[language].measures
  return {
    caption: words.history,
    head: [words.number, words.on, words.status, words.by, words.reason],
    rows: rows.flatMap(({ history }, i) =>
      history.map(({ on, state, by, why }) => [
        numberOf(i),
        dayWords(on, language),
        words.state[state],
        words.role[by],
        why || '–',
      ]),
    ),
  }
}
