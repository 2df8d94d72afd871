import { Refusal } from '@echolot/contract/responses'
import { afterErasure } from '@echolot/database'
import { endpoint } from '@echolot/http'
import { byAnybody } from '../access/by-anybody.ts'
import { openCode } from '../access/open-code.ts'
import { refuseIfAnonymous } from '../anonymity/anonymous-since.ts'
import type { House } from '../house.ts'
import { codeUnknown, tooManyTries, waveClosed } from '../problems.ts'
import { refuse } from './refuse.ts'

export const postRefusal = endpoint({
  method: 'post',
  path: '/v1/refusal',
  summary: 'Someone does not want to take part: nothing is kept, no letter follows.',
  access: byAnybody,
  body: Refusal,
  problems: [codeUnknown, tooManyTries, waveClosed],
  run: async ({ caller: { network }, body }, house: House) => {
    await refuseIfAnonymous(house.db, body.study)
    const { study, wave, psn, secrets } = await openCode({ network, secrets: body }, house)
    await refuse(
      {
        session: { study, wave, psn, token: secrets.token },
        disposition: body.reason === 'consent' ? '2.111' : '2.11',
      },
      house,
    )
  },
  afterwards: (_asked, { db }: House) => afterErasure(db, ['inbox', 'paused_draft']),
})
