import type { StudyId } from '@echolot/study'
import type { Insertable, Kysely, Updateable } from 'kysely'
import type { WavePlace } from './feeds.ts'
import type { MailingTable, Tables } from './tables.ts'

export type MailingRow = MailingTable

export const findMailing = (db: Kysely<Tables>, mailing: string): Promise<MailingRow | undefined> =>
  db.selectFrom('mailing').selectAll().where('mailing', '=', mailing).executeTakeFirst()

/** The newest first. */
export const listMailings = (db: Kysely<Tables>, study?: StudyId): Promise<MailingRow[]> =>
  db
    .selectFrom('mailing')
    .selectAll()
    .$if(study !== undefined, (query) => query.where('study', '=', study as StudyId))
    .orderBy('study')
    .orderBy('ordinal', 'desc')
    .execute()

/** A mailing of this wave that is neither out nor over. */
export const findUnderWay = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('mailing')
    .select(['mailing', 'state'])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('state', 'in', ['ordered', 'drawing', 'registering', 'ready'])
    .executeTakeFirst()

/** Mailings whose codes were in the memory of a process that is no more. */
export const listInterrupted = (db: Kysely<Tables>): Promise<MailingRow[]> =>
  db
    .selectFrom('mailing')
    .selectAll()
    .where('state', 'in', ['drawing', 'registering', 'ready'])
    .execute()

/** 1, 2, 3 … within the study. */
export const nextOrdinal = async (db: Kysely<Tables>, study: StudyId): Promise<number> => {
  const { highest } = await db
    .selectFrom('mailing')
    .select(({ fn }) => fn.max<number | null>('ordinal').as('highest'))
    .where('study', '=', study)
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}

export const saveMailing = (db: Kysely<Tables>, row: Insertable<MailingTable>) =>
  db.insertInto('mailing').values(row).execute()

export const updateMailing = (
  db: Kysely<Tables>,
  mailing: string,
  columns: Updateable<MailingTable>,
) => db.updateTable('mailing').set(columns).where('mailing', '=', mailing).execute()

/** Moves a mailing on, unless somebody else did; tells whether it was us. */
export const moveMailing = async (
  db: Kysely<Tables>,
  mailing: string,
  { from, ...columns }: Updateable<MailingTable> & { readonly from: MailingTable['state'] },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('mailing')
    .set(columns)
    .where('mailing', '=', mailing)
    .where('state', '=', from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Waves of a study of which letters were drawn. */
export const listWrittenWaves = async (
  db: Kysely<Tables>,
  study: StudyId,
): Promise<readonly WavePlace['wave'][]> => {
  const rows = await db
    .selectFrom('credential')
    .select('wave')
    .distinct()
    .where('study', '=', study)
    .orderBy('wave')
    .execute()
  return rows.map(({ wave }) => wave)
}
