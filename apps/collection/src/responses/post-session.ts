import { CodeSecrets, type Session, Session as SessionShape } from '@echolot/contract/responses'
import { tombstoneOf } from '@echolot/crypto/pseudonym'
import { answered, endpoint } from '@echolot/http'
import type { InstrumentId } from '@echolot/study'
import { byAnybody } from '../access/by-anybody.ts'
import { noRespondentCookie, respondentCookie } from '../access/by-respondent.ts'
import { type OpenedCode, openCode } from '../access/open-code.ts'
import type { House } from '../house.ts'
import { codeUnknown, tooManyTries } from '../problems.ts'
import { listAttempts } from '../store/inbox.ts'
import { hasPausedDraft } from '../store/paused-drafts.ts'
import { findResponse } from '../store/responses.ts'
import { hasTombstone } from '../store/tombstones.ts'
import { findWave } from '../store/waves.ts'

export const postSession = endpoint({
  method: 'post',
  path: '/v1/session',
  summary: 'Opens a questionnaire with what the browser derived from a code.',
  access: byAnybody,
  body: CodeSecrets,
  problems: [codeUnknown, tooManyTries],
  answer: SessionShape,
  transaction: 'none',
  run: async ({ caller: { network }, body }, house: House) => {
    const opened = await openCode({ network, secrets: body }, house)
    const { study, wave, psn, secrets } = opened
    const round = await findWave(house.db, { study, wave })
    const instrument = round?.instrument
    if (!round || !instrument) throw codeUnknown({})
    const state = await stateOf(opened, { house, closed: round.closed_on !== null })
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
          state === 'open'
            ? respondentCookie(cookieOf(opened, secrets, instrument), house)
            : noRespondentCookie(house),
      },
    })
  },
})

const cookieOf = (
  { study, wave, psn }: OpenedCode,
  { link, token, stratum, household }: OpenedCode['secrets'],
  instrument: InstrumentId,
) => ({
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
  { study, psn }: OpenedCode,
  { house, closed }: { house: House; closed: boolean },
): Promise<Session['state']> => {
  const { tomb } = await house.keyring.ofStudy(study)
  if (await hasTombstone(house.db, tombstoneOf(tomb, psn))) return 'closed'
  const rows = [await findResponse(house.db, psn), ...(await listAttempts(house.db, psn))]
  if (rows.some((row) => row && row.completed_in !== null)) return 'submitted'
  return closed ? 'closed' : 'open'
}
