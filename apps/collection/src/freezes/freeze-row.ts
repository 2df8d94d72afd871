import type { FreezeRow } from '@echolot/freeze'
import { type Codebook, type Instrument, rowOf } from '@echolot/instrument'
import { MISSING, type MissingReason } from '@echolot/study'
import type { ResponseTable } from '../store/tables.ts'

/** A response as a row of a freeze, under the number it has in this freeze only. */
export const freezeRowOf = (
  response: ResponseTable,
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
  const completed = response.completed_in !== null
  const row = rowOf(instrument, {
    answers: JSON.parse(response.answers),
    shown: JSON.parse(response.shown),
    ...(completed ? { reached: 'all' as const } : {}),
  })
  const missingReasons: Record<string, MissingReason> = Object.fromEntries(
    row.missingReasons.map(({ variable, reason }) => [variable, reason]),
  )
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
    week: response.completed_in ?? response.week,
    disposition: response.disposition,
    completed,
    values,
    missingReasons,
  }
}
