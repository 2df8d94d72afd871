import type { Insertable, Kysely } from 'kysely'
import type { BatchTable, OutboxTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** Puts one event sealed to the vault into the outbox. */
export const saveEvent = (db: Kysely<Tables>, event: Insertable<OutboxTable>) =>
  db.insertInto('outbox').values(event).execute()

export const countHeld = async (db: Kysely<Tables>, { study, wave }: WavePlace): Promise<number> =>
  (
    await db
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('study', '=', study)
      .where('wave', '=', wave)
      .executeTakeFirstOrThrow()
  ).n

export const listHeld = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('outbox')
    .select(['id', 'kind', 'sealed'])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .execute()

export const deleteHeld = async (db: Kysely<Tables>, ids: readonly string[]) => {
  for (let start = 0; start < ids.length; start += 1_000)
    await db
      .deleteFrom('outbox')
      .where('id', 'in', ids.slice(start, start + 1_000))
      .execute()
}

export const findNewestBatch = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('batch')
    .select('seq')
    .where('study', '=', study)
    .where('wave', '=', wave)
    .orderBy('seq', 'desc')
    .executeTakeFirst()

export const saveBatch = (db: Kysely<Tables>, batch: Insertable<BatchTable>) =>
  db.insertInto('batch').values(batch).execute()

/** Batches after `after` whose payload is still here. */
export const listBatches = (db: Kysely<Tables>, { study, wave }: WavePlace, after: number) =>
  db
    .selectFrom('batch')
    .select(['seq', 'payload'])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('seq', '>', after)
    .where('payload', 'is not', null)
    .orderBy('seq')
    .execute()

/** The vault has them: what they held is wiped, their counts stay. */
export const wipeBatches = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
  upTo: number,
): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('batch')
    .set({ payload: null })
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('seq', '<=', upTo)
    .where('payload', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Events by kind, ever, those still held included. */
export const countEvents = async (
  db: Kysely<Tables>,
  place: WavePlace,
): Promise<{ done: number; refused: number; withdrawn: number; held: number }> => {
  const { study, wave } = place
  const sent = await db
    .selectFrom('batch')
    .select(({ fn }) => [
      fn.sum<number | null>('done').as('done'),
      fn.sum<number | null>('refused').as('refused'),
      fn.sum<number | null>('withdrawn').as('withdrawn'),
    ])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .executeTakeFirstOrThrow()
  const held = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .groupBy('kind')
    .execute()
  const waiting = (kind: OutboxTable['kind']) => held.find((row) => row.kind === kind)?.n ?? 0
  return {
    done: Number(sent.done ?? 0) + waiting('done'),
    refused: Number(sent.refused ?? 0) + waiting('refused'),
    withdrawn: Number(sent.withdrawn ?? 0) + waiting('withdrawn'),
    held: held.reduce((sum, { n }) => sum + n, 0),
  }
}
