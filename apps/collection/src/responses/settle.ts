import { tombstoneOf } from '@echolot/crypto/pseudonym'
import { randomId, shuffled } from '@echolot/crypto/random'
import { answeredShare, type Instrument } from '@echolot/instrument'
import { shownItems } from '@echolot/routing'
import { dispositionOf, type Pseudonym } from '@echolot/study'
import { eraseOpenAnswers } from '../coding/erase-open-answers.ts'
import type { House } from '../house.ts'
import { saveConflicts } from '../store/conflicts.ts'
import { deleteAttempts, listAttemptsOf } from '../store/inbox.ts'
import { deleteRefusals } from '../store/refusals.ts'
import { deleteResponse, readResponse, saveResponses } from '../store/responses.ts'
import type { ConflictTable, InboxTable, ResponseTable, ShareColumns } from '../store/tables.ts'
import { winnerOf } from './winner-of.ts'

type Settled = ResponseTable & { readonly ordinal: number; readonly completed: boolean }

/**
 * Moves what these persons have in the inbox to the responses, in random order, within the caller's transaction. Of
 * several attempts of one person the winner becomes the response, the others are set aside.
 */
export const settle = async (psns: readonly Pseudonym[], house: House): Promise<number> => {
  const { db } = house
  const attempts = await listAttemptsOf(db, psns)
  const responses: ResponseTable[] = []
  const conflicts: ConflictTable[] = []
  for (const psn of shuffled(psns)) {
    const mine = await Promise.all(
      attempts.filter((row) => row.psn === psn).map((row) => settledOf(row, house)),
    )
    const earlier = await readResponse(db, psn)
    const [first, ...others] = [
      ...(earlier ? [{ ...earlier, ordinal: 0, completed: earlier.completed_in !== null }] : []),
      ...mine,
    ]
    if (!first || mine.length === 0) continue
    const winner = winnerOf<Settled>([first, ...others])
    if (earlier) await deleteResponse(db, psn)
    // Other words than those that were read.
    if (earlier && winner !== first) await eraseOpenAnswers({ study: earlier.study, psn }, house)
    responses.push(responseOf(winner))
    for (const loser of [first, ...others])
      if (loser !== winner)
        conflicts.push({
          ...responseOf(loser),
          id: randomId(),
          reason: isEqual(loser, winner) ? 'later' : 'less-complete',
        })
  }
  await saveResponses(db, responses)
  await saveConflicts(db, shuffled(conflicts))
  await deleteAttempts(db, psns)
  await deleteRefusals(
    db,
    await Promise.all(
      responses.map(async ({ psn, study }) =>
        tombstoneOf((await house.keyring.ofStudy(study)).tomb, psn),
      ),
    ),
  )
  return responses.length
}

const isEqual = (a: Settled, b: Settled) =>
  a.completed === b.completed && a.answered * b.applicable === b.answered * a.applicable

const settledOf = async (row: InboxTable, house: House): Promise<Settled> => {
  const { counter: _counter, ...kept } = row
  const { instrument } = await house.instruments.read(house.db, row.instrument)
  return { ...kept, ...shareOf(row, instrument), completed: row.completed_in !== null }
}

/** A finished response counts by what was on screen, a break-off by what would have come. */
const shareOf = (row: InboxTable, instrument: Instrument): ShareColumns => {
  const answers = JSON.parse(row.answers)
  const shown = row.completed_in === null ? shownItems(instrument, answers) : JSON.parse(row.shown)
  const share = answeredShare(instrument, answers, shown)
  return { ...share, disposition: dispositionOf(share) }
}

const responseOf = ({ ordinal: _ordinal, completed: _completed, ...response }: Settled) => response
