import type { Insertable, Kysely } from 'kysely'
import type { QuestionPlace } from './codings.ts'
import type { FormerCoderTable, Tables } from './tables.ts'

/** Whoever leaves a seat for the second time has left it on the later day. */
export const saveFormerCoder = (db: Kysely<Tables>, former: Insertable<FormerCoderTable>) =>
  db
    .insertInto('former_coder')
    .values(former)
    .onConflict((conflict) =>
      conflict
        .columns(['study', 'wave', 'item', 'seat', 'coder'])
        .doUpdateSet({ left_on: former.left_on, reason: former.reason }),
    )
    .execute()

export const listFormerCoders = (db: Kysely<Tables>, { study, wave, item }: QuestionPlace) =>
  db
    .selectFrom('former_coder')
    .selectAll()
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('item', '=', item)
    .orderBy('left_on')
    .orderBy('coder')
    .execute()
