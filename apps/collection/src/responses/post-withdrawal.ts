import { Withdrawal } from '@echolot/contract/responses'
import { afterErasure } from '@echolot/database'
import { endpoint } from '@echolot/http'
import { byAnybody } from '../access/by-anybody.ts'
import { openCode } from '../access/open-code.ts'
import { anonymousSince } from '../anonymity/anonymous-since.ts'
import { OPEN_ANSWER_TABLES } from '../coding/erase-open-answers.ts'
import type { House } from '../house.ts'
import { codeUnknown, tooManyTries, withdrawalOver } from '../problems.ts'
import { withdraw } from './withdraw.ts'

export const postWithdrawal = endpoint({
  method: 'post',
  path: '/v1/withdrawal',
  summary: 'Deletes all answers given with this code; answered alike whether there were any.',
  access: byAnybody,
  body: Withdrawal,
  problems: [codeUnknown, tooManyTries, withdrawalOver],
  run: async ({ caller: { network }, body }, house: House) => {
    const since = await anonymousSince(house.db, body.study)
    if (since !== undefined) throw withdrawalOver({ since })
    await withdraw(
      { opened: await openCode({ network, secrets: body }, house), scope: body.scope },
      house,
    )
  },
  // PostgreSQL cannot vacuum within the transaction; SQLite empties its log only after it.
  afterwards: (_asked, { db }: House) =>
    afterErasure(db, ['inbox', 'response', 'conflict', 'paused_draft', ...OPEN_ANSWER_TABLES]),
})
