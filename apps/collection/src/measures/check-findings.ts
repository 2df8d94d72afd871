import type { NewRecommendation } from '@echolot/contract/measures'
import { invalidInput } from '@echolot/problem'
import type { House } from '../house.ts'
import { listReportTexts } from '../reports/report-text.ts'
import { findReport, type ReportRow } from '../store/reports.ts'

/**
 * The reports that a recommendation rests on: each finding is a page of one of them that is not hidden, and all are of
 * one study and wave.
 * @throws invalid-input naming the finding that is not there
 */
export const checkFindings = async (
  { findings }: Pick<NewRecommendation, 'findings'>,
  house: Pick<House, 'db'>,
): Promise<Pick<ReportRow, 'study' | 'wave'>> => {
  const wrong = (place: number, message: string) =>
    invalidInput({ errors: [{ path: `findings.${place}`, message }] })
  const waves = new Map<string, Pick<ReportRow, 'study' | 'wave'>>()
  for (const [place, { report, section }] of findings.entries()) {
    const row = await findReport(house.db, report)
    if (!row || row.state === 'withdrawn')
      throw wrong(place, 'is of no report, or of a withdrawn one')
    const texts = await listReportTexts(house, report)
    const shown =
      texts.length > 0 &&
      texts.every(
        ({ model, edition }) =>
          model.sections.some(({ id }) => id === section) &&
          edition.sections[section]?.hidden === undefined,
      )
    if (!shown) throw wrong(place, 'is no page of that report')
    waves.set(`${row.study}/${row.wave}`, row)
  }
  const [wave] = waves.values()
  if (wave === undefined || waves.size > 1)
    throw wrong(0, 'must be of one study and wave, as all others')
  return wave
}
