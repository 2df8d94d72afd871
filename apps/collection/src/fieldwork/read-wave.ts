import { notFound } from '@echolot/problem'
import type { StudyId, WaveId } from '@echolot/study'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { findWave } from '../store/waves.ts'

/** The wave of an address. @throws not-found */
export const readWave = async (
  db: Kysely<Tables>,
  { study, wave }: { readonly study: string; readonly wave: string },
) => {
  const round = await findWave(db, { study: study as StudyId, wave: wave as WaveId })
  if (!round) throw notFound({ what: 'wave' })
  return round
}
