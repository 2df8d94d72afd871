import { CodingSetUp } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { readWave } from '../fieldwork/read-wave.ts'
import type { House } from '../house.ts'
import { codingNotReady, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listCodingTasks } from '../store/coding-tasks.ts'
import { findCoding, saveCoding } from '../store/codings.ts'
import { lockFor } from '../store/locks.ts'
import { listOrigins } from '../store/open-answers.ts'
import { nameOf, placeOf } from './question.ts'
import { listQuestions } from './wave-answers.ts'

export const putCoding = endpoint({
  method: 'put',
  path: '/v1/studies/:study/waves/:wave/coding/:item',
  summary:
    'Says how the answers to an open question are coded: by whom, how many twice, and what allows quotes.',
  access: byRole('data_manager'),
  body: CodingSetUp,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codingNotReady],
  run: async ({ caller, params, body }, house: House) => {
    const { db } = house
    const round = await readWave(db, params)
    const place = placeOf(params)
    await lockFor(db, `coding ${nameOf(place)}`)
    if (!(await listQuestions(round, house)).some(({ name }) => name === params.item))
      throw notFound({ what: 'open question' })
    const [first, second] = body.coders
    const analysts = new Set((await house.staff.staffWith(db, 'analyst')).map(({ id }) => id))
    const faults = [
      ...(first === second ? [{ path: 'coders', message: 'must be two persons' }] : []),
      ...body.coders.flatMap((coder, n) =>
        analysts.has(coder) ? [] : [{ path: `coders.${n}`, message: 'must be an analyst' }],
      ),
    ]
    if (faults.length > 0) throw invalidInput({ errors: faults })
    const quoteConsent = body.quoteConsent && JSON.stringify(body.quoteConsent)
    const before = await findCoding(db, place)
    if (before && before.quote_consent !== quoteConsent) await refuseOnceDrawn(place, house)
    if (before && (before.first_coder !== first || before.second_coder !== second))
      await refuseOnceDealt(place, house)
    await saveCoding(db, {
      ...place,
      doubled: body.doubled,
      quote_consent: quoteConsent,
      first_coder: first,
      second_coder: second,
    })
    await writeAudit(house, {
      actor: caller.id,
      act: 'coding.set-up',
      obj: nameOf(place),
      params: body,
    })
  },
})

const refuseOnceDrawn = async (place: ReturnType<typeof placeOf>, { db }: House) => {
  if ((await listOrigins(db, place)).some(({ item }) => item === place.item))
    throw codingNotReady({
      reason: 'answers were taken over under another consent to quotes',
      remedy: 'leave the consent as it is',
    })
}

const refuseOnceDealt = async (place: ReturnType<typeof placeOf>, { db }: House) => {
  if ((await listCodingTasks(db, place)).length > 0)
    throw codingNotReady({
      reason: 'the coders have their answers already',
      remedy: 'leave the coders as they are, or let somebody take over what one has not coded',
    })
}
