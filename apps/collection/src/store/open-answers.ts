import type { StudyId } from '@echolot/study'
import { type Insertable, type Kysely, sql } from 'kysely'
import type { QuestionPlace } from './codings.ts'
import type { OpenAnswerTable, Tables } from './tables.ts'
import type { WavePlace } from './waves.ts'

/** Keeps answers in the order given, which must be a random one. */
export const saveOpenAnswers = async (
  db: Kysely<Tables>,
  answers: readonly Insertable<OpenAnswerTable>[],
) => {
  if (answers.length > 0) await db.insertInto('open_answer').values(answers).execute()
}

const ofQuestion = (db: Kysely<Tables>, { study, wave, item }: QuestionPlace) =>
  db
    .selectFrom('open_answer')
    .where('study', '=', study)
    .where('wave', '=', wave)
    .where('item', '=', item)

/** Answers of a question in the order of their random ids. */
export const listOpenAnswers = (db: Kysely<Tables>, place: QuestionPlace) =>
  ofQuestion(db, place).selectAll().orderBy('id').execute()

export const findOpenAnswer = (db: Kysely<Tables>, place: QuestionPlace, id: string) =>
  ofQuestion(db, place).selectAll().where('id', '=', id).executeTakeFirst()

/** How many answers of each question of a wave are in which state. */
export const countOpenAnswers = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('open_answer')
    .select(({ fn }) => ['item', 'state', fn.countAll<number>().as('n')])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .groupBy(['item', 'state'])
    .execute()

/** Where the answers of a wave come from, and which of them may be quoted. */
export const listOrigins = (db: Kysely<Tables>, { study, wave }: WavePlace) =>
  db
    .selectFrom('open_answer')
    .select(['item', 'origin', 'quote', 'state'])
    .where('study', '=', study)
    .where('wave', '=', wave)
    .execute()

export const changeOpenAnswer = (
  db: Kysely<Tables>,
  id: string,
  change: Partial<
    Pick<
      OpenAnswerTable,
      'state' | 'words' | 'smoothed' | 'masks' | 'note' | 'first_reader' | 'second_reader'
    >
  >,
) => db.updateTable('open_answer').set(change).where('id', '=', id).execute()

/** Takes answers away with all that was made of them; gives how many there were. */
export const deleteOpenAnswers = async (
  db: Kysely<Tables>,
  origins: readonly string[],
): Promise<number> => {
  if (origins.length === 0) return 0
  const ids = (
    await db.selectFrom('open_answer').select('id').where('origin', 'in', origins).execute()
  ).map(({ id }) => id)
  if (ids.length === 0) return 0
  for (const table of ['quote', 'settlement', 'coding_task'] as const)
    await db.deleteFrom(table).where('answer', 'in', ids).execute()
  await db.deleteFrom('open_answer').where('id', 'in', ids).execute()
  return ids.length
}

/** Answers that nobody passed go, as their words do; the others forget where they come from. */
export const forgetOrigins = async (db: Kysely<Tables>, study: StudyId) => {
  await db
    .deleteFrom('open_answer')
    .where('study', '=', study)
    .where('state', 'in', ['waiting', 'second'])
    .execute()
  await db
    .updateTable('open_answer')
    .set({ origin: sql.ref('id'), masks: null, note: null })
    .where('study', '=', study)
    .execute()
}
