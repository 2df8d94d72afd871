import { StudyFile } from '@echolot/contract/study'
import { notFound } from '@echolot/problem'
import type { StudyId } from '@echolot/study'
import type { Kysely } from 'kysely'
import type { LetterTextTable, Tables } from './tables.ts'

/** @throws not-found */
export const readStudy = async (db: Kysely<Tables>, study: StudyId): Promise<StudyFile> => {
  const row = await db
    .selectFrom('study')
    .select('file')
    .where('study', '=', study)
    .executeTakeFirst()
  if (!row) throw notFound({ what: 'study' })
  return StudyFile.parse(JSON.parse(row.file))
}

export const listStudies = async (db: Kysely<Tables>): Promise<readonly StudyFile[]> => {
  const rows = await db.selectFrom('study').select('file').orderBy('study').execute()
  return rows.map(({ file }) => StudyFile.parse(JSON.parse(file)))
}

/** Adds a study or renews its description. */
export const saveStudy = (db: Kysely<Tables>, study: StudyFile, addedOn: string) =>
  db
    .insertInto('study')
    .values({ study: study.study, file: JSON.stringify(study), added_on: addedOn })
    .onConflict((conflict) =>
      conflict.column('study').doUpdateSet(({ ref }) => ({ file: ref('excluded.file') })),
    )
    .execute()

/** Replaces all words of a study's letters. */
export const saveLetterTexts = async (
  db: Kysely<Tables>,
  study: StudyId,
  texts: readonly Omit<LetterTextTable, 'study'>[],
) => {
  await db.deleteFrom('letter_text').where('study', '=', study).execute()
  if (texts.length > 0)
    await db
      .insertInto('letter_text')
      .values(texts.map((text) => ({ study, ...text })))
      .execute()
}

export const listLetterTexts = (db: Kysely<Tables>, study: StudyId) =>
  db
    .selectFrom('letter_text')
    .select(['kind', 'language', 'file'])
    .where('study', '=', study)
    .execute()
