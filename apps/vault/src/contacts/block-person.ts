import { sha256Hex } from '@echolot/crypto/digest'
import { randomId } from '@echolot/crypto/random'
import { notFound } from '@echolot/problem'
import { dayOf, type StudyId } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import { yearsAgree } from '../frame/match-key.ts'
import type { House } from '../house.ts'
import { appendBlock } from '../restore/outside-backups.ts'
import { saveBlock } from '../store/blocks.ts'
import { saveContactEvents } from '../store/contact-events.ts'
import { findPerson, listAlike, updateSample } from '../store/persons.ts'

/**
 * Nobody writes to this person again, nor to another entry of the frame that is the same person, nor to one that a later
 * file brings. Part of the caller's transaction. @throws not-found
 * @returns how many entries of the frame are blocked by it now
 */
export const blockPerson = async (
  house: House,
  { study, person, by }: { readonly study: StudyId; readonly person: string; readonly by: string },
): Promise<number> => {
  const { db, now } = house
  const found = await findPerson(db, { study, person })
  if (!found) throw notFound({ what: 'person' })
  const alike = (await listAlike(db, { study, matchKey: found.match_key })).filter(
    ({ birth_year }) => yearsAgree(birth_year, found.birth_year),
  )
  const fresh = alike.filter(({ blocked_on }) => blocked_on === null)
  if (fresh.length === 0) return alike.length
  const day = dayOf(now())
  for (const one of fresh) await updateSample(db, { study, person: one.person, blocked_on: day })
  const block = {
    block: randomId(),
    study,
    match_digest: await sha256Hex(found.match_key),
    birth_year: found.birth_year,
    day,
  }
  await appendBlock(house.config.dataDirectory, block)
  await saveBlock(db, block)
  await saveContactEvents(
    db,
    fresh.map((one) => ({
      study,
      wave: null,
      person: one.person,
      mailing: null,
      kind: 'blocked',
      reason: null,
      attempt: 0,
      day,
      actor: by,
    })),
  )
  await writeAudit(house, { actor: by, act: 'person.blocked', obj: study, n: fresh.length })
  return alike.length
}
