import type { Insertable, Kysely } from 'kysely'
import type { Tables, ThreadCommentTable, ThreadTable } from './tables.ts'

export const saveThread = (db: Kysely<Tables>, thread: Insertable<ThreadTable>) =>
  db.insertInto('thread').values(thread).execute()

/** Threads of a questionnaire, the open ones first. */
export const listThreads = (db: Kysely<Tables>, name: string) =>
  db
    .selectFrom('thread')
    .selectAll()
    .where('name', '=', name)
    .orderBy('state')
    .orderBy('element')
    .orderBy('id')
    .execute()

export const findThread = (db: Kysely<Tables>, name: string, id: string) =>
  db
    .selectFrom('thread')
    .selectAll()
    .where('name', '=', name)
    .where('id', '=', id)
    .executeTakeFirst()

export const changeThread = (
  db: Kysely<Tables>,
  id: string,
  change: Pick<ThreadTable, 'state' | 'task' | 'resolved_on' | 'resolved_by_name'>,
) => db.updateTable('thread').set(change).where('id', '=', id).execute()

/** Threads at an element go with it to its new name. */
export const moveThreads = (
  db: Kysely<Tables>,
  { name, from, to }: { readonly name: string; readonly from: string; readonly to: string },
) =>
  db
    .updateTable('thread')
    .set({ element: to })
    .where('name', '=', name)
    .where('element', '=', from)
    .execute()

/** What was said in the threads of a questionnaire, in order. */
export const listComments = (db: Kysely<Tables>, name: string) =>
  db
    .selectFrom('thread_comment')
    .innerJoin('thread', 'thread.id', 'thread_comment.thread')
    .selectAll('thread_comment')
    .where('thread.name', '=', name)
    .orderBy('thread_comment.thread')
    .orderBy('thread_comment.ordinal')
    .execute()

/** Adds to the end of a thread; within the caller's lock on it. */
export const saveComment = async (
  db: Kysely<Tables>,
  comment: Omit<Insertable<ThreadCommentTable>, 'ordinal'>,
) => {
  const newest = await db
    .selectFrom('thread_comment')
    .select(({ fn }) => fn.max('ordinal').as('ordinal'))
    .where('thread', '=', comment.thread)
    .executeTakeFirst()
  await db
    .insertInto('thread_comment')
    .values({ ...comment, ordinal: (newest?.ordinal ?? 0) + 1 })
    .execute()
}

/** Everybody who has written a draft or a comment, once each. */
export const listWriters = async (db: Kysely<Tables>) => {
  const saved = await db
    .selectFrom('instrument_history')
    .select(['saved_by as id', 'saved_by_name as name'])
    .where('saved_by_name', '!=', '')
    .where('saved_by', '!=', 'command')
    .distinct()
    .execute()
  const said = await db
    .selectFrom('thread_comment')
    .select(['said_by as id', 'said_by_name as name'])
    .distinct()
    .execute()
  return [...new Map([...saved, ...said].map((person) => [person.id, person])).values()]
}
