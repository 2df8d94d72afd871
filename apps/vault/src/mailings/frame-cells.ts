import type { FrameCell } from '@echolot/contract/enrolments'
import type { StudyFile } from '@echolot/contract/study'
import type { StratumId } from '@echolot/study'
import { cellTooSmall } from '../problems.ts'

/**
 * The frame as the collection may know it: strata to which letters of this wave were or will be drawn.
 * @throws cell-too-small when a stratum has so few letters that it would point at a household
 */
export const frameCellsOf = (
  { strata, leastCell, featuresAllowed }: StudyFile,
  gross: ReadonlyMap<StratumId, number>,
  leastAtCollection = 1,
): FrameCell[] => {
  const least = Math.max(leastCell, leastAtCollection)
  const cells = strata
    .map(({ stratum, label, population }) => ({
      stratum,
      label: label.de ?? Object.values(label)[0] ?? stratum,
      gross: gross.get(stratum) ?? 0,
      population,
    }))
    .filter((cell) => cell.gross > 0)
  const small = cells.filter((cell) => cell.gross < least)
  if (small.length > 0)
    throw cellTooSmall({
      cells: small.map((cell) => ({ stratum: cell.stratum, letters: cell.gross })),
      least,
      remedy: 'import more addresses of these strata, or lay strata together in study.json',
    })
  if (featuresAllowed.includes('stratum')) return cells
  const sum = (count: 'gross' | 'population') =>
    cells.reduce((total, cell) => total + cell[count], 0)
  return [{ stratum: WHOLE, label: 'Gesamt', gross: sum('gross'), population: sum('population') }]
}

/** The one cell of a study whose approval lets no stratum cross. */
const WHOLE = 'all' as StratumId

/** The stratum which a credential tells the collection, once its holder answers. */
export const toldStratum = ({ featuresAllowed }: StudyFile, stratum: StratumId): StratumId =>
  featuresAllowed.includes('stratum') ? stratum : WHOLE

/** Letters by stratum once those about to be made are out. */
export const grossWith = (
  gross: ReadonlyMap<StratumId, number>,
  more: ReadonlyMap<StratumId, number>,
): ReadonlyMap<StratumId, number> =>
  new Map(
    [...new Set([...gross.keys(), ...more.keys()])].map((stratum) => [
      stratum,
      (gross.get(stratum) ?? 0) + (more.get(stratum) ?? 0),
    ]),
  )
