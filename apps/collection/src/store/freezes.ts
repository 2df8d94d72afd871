import type { Insertable, Kysely } from 'kysely'
import type { FreezeTable, Tables, WithdrawnCaseTable } from './tables.ts'
import type { WavePlace } from './waves.ts'

export const saveFreeze = (db: Kysely<Tables>, freeze: Insertable<FreezeTable>) =>
  db.insertInto('freeze').values(freeze).execute()

export const listFreezes = (db: Kysely<Tables>) =>
  db.selectFrom('freeze').selectAll().orderBy('made_on', 'desc').orderBy('id').execute()

/** The plan that was fixed with a freeze; undefined without a freeze or a plan. */
export const findFreezePlan = async (db: Kysely<Tables>, id: string): Promise<string | undefined> =>
  (await db.selectFrom('freeze').select('plan').where('id', '=', id).executeTakeFirst())?.plan ??
  undefined

export const listFreezesOf = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db.selectFrom('freeze').select('id').where('study', '=', study).where('wave', '=', wave).execute()

/** A row of an earlier freeze that its holders must delete. */
export const saveWithdrawnCase = (db: Kysely<Tables>, withdrawn: Insertable<WithdrawnCaseTable>) =>
  db
    .insertInto('withdrawn_case')
    .values(withdrawn)
    .onConflict((conflict) => conflict.columns(['freeze', 'export_id']).doNothing())
    .execute()

export const listWithdrawnCases = async (db: Kysely<Tables>, freeze: string) =>
  (
    await db
      .selectFrom('withdrawn_case')
      .select('export_id')
      .where('freeze', '=', freeze)
      .orderBy('export_id')
      .execute()
  ).map(({ export_id }) => export_id)
