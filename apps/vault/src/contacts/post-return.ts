import { LetterReturn, ReturnReceipt } from '@echolot/contract/mailings'
import { unprintableIn, widthOf } from '@echolot/documents'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { dayOf, RETURN_REASONS } from '@echolot/study'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import {
  ADDRESS_POINTS,
  ADDRESS_WIDTH,
  type Addressee,
  addressLinesOf,
  MOST_ADDRESS_LINES,
} from '../frame/address-lines.ts'
import { matchKeyOf } from '../frame/match-key.ts'
import type { House } from '../house.ts'
import { readLetterNumber } from '../letters/letter-number.ts'
import { letterNumberMistyped } from '../problems.ts'
import { countSentTo, saveContactEvents } from '../store/contact-events.ts'
import { findLetter } from '../store/credentials.ts'
import { addresseeOf, updatePerson, updateSample } from '../store/persons.ts'
import { blockPerson } from './block-person.ts'

const DECEASED = 5

/** A letter came back: keyed by its printed number and one of nine reasons. */
export const postReturn = endpoint({
  method: 'post',
  path: '/v1/returns',
  summary: 'Records a letter that came back, and a new address if there is one.',
  access: byRole('trust.clerk', 'trust.lead'),
  body: LetterReturn,
  problems: [...BY_ROLE_PROBLEMS, notFound, letterNumberMistyped],
  answer: ReturnReceipt,
  run: async ({ body, caller }, house: House): Promise<ReturnReceipt> => {
    const { db, now } = house
    const { study, reason, newAddress } = body
    const number = readLetterNumber(body.letter)
    if (!number)
      throw letterNumberMistyped({ remedy: 'type the number again: two, five and one digits' })
    const letter = await findLetter(db, study, number)
    if (letter?.state !== 'downloaded') throw notFound({ what: 'letter' })
    const { wave, mailing, person } = letter
    const attempt = Math.max(1, await countSentTo(db, { study, wave, person }))
    const day = dayOf(now())
    const event = { study, wave, person, mailing, attempt, day, actor: caller.id }
    await saveContactEvents(db, [{ ...event, kind: 'returned', reason }])

    if (newAddress) {
      const moved = { ...addresseeOf(letter), ...newAddress }
      refuseUnprintable(moved)
      await saveContactEvents(db, [{ ...event, kind: 'address-corrected', reason: null }])
      await updatePerson(db, {
        person,
        salutation: letter.salutation,
        title: letter.title,
        given_name: letter.given_name,
        family_name: letter.family_name,
        language: letter.language,
        birth_year: letter.birth_year,
        addition: moved.addition,
        street: moved.street,
        house_number: moved.houseNumber,
        postcode: moved.postcode,
        place: moved.place,
        match_key: matchKeyOf(moved),
      })
    }
    await updateSample(db, { study, person, undeliverable_on: newAddress ? null : day })
    if (reason === DECEASED) await blockPerson(house, { study, person, by: caller.id })
    await writeAudit(house, {
      actor: caller.id,
      act: 'letter.returned',
      obj: `${study}/${wave}`,
      params: { reason },
    })
    return {
      disposition: RETURN_REASONS[reason as keyof typeof RETURN_REASONS].disposition,
      attempt,
      name: `${letter.given_name} ${letter.family_name}`,
    }
  },
})

/** A new address goes on paper as well. @throws invalid-input */
const refuseUnprintable = (moved: Addressee) => {
  const lines = addressLinesOf(moved)
  const unprintable = unprintableIn(lines.join(''), 'letter')
  const wide = lines.find((line) => widthOf(line, 'letter', ADDRESS_POINTS) > ADDRESS_WIDTH)
  const errors = [
    ...(/^\d{5}$/.test(moved.postcode)
      ? []
      : [{ path: 'newAddress.postcode', message: 'five digits are needed' }]),
    ...(unprintable.length > 0
      ? [{ path: 'newAddress', message: `cannot be printed: ${unprintable.join(' ')}` }]
      : []),
    ...(wide || lines.length > MOST_ADDRESS_LINES
      ? [{ path: 'newAddress', message: 'does not fit the address field' }]
      : []),
  ]
  if (errors.length > 0) throw invalidInput({ errors })
}
