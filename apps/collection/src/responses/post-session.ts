import { CodeSecrets, type Session, Session as SessionShape } from '@echolot/contract/responses'
import { tombstoneOf } from '@echolot/crypto/pseudonym'
import { answered, endpoint } from '@echolot/http'
import { byAnybody } from '../access/by-anybody.ts'
import {
  noRespondentCookie,
  type RespondentSession,
  respondentCookie,
} from '../access/by-respondent.ts'
import { type OpenedCode, openCode } from '../access/open-code.ts'
import { refuseIfAnonymous } from '../anonymity/anonymous-since.ts'
import type { House } from '../house.ts'
import { codeUnknown, tooManyTries, waveClosed } from '../problems.ts'
import { hasPausedDraft } from '../store/paused-drafts.ts'
import { readStanding } from '../store/standing.ts'

export const postSession = endpoint({
  method: 'post',
  path: '/v1/session',
  summary: 'Opens a questionnaire with what the browser derived from a code.',
  access: byAnybody,
  body: CodeSecrets,
  problems: [codeUnknown, tooManyTries, waveClosed],
  answer: SessionShape,
  transaction: 'none',
  run: async ({ caller: { network }, body }, house: House) => {
    await refuseIfAnonymous(house.db, body.study)
    const opened = await openCode({ network, secrets: body }, house)
    const { study, wave, psn, instrument } = opened
    const state = await stateOf(opened, house)
    house.tally.count('session.opened')
    const session: Session = {
      state,
      study,
      wave,
      instrument,
      paused: state === 'open' && (await hasPausedDraft(house.db, psn)),
    }
    return answered(session, {
      headers: {
        'set-cookie':
          state === 'open' ? respondentCookie(cookieOf(opened), house) : noRespondentCookie(house),
      },
    })
  },
})

const cookieOf = ({
  study,
  wave,
  psn,
  instrument,
  secrets: { link, token, stratum, household },
}: OpenedCode): RespondentSession => ({
  study,
  wave,
  psn,
  link,
  token,
  stratum,
  instrument,
  ...(household === undefined ? {} : { household }),
})

const stateOf = async (
  { study, wave, psn }: OpenedCode,
  { db, keyring }: House,
): Promise<Session['state']> => {
  const tombstone = tombstoneOf((await keyring.ofStudy(study)).tomb, psn)
  const { withdrawn, closed, finished } = await readStanding(db, { study, wave, psn, tombstone })
  if (withdrawn) return 'closed'
  if (finished.length > 0) return 'submitted'
  return closed ? 'closed' : 'open'
}
