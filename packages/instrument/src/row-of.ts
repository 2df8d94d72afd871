import { MISSING, type MissingReason } from '@echolot/study'
import { type Answers, type Column, UNREADABLE } from './columns/column.ts'
import { columnsOf } from './columns/columns-of.ts'
import type { Instrument } from './instrument.ts'
import { pagesOf } from './items-of.ts'

/** What one response holds: answers by item, the items displayed, and the pages that were reached. */
export type Response = {
  readonly answers: Answers
  /** Names of the displayed items; inside a repeated panel with the entry's number, e.g. `child_age_2`. */
  readonly shown: readonly string[]
  /**
   * Pages the respondent came to, by name, or `all` of a completed response. Without it every page up to the last
   * one with a displayed item counts as reached.
   */
  readonly reached?: readonly string[] | 'all'
}

/** One row of the freeze, and why each missing cell is missing. */
export type Row = {
  /** By variable: number or text; −99 for a missing number, null for a missing text. */
  readonly values: { readonly [variable: string]: number | string | null }
  readonly missingReasons: readonly { readonly variable: string; readonly reason: MissingReason }[]
}

/**
 * A response as one row with a cell for every variable of the codebook. −77 and −88 stay as answered. Everything
 * else that holds no answer is −99 (null in text): `routed` when its page was reached but it was not displayed,
 * `not_reached` after a break-off, `blank` when it was displayed and left open. What was answered without being
 * displayed, or does not fit the variable, is `quarantined`, never data.
 */
export const rowOf = (instrument: Instrument, response: Response): Row => {
  const shown = new Set(response.shown)
  const reached = reachedPages(instrument, { shown, reached: response.reached })
  const values: Record<string, number | string | null> = {}
  const missingReasons: { variable: string; reason: MissingReason }[] = []
  for (const column of columnsOf(instrument)) {
    const { variable } = column
    const cell = column.read(response.answers)
    const answered = cell !== undefined
    const displayed = wasShown(column, { shown, answers: response.answers, answered })
    if (answered && cell !== UNREADABLE && displayed) values[variable.name] = cell
    else {
      values[variable.name] =
        variable.type === 'text' || variable.type === 'date' ? null : MISSING.noAnswer
      missingReasons.push({
        variable: variable.name,
        reason: reasonOf({ answered, displayed, reached: reached(column.page) }),
      })
    }
  }
  return { values, missingReasons }
}

const reasonOf = (cell: {
  readonly answered: boolean
  readonly displayed: boolean
  readonly reached: boolean
}): MissingReason => {
  if (cell.answered) return 'quarantined'
  if (cell.displayed) return 'blank'
  return cell.reached ? 'routed' : 'not_reached'
}

/**
 * Whether the item of a variable was displayed. An entry of a panel may be meant by the panel's own name alone: then
 * it was when the entry exists and no condition stands before the item, or when it holds an answer.
 */
export const wasShown = (
  column: Column,
  response: {
    readonly shown: ReadonlySet<string>
    readonly answers: Answers
    readonly answered: boolean
  },
): boolean => {
  if (column.role === 'computed') return response.answered
  const { shownAs, entryOf } = column
  if (entryOf === undefined) return shownAs.some((name) => response.shown.has(name))
  const [exact, ...containers] = shownAs
  if (response.shown.has(exact as string)) return true
  if (!containers.some((name) => response.shown.has(name))) return false
  return response.answered || (column.exists(response.answers) && !entryOf.conditional)
}

const reachedPages = (
  instrument: Instrument,
  {
    shown,
    reached,
  }: { readonly shown: ReadonlySet<string>; readonly reached: Response['reached'] },
): ((page: string) => boolean) => {
  if (reached === 'all') return () => true
  if (reached !== undefined) {
    const names = new Set(reached)
    return (page) => names.has(page)
  }
  const order = pagesOf(instrument).map(({ name }) => name)
  const pagesShown = columnsOf(instrument).flatMap(({ page, shownAs }) =>
    shownAs.some((name) => shown.has(name)) ? [order.indexOf(page)] : [],
  )
  const last = pagesShown.reduce((furthest, place) => Math.max(furthest, place), -1)
  return (page) => order.indexOf(page) <= last
}
