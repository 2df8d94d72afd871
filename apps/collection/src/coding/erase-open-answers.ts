import { openAnswerMark } from '@echolot/crypto/pseudonym'
import type { Pseudonym, StudyId } from '@echolot/study'
import type { House } from '../house.ts'
import { listCodings } from '../store/codings.ts'
import { deleteOpenAnswers } from '../store/open-answers.ts'
import { listQuotedWords } from '../store/quotes.ts'
import { listWaves } from '../store/waves.ts'
import { dropQuotesFromDrafts } from './drop-quotes-from-drafts.ts'

/** Tables in which one person's answers in own words leave traces; quotes do so in drafts of reports, too. */
export const OPEN_ANSWER_TABLES = [
  'open_answer',
  'coding_task',
  'settlement',
  'quote',
  'report_model',
] as const

/** Whoever withdraws, or whose response is replaced by another, takes words, codes and quotes along, out of reports in work, too. */
export const eraseOpenAnswers = async (
  { study, psn }: { readonly study: StudyId; readonly psn: Pseudonym },
  { db, keyring }: Pick<House, 'db' | 'keyring'>,
): Promise<number> => {
  const codings = (
    await Promise.all((await listWaves(db, study)).map((wave) => listCodings(db, wave)))
  ).flat()
  if (codings.length === 0) return 0
  const { psn: key } = await keyring.ofStudy(study)
  const origins = [...new Set(codings.map(({ item }) => item))].map((item) =>
    openAnswerMark(key, psn, item),
  )
  await dropQuotesFromDrafts({ study, words: await listQuotedWords(db, origins) }, { db })
  return deleteOpenAnswers(db, origins)
}
