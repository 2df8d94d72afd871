import type { ReportUpload } from '@echolot/contract/reports'
import type { House } from '../house.ts'
import { reportUnregistered } from '../problems.ts'
import { listReports } from '../store/reports.ts'

/**
 * Refuses what was not checked against every report that readers have of other data of the wave: whoever knows who
 * withdrew in between could take the difference of two numbers. Withdrawn reports were read, too.
 * @throws report-unregistered naming the reports that the account of disclosure control does not know
 */
export const refuseUnregistered = async (
  { study, wave, freezeDigest, account }: ReportUpload,
  { db }: Pick<House, 'db'>,
): Promise<void> => {
  const known = new Set(registeredIn(account.register))
  const missing = (await listReports(db)).filter(
    (other) =>
      other.study === study &&
      other.wave === wave &&
      other.released_on !== null &&
      other.freeze_digest !== freezeDigest &&
      !known.has(other.freeze_digest),
  )
  if (missing.length > 0)
    throw reportUnregistered({
      reports: missing.map(({ title, version }) => `${title} ${version}`),
      remedy: 'run the analysis with --register and the file that has the earlier reports',
    })
}

const registeredIn = (register: unknown): readonly string[] =>
  Array.isArray(register)
    ? register.flatMap((one: { readonly data?: unknown } | null) =>
        typeof one?.data === 'string' ? [one.data] : [],
      )
    : []
