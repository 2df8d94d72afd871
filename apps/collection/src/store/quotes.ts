import type { StudyId } from '@echolot/study'
import type { Insertable, Kysely } from 'kysely'
import type { QuestionPlace } from './codings.ts'
import type { QuoteTable, Tables } from './tables.ts'

export const listQuotes = (db: Kysely<Tables>, { study, wave, item }: QuestionPlace) =>
  db
    .selectFrom('quote')
    .innerJoin('open_answer', 'open_answer.id', 'quote.answer')
    .selectAll('quote')
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('item', '=', item)
    .orderBy('quote.id')
    .execute()

export const saveQuote = (db: Kysely<Tables>, quote: Insertable<QuoteTable>) =>
  db.insertInto('quote').values(quote).execute()

export const changeQuote = (
  db: Kysely<Tables>,
  id: string,
  change: Pick<QuoteTable, 'state' | 'approvals'>,
) => db.updateTable('quote').set(change).where('id', '=', id).execute()

/** What was proposed of answers, for print or not. */
export const listQuotedWords = async (
  db: Kysely<Tables>,
  origins: readonly string[],
): Promise<readonly string[]> => {
  if (origins.length === 0) return []
  const rows = await db
    .selectFrom('quote')
    .innerJoin('open_answer', 'open_answer.id', 'quote.answer')
    .select('quote.words')
    .where('open_answer.origin', 'in', origins)
    .execute()
  return rows.map(({ words }) => words)
}

/** What may be printed of a study's answers now. */
export const listApprovedWords = async (
  db: Kysely<Tables>,
  study: StudyId,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('quote')
    .innerJoin('open_answer', 'open_answer.id', 'quote.answer')
    .select('quote.words')
    .where('open_answer.study', '=', study)
    .where('quote.state', '=', 'approved')
    .execute()
  return rows.map(({ words }) => words)
}
