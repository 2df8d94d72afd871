import type { Insertable, Kysely } from 'kysely'
import type { QuestionPlace } from './codings.ts'
import type { Tables, ToldCountsTable } from './tables.ts'

export const findToldCounts = (db: Kysely<Tables>, { study, wave, item }: QuestionPlace) =>
  db
    .selectFrom('told_counts')
    .select(['answers', 'counts'])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('item', '=', item)
    .executeTakeFirst()

export const saveToldCounts = (db: Kysely<Tables>, told: Insertable<ToldCountsTable>) =>
  db
    .insertInto('told_counts')
    .values(told)
    .onConflict((conflict) =>
      conflict
        .columns(['study', 'wave', 'item'])
        .doUpdateSet({ answers: told.answers, counts: told.counts }),
    )
    .execute()
