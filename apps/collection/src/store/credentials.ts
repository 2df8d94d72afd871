import type { Verifier } from '@echolot/crypto/pseudonym'
import type { CredentialId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { CredentialTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** The credential behind a code, by what the key makes of it; revoked ones are not found. */
export const findCredential = (db: Kysely<Tables>, verifiers: readonly Verifier[]) =>
  db
    .selectFrom('credential')
    .select(['cred', 'study', 'wave', 'wrap'])
    .where('verifier', 'in', verifiers)
    .where('state', '=', 'issued')
    .executeTakeFirst()

/**
 * Registers credentials. One that is here already counts as duplicate; one whose name or code belongs to another is
 * rejected and changes nothing.
 */
export const saveCredentials = async (
  db: Kysely<Tables>,
  credentials: readonly Insertable<CredentialTable>[],
): Promise<{ accepted: number; duplicate: number; rejected: number }> => {
  if (credentials.length === 0) return { accepted: 0, duplicate: 0, rejected: 0 }
  const here = new Map(
    (
      await db
        .selectFrom('credential')
        .select(['cred', 'verifier'])
        .where(
          'cred',
          'in',
          credentials.map(({ cred }) => cred),
        )
        .execute()
    ).map(({ cred, verifier }) => [cred, verifier]),
  )
  const duplicate = credentials.filter(({ cred, verifier }) => here.get(cred) === verifier).length
  const fresh = credentials.filter(({ cred }) => !here.has(cred))
  let accepted = 0
  for (let start = 0; start < fresh.length; start += 500) {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('credential')
      .values(fresh.slice(start, start + 500))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    accepted += Number(numInsertedOrUpdatedRows)
  }
  return { accepted, duplicate, rejected: credentials.length - duplicate - accepted }
}

/** Takes credentials out of use; says how many of the named ones are out of use now. */
export const revokeCredentials = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
  creds: readonly CredentialId[],
): Promise<number> => {
  let revoked = 0
  for (let start = 0; start < creds.length; start += 1_000) {
    const { numUpdatedRows } = await db
      .updateTable('credential')
      .set({ state: 'revoked' })
      .where('study', '=', study)
      .where('wave', '=', wave)
      .where('cred', 'in', creds.slice(start, start + 1_000))
      .executeTakeFirstOrThrow()
    revoked += Number(numUpdatedRows)
  }
  return revoked
}

/** How many were ever issued, revoked ones included, and how many of them are revoked. */
export const countCredentials = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
): Promise<{ issued: number; revoked: number }> => {
  const rows = await db
    .selectFrom('credential')
    .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .groupBy('state')
    .execute()
  const count = (state: CredentialTable['state']) => rows.find((row) => row.state === state)?.n ?? 0
  return { issued: count('issued') + count('revoked'), revoked: count('revoked') }
}
