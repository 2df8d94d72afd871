import type { CredentialId, StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { WavePlace } from './feeds.ts'
import type { CredentialTable, LetterTable, Tables } from './tables.ts'

const AT_ONCE = 1_000

const inParts = async <Row>(
  rows: readonly Row[],
  work: (part: readonly Row[]) => Promise<unknown>,
) => {
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await work(rows.slice(start, start + AT_ONCE))
}

export const saveCredentials = (db: Kysely<Tables>, rows: readonly Insertable<CredentialTable>[]) =>
  inParts(rows, (part) => db.insertInto('credential').values(part).execute())

export const saveLetters = (db: Kysely<Tables>, rows: readonly Insertable<LetterTable>[]) =>
  inParts(rows, (part) => db.insertInto('letter').values(part).execute())

export const updateCredentials = (
  db: Kysely<Tables>,
  credentials: readonly CredentialId[],
  state: CredentialTable['state'],
) =>
  inParts(credentials, (part) =>
    db.updateTable('credential').set({ state }).where('credential', 'in', part).execute(),
  )

/** Credentials of letters that were never printed; nobody holds their codes. */
export const listOrphans = async (
  db: Kysely<Tables>,
  { study, wave }: WavePlace,
): Promise<readonly CredentialId[]> => {
  const rows = await db
    .selectFrom('credential')
    .innerJoin('mailing', 'mailing.mailing', 'credential.mailing')
    .select('credential.credential')
    .where('credential.study', '=', study)
    .where('credential.wave', '=', wave)
    .where('credential.state', '!=', 'revoked')
    .where('mailing.state', 'in', ['lost', 'failed'])
    .execute()
  return rows.map(({ credential }) => credential)
}

/** Who holds the credential with this token. */
export const findByTokenHash = (db: Kysely<Tables>, { study, wave }: WavePlace, hash: string) =>
  db
    .selectFrom('credential')
    .select(['person', 'credential'])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('token_hash', '=', hash)
    .executeTakeFirst()

/** Persons of one mailing. */
export const listPersonsOf = async (
  db: Kysely<Tables>,
  mailing: string,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('credential')
    .select('person')
    .where('mailing', '=', mailing)
    .execute()
  return rows.map(({ person }) => person)
}

/** The letter with this printed number, whose it is and in which state its mailing. */
export const findLetter = (db: Kysely<Tables>, study: StudyId, letter: string) =>
  db
    .selectFrom('letter')
    .innerJoin('credential', 'credential.credential', 'letter.credential')
    .innerJoin('mailing', 'mailing.mailing', 'letter.mailing')
    .innerJoin('person', 'person.person', 'credential.person')
    .selectAll('person')
    .select(['credential.wave', 'letter.mailing', 'mailing.state'])
    .where('letter.study', '=', study)
    .where('letter.letter', '=', letter)
    .executeTakeFirst()
