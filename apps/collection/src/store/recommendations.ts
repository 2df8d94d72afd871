import type { Insertable, Kysely } from 'kysely'
import type { RecommendationTable, Tables } from './tables.ts'

export const listRecommendations = (db: Kysely<Tables>) =>
  db.selectFrom('recommendation').selectAll().orderBy('made_on').orderBy('id').execute()

export const findRecommendation = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('recommendation').selectAll().where('id', '=', id).executeTakeFirst()

export const saveRecommendation = (
  db: Kysely<Tables>,
  recommendation: Insertable<RecommendationTable>,
) => db.insertInto('recommendation').values(recommendation).execute()

export const changeRecommendation = (
  db: Kysely<Tables>,
  id: string,
  change: Pick<RecommendationTable, 'findings' | 'texts' | 'audience'>,
) => db.updateTable('recommendation').set(change).where('id', '=', id).execute()
