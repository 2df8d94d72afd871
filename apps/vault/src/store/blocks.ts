import type { StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { BlockTable, Tables } from './tables.ts'

/** The block list of a study: digests of match keys, with the birth year where it is known. */
export const listBlocks = (db: Kysely<Tables>, study: StudyId) =>
  db.selectFrom('block').select(['match_digest', 'birth_year']).where('study', '=', study).execute()

export const saveBlock = (db: Kysely<Tables>, block: Insertable<BlockTable>) =>
  db.insertInto('block').values(block).execute()
