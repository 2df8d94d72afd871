import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import type { Kysely } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { listThreads, moveThreads } from '../store/threads.ts'
import { renamedElements } from './renamed-elements.ts'

/** Comments stay at their element when a save gives it a new name, and go back with it when that is undone. */
export const followRenames = async (
  {
    name,
    before,
    after,
  }: { readonly name: string; readonly before: string; readonly after: InstrumentEnvelope },
  db: Kysely<Tables>,
): Promise<void> => {
  const elements = [...new Set((await listThreads(db, name)).map(({ element }) => element))]
  if (elements.length === 0) return
  const { survey } = JSON.parse(before) as InstrumentEnvelope
  for (const [from, to] of renamedElements(survey, after.survey, elements))
    await moveThreads(db, { name, from, to })
}
