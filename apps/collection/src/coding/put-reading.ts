import { ReadingReceipt, ReadingVerdict } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import {
  codingNotReady,
  roleMissing,
  secondFactorNeeded,
  secondPersonNeeded,
  signInNeeded,
} from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { changeOpenAnswer, findOpenAnswer } from '../store/open-answers.ts'
import type { OpenAnswerTable } from '../store/tables.ts'
import { wordsIn } from './open-questions.ts'
import { nameOf, readCoding } from './question.ts'
import { needsSecondReader } from './quote-rules.ts'
import { masked, maskFaults } from './scrubbing/mask.ts'
import { findRawWords } from './wave-answers.ts'

export const putReading = endpoint({
  method: 'put',
  path: '/v1/studies/:study/waves/:wave/coding/:item/readings/:id',
  summary: 'Passes an answer masked, asks for a second reader, or withholds it.',
  access: byRole('data_manager'),
  body: ReadingVerdict,
  problems: [
    signInNeeded,
    roleMissing,
    secondFactorNeeded,
    notFound,
    codingNotReady,
    secondPersonNeeded,
  ],
  answer: ReadingReceipt,
  run: async ({ caller, params, body }, house: House): Promise<ReadingReceipt> => {
    const { db } = house
    const coding = await readCoding(db, params)
    await lockFor(db, `coding ${nameOf(coding)}`)
    const answer = await findOpenAnswer(db, coding, params.id)
    if (!answer) throw notFound({ what: 'answer' })
    if (answer.state === 'passed' || answer.state === 'withheld')
      throw codingNotReady({
        reason: 'somebody has read it meanwhile',
        remedy: 'take the next one',
      })
    const isSecond = answer.state === 'second'
    if (isSecond && answer.first_reader === caller.id) throw secondPersonNeeded({})
    const raw = await findRawWords({ place: coding, origin: answer.origin }, house)
    const original = raw && wordsIn(raw.answers, raw.item)
    if (original === undefined) throw notFound({ what: 'answer' })
    const wrong = maskFaults(original, body.masks)
    if (wrong.length > 0)
      throw invalidInput({
        errors: wrong.map((place) => ({
          path: `masks.${place}`,
          message: 'lies outside the words or over another mask',
        })),
      })
    const words = masked(original, body.masks)
    const smoothed = body.smoothed?.trim() || null
    const state = stateAfter({
      verdict: body.verdict,
      reader: isSecond ? 'second' : 'first',
      readable: needsSecondReader(words, smoothed),
    })
    await changeOpenAnswer(db, answer.id, {
      state,
      words: state === 'passed' ? words : null,
      smoothed: state === 'withheld' ? null : smoothed,
      masks: state === 'second' ? JSON.stringify(body.masks) : null,
      note: state === 'second' ? body.note : null,
      ...(isSecond ? { second_reader: caller.id } : { first_reader: caller.id }),
    })
    await writeAudit(house, {
      actor: caller.id,
      act: `coding.answer-${state}`,
      obj: nameOf(coding),
    })
    return { state }
  },
})

/** A first reader alone passes nothing in which something sure can still be read; the second one decides. */
const stateAfter = ({
  verdict,
  reader,
  readable,
}: {
  readonly verdict: ReadingVerdict['verdict']
  readonly reader: 'first' | 'second'
  readonly readable: boolean
}): Exclude<OpenAnswerTable['state'], 'waiting'> => {
  if (verdict === 'withhold') return 'withheld'
  if (reader === 'second') return 'passed'
  return verdict === 'second-reader' || readable ? 'second' : 'passed'
}
