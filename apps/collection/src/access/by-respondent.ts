import type { EventToken, LinkSecret } from '@echolot/crypto/pseudonym'
import { openSession, sealSession } from '@echolot/crypto/session'
import { answered, cookieName, cookies, type Request, sessionCookie } from '@echolot/http'
import type { InstrumentId, Pseudonym, StratumId, StudyId, WaveId } from '@echolot/study'
import type { House } from '../house.ts'
import { sessionOver } from '../problems.ts'

/** What the cookie of a respondent holds, sealed; the server remembers nothing. */
export type RespondentSession = {
  readonly study: StudyId
  readonly wave: WaveId
  readonly psn: Pseudonym
  readonly stratum: StratumId
  readonly link: LinkSecret
  readonly household?: LinkSecret
  readonly token: EventToken
  readonly instrument: InstrumentId
}
type Sealed = { readonly session: RespondentSession; readonly renewFrom: number }
export type Respondent = RespondentSession & {
  /** A `set-cookie` header that keeps the session alive, when it is time for one. */
  readonly renewal: string | undefined
}

const COOKIE = 'r'
const MINUTE = 60_000
const LIFETIME = 60 * MINUTE
/** A cookie is renewed when it is this old, not at every page. */
const RENEWAL = 5 * MINUTE

/** The cookie that begins or keeps a session of 60 minutes. */
export const respondentCookie = (
  session: RespondentSession,
  { keyring, config, now }: House,
): string => {
  const moment = now().getTime()
  const sealed: Sealed = { session, renewFrom: moment + RENEWAL }
  return sessionCookie({
    name: COOKIE,
    value: sealSession(keyring.office().session, sealed, new Date(moment + LIFETIME)),
    transport: config.transport,
  })
}

/** The cookie that ends a session. */
export const noRespondentCookie = ({ config }: House): string =>
  sessionCookie({ name: COOKIE, value: '', transport: config.transport })

/** Who has typed a code in this browser within the last hour. @throws session-over */
export const byRespondent = (request: Request, house: House): Respondent => {
  const { transport } = house.config
  const text = cookies(request)[cookieName({ name: COOKIE, transport })]
  const moment = house.now()
  const sealed =
    text === undefined
      ? undefined
      : openSession<Sealed>(house.keyring.office().session, text, moment)
  if (!sealed) throw sessionOver({})
  const { session, renewFrom } = sealed
  const renewal = moment.getTime() >= renewFrom ? respondentCookie(session, house) : undefined
  return { ...session, renewal }
}

/** The answer `body`, with the session kept alive. */
export const keptAlive = <Body>(body: Body, { renewal }: Respondent) =>
  answered(body, { headers: renewal === undefined ? {} : { 'set-cookie': renewal } })
