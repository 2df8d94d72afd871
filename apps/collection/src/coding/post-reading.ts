import { Reading } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listOpenAnswers } from '../store/open-answers.ts'
import type { OpenAnswerTable } from '../store/tables.ts'
import { wordsIn } from './open-questions.ts'
import { nameOf, readCoding } from './question.ts'
import { findSpans } from './scrubbing/find-spans.ts'
import { findRawWords } from './wave-answers.ts'

export const postReading = endpoint({
  method: 'post',
  path: '/v1/studies/:study/waves/:wave/coding/:item/readings',
  summary:
    'Shows the next answer that somebody must read before anybody else may; each look is written down.',
  access: byRole('data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: Reading,
  run: async ({ caller, params }, house: House): Promise<Reading> => {
    const coding = await readCoding(house.db, params)
    const open = (await listOpenAnswers(house.db, coding)).filter(
      ({ state, first_reader }) =>
        state === 'waiting' || (state === 'second' && first_reader !== caller.id),
    )
    const [next] = open
    if (!next) return { left: 0, answer: null }
    const raw = await findRawWords({ place: coding, origin: next.origin }, house)
    const words = raw && wordsIn(raw.answers, raw.item)
    if (words === undefined) throw notFound({ what: 'answer' })
    await writeAudit(house, { actor: caller.id, act: 'coding.raw-words-read', obj: nameOf(coding) })
    return {
      left: open.length,
      answer: { id: next.id, words, spans: [...findSpans(words)], first: firstOf(next) },
    }
  },
})

const firstOf = ({ state, masks, smoothed, note }: OpenAnswerTable) =>
  state === 'second' ? { masks: JSON.parse(masks ?? '[]'), smoothed, note: note ?? '' } : null
