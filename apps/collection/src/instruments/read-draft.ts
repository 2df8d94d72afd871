import { notFound } from '@echolot/problem'
import type { Kysely } from 'kysely'
import { findDraft } from '../store/instrument-drafts.ts'
import type { Tables } from '../store/tables.ts'

/** The draft `name` as it is now. @throws not-found */
export const readDraft = async (db: Kysely<Tables>, name: string) => {
  const draft = await findDraft(db, name)
  if (!draft) throw notFound({ what: 'draft' })
  return draft
}
