import type { StudyId, WaveId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { FeedTable, Tables } from './tables.ts'

export type WavePlace = { readonly study: StudyId; readonly wave: WaveId }

/** What was fetched of a wave's done-tokens, or undefined before the first pull. */
export const findFeed = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('feed')
    .selectAll()
    .where('study', '=', study)
    .where('wave', '=', wave)
    .executeTakeFirst()

export const listFeeds = (db: Kysely<Tables>) =>
  db.selectFrom('feed').select(['study', 'wave', 'pulled_at']).execute()

/** What was fetched is no news any more: reminders wait for the next pull. */
export const makeFeedsOld = (db: Kysely<Tables>) =>
  db
    .updateTable('feed')
    .set({ pulled_at: new Date(0).toISOString() })
    .execute()

export const saveFeed = (db: Kysely<Tables>, feed: Insertable<FeedTable>) =>
  db
    .insertInto('feed')
    .values(feed)
    .onConflict((conflict) => conflict.columns(['study', 'wave']).doUpdateSet(feed))
    .execute()
