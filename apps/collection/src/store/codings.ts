import type { Kysely } from 'kysely'
import type { CodingTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** One open question of a wave. */
export type QuestionPlace = WavePlace & { readonly item: string }

export const listCodings = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('coding')
    .selectAll()
    .where('study', '=', study)
    .where('wave', '=', wave)
    .orderBy('item')
    .execute()

export const findCoding = (db: Kysely<Tables>, { study, wave, item }: QuestionPlace) =>
  db
    .selectFrom('coding')
    .selectAll()
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('item', '=', item)
    .executeTakeFirst()

/** Sets a question up, or changes how it is. */
export const saveCoding = async (
  db: Kysely<Tables>,
  row: Omit<CodingTable, 'first_done_on' | 'second_done_on'>,
) => {
  const { doubled, quote_consent, first_coder, second_coder } = row
  await db
    .insertInto('coding')
    .values({ ...row, first_done_on: null, second_done_on: null })
    .onConflict((conflict) =>
      conflict
        .columns(['study', 'wave', 'item'])
        .doUpdateSet({ doubled, quote_consent, first_coder, second_coder }),
    )
    .execute()
}

/** Marks who is done, null takes it back; or seats somebody else. */
export const changeCoders = (
  db: Kysely<Tables>,
  { study, wave, item }: QuestionPlace,
  done: Partial<
    Pick<CodingTable, 'first_coder' | 'second_coder' | 'first_done_on' | 'second_done_on'>
  >,
) =>
  db
    .updateTable('coding')
    .set(done)
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('item', '=', item)
    .execute()
