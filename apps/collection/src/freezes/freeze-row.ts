import type { FreezeRow } from '@echolot/freeze'
import { type Codebook, type Instrument, rowOf } from '@echolot/instrument'
import { MISSING, type MissingReason } from '@echolot/study'
import type { AnonymousResponseTable, ResponseTable } from '../store/tables.ts'

/** What a freeze tells of a response, whether it has a pseudonym still or is anonymous. */
type Frozen = Pick<
  ResponseTable,
  'stratum' | 'mode' | 'language' | 'disposition' | 'answers' | 'shown' | 'instrument'
> & {
  /** Null once weeks have been dropped. */
  readonly week: string | null
  readonly completed: boolean
}

export const frozenOf = (response: ResponseTable | AnonymousResponseTable): Frozen =>
  'extent' in response
    ? { ...response, week: null, completed: response.extent === 'finished' }
    : {
        ...response,
        week: response.completed_in ?? response.week,
        completed: response.completed_in !== null,
      }

/** A response as a row of a freeze, under the number it has in this freeze only. */
export const freezeRowOf = (
  response: Frozen,
  {
    caseId,
    instrument,
    codebook,
  }: {
    readonly caseId: string
    /** The version that was answered. */
    readonly instrument: Instrument
    readonly codebook: Codebook
  },
): FreezeRow => {
  const { completed, week } = response
  const row = rowOf(instrument, {
    answers: JSON.parse(response.answers),
    shown: JSON.parse(response.shown),
    ...(completed ? { reached: 'all' as const } : {}),
  })
  const columns = namesIn(codebook)
  const missingReasons: Record<string, MissingReason> = {}
  for (const { variable, reason } of row.missingReasons)
    if (columns.has(variable)) missingReasons[variable] = reason
  const values: Record<string, number | string | null> = {}
  for (const { name, type } of codebook.variables) {
    const value = row.values[name]
    if (value !== undefined) values[name] = value
    else {
      // This version did not have the item, so it was not displayed.
      values[name] = type === 'text' || type === 'date' ? null : MISSING.noAnswer
      missingReasons[name] = 'routed'
    }
  }
  return {
    case: caseId,
    stratum: response.stratum,
    mode: response.mode,
    language: response.language,
    week,
    disposition: response.disposition,
    completed,
    values,
    missingReasons,
  }
}

const namesByCodebook = new WeakMap<Codebook, ReadonlySet<string>>()

/** Names of the variables; the work is done once for each codebook object. */
const namesIn = (codebook: Codebook): ReadonlySet<string> => {
  const known = namesByCodebook.get(codebook)
  if (known !== undefined) return known
  const names = new Set(codebook.variables.map(({ name }) => name))
  namesByCodebook.set(codebook, names)
  return names
}
