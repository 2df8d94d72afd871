import type { StudyFile } from '@echolot/contract/study'
import type { StudyId } from '@echolot/study'
import type { Kysely } from 'kysely'
import { letterTextMissing } from '../problems.ts'
import { listLetterTexts } from '../store/studies.ts'
import type { Tables } from '../store/tables.ts'
import { LetterText } from './letter-text.ts'

/** The words of one kind of letter: by language, and the language to which a reader of another one falls back. */
export type ChosenTexts = {
  readonly texts: readonly LetterText[]
  readonly languageFor: (language: string) => string
}

/**
 * Words that may be printed (drafts may not), in every language in which they stand. Whose language is not among them reads
 * the study's first language, as a letter of a German office would come anyway.
 * @throws letter-text-missing without words in that first language
 */
export const chooseTexts = async (
  db: Kysely<Tables>,
  { study, languages }: StudyFile & { readonly study: StudyId },
  kind: 'invitation' | 'reminder',
): Promise<ChosenTexts> => {
  const source = languages[0] as string
  const texts = (await listLetterTexts(db, study))
    .filter((row) => row.kind === kind)
    .map((row) => LetterText.parse(JSON.parse(row.file)))
    .filter(({ status }) => status !== 'draft')
  const known = new Set(texts.map(({ language }) => language))
  if (!known.has(source))
    throw letterTextMissing({
      kind,
      language: source,
      remedy: 'add the words under letters/ and run: echolot vault study add',
    })
  return { texts, languageFor: (language) => (known.has(language) ? language : source) }
}
