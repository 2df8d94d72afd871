import { PEER_BATCH } from '@echolot/contract/peer'
import { randomId, shuffled } from '@echolot/crypto/random'
import { translateDatabaseProblem } from '@echolot/database'
import { Problem } from '@echolot/problem'
import type { CredentialId } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import { type DrawnCode, drawCodes } from '../codes/draw-codes.ts'
import type { House } from '../house.ts'
import { type ChosenTexts, chooseTexts } from '../letters/choose-texts.ts'
import { composeLetters, type LetterRun } from '../letters/compose-letters.ts'
import { letterNumberOf } from '../letters/letter-number.ts'
import { askMeta, registerCredentials, revokeCredentials } from '../peer/messages.ts'
import { credentialsRejected } from '../problems.ts'
import { countGross, listRecipients } from '../store/cases.ts'
import {
  listOrphans,
  saveCredentials,
  saveLetters,
  updateCredentials,
} from '../store/credentials.ts'
import type { WavePlace } from '../store/feeds.ts'
import { listHouseholds, saveHouseholds } from '../store/households.ts'
import { findMailing, type MailingRow, updateMailing } from '../store/mailings.ts'
import { addresseeOf, updateSample } from '../store/persons.ts'
import { untilStored } from '../until-stored.ts'
import { frameCellsOf, toldStratum } from './frame-cells.ts'
import { passReminderGate, readOrderable, selectionOf } from './order-mailing.ts'

/** Credentials revoked by one message; the collection takes 10,000. */
const REVOKED_AT_ONCE = 5_000

/**
 * Makes the letters of an approved mailing: voids letters that got lost, draws codes, tells the collection, and lays the
 * letters ready for their one download. A problem ends the mailing as `failed`; nothing of it was printed then.
 */
export const makeMailing = async (house: House, id: string): Promise<void> => {
  const { db, log, press } = house
  try {
    const mailing = await findMailing(db, id)
    if (mailing?.state === 'drawing') await make(house, mailing)
  } catch (error) {
    press.forget(id)
    const known = error instanceof Problem ? error : translateDatabaseProblem(error)
    const problem = known?.type ?? 'internal'
    if (problem === 'internal') log.trace(error instanceof Error ? (error.stack ?? '') : 'no Error')
    log.say('mailing failed', { problem })
    await untilStored(house, () => updateMailing(db, id, { state: 'failed', problem }))
  }
}

const make = async (house: House, mailing: MailingRow) => {
  const { db, collection, keyring, press, now } = house
  const place: WavePlace = { study: mailing.study, wave: mailing.wave }
  const by = mailing.approved_by ?? mailing.ordered_by
  if (mailing.kind === 'reminder') await passReminderGate(house, place, by)
  await revokeOrphans(house, place)

  const { study } = await readOrderable(house, mailing)
  const meta = await askMeta(collection, study.study)
  const recipients = await listRecipients(db, place, selectionOf(mailing.kind))
  await updateMailing(db, mailing.mailing, { letters: recipients.length })
  const chosen = await chooseTexts(db, study, mailing.kind)
  const run = { study, wave: place.wave, respondentUrl: meta.respondentUrl, texts: chosen.texts }
  await proof({ ...run, createdOn: now() })

  const drawn = await drawCodes(recipients, {
    ...place,
    salt: meta.salt,
    kdf: meta.kdf,
    vlink: (await keyring.ofStudy(study.study)).vlink,
    households:
      study.sampling === 'both-adults' ? await listHouseholds(db, study.study) : undefined,
    stratumOf: (stratum) => toldStratum(study, stratum),
    tell: (done) => press.tell(mailing.mailing, done),
  })
  const numbered = drawn.codes.map((code, index) => ({
    ...code,
    number: letterNumberOf(mailing.ordinal, index + 1),
  }))
  await keep(house, mailing, { numbered, newHouseholds: drawn.newHouseholds })
  await register(house, mailing, {
    codes: drawn.codes,
    frame: frameCellsOf(study, await countGross(db, place), meta.leastCell),
  })
  press.lay(mailing.mailing, {
    ...run,
    letters: numbered.map((letter) => unprintedOf(letter, chosen)),
    createdOn: now(),
  })
  await db.transaction().execute(async (transaction) => {
    await updateMailing(transaction, mailing.mailing, {
      state: 'ready',
      done: numbered.length,
    })
    await writeAudit(
      { ...house, db: transaction },
      { actor: by, act: 'codes.drawn', obj: mailing.mailing, n: numbered.length },
    )
  })
}

/** Codes of letters that were lost before they were printed: nobody holds them, the collection forgets them. */
const revokeOrphans = async ({ db, collection }: House, place: WavePlace) => {
  const orphans = shuffled(await listOrphans(db, place))
  for (let start = 0; start < orphans.length; start += REVOKED_AT_ONCE) {
    const part = orphans.slice(start, start + REVOKED_AT_ONCE)
    await revokeCredentials(collection, place, part)
    await updateCredentials(db, part, 'revoked')
  }
}

/** One sheet in each language, typeset before any code is drawn: a letter that cannot be printed fails here. */
const proof = async (run: Omit<LetterRun, 'letters'>) => {
  const letters = run.texts.map(({ language }) => ({
    number: letterNumberOf(0, 0),
    addressee: {
      salutation: '',
      title: '',
      givenName: 'Andruck',
      familyName: 'Andruck',
      addition: '',
      street: 'Andruck',
      houseNumber: '0',
      postcode: '00000',
      place: 'Andruck',
    },
    language,
    code: '000000000000' as DrawnCode['code'],
  }))
  for await (const chunk of composeLetters({ ...run, letters })) void chunk
}

/** Who gets which credential, written down before the collection hears of it: what is lost later can be revoked. */
const keep = async (
  house: House,
  { mailing, study, wave }: MailingRow,
  {
    numbered,
    newHouseholds,
  }: {
    readonly numbered: readonly (DrawnCode & { readonly number: string })[]
    readonly newHouseholds: readonly { readonly household: string; readonly link_ct: string }[]
  },
) =>
  house.db.transaction().execute(async (db) => {
    await saveCredentials(
      db,
      shuffled(numbered).map(({ credential, recipient, tokenHash }) => ({
        credential,
        study,
        wave,
        person: recipient.person,
        mailing,
        token_hash: tokenHash,
        state: 'issued' as const,
      })),
    )
    await saveLetters(
      db,
      numbered.map(({ number, credential }) => ({ study, letter: number, credential, mailing })),
    )
    for (const { recipient, newLink } of numbered)
      if (newLink !== undefined)
        await updateSample(db, { study, person: recipient.person, link_ct: newLink })
    await saveHouseholds(
      db,
      newHouseholds.map((row) => ({ study, ...row })),
    )
    await updateMailing(db, mailing, { state: 'registering', letters: numbered.length, done: 0 })
  })

/** M1 in shuffled batches; each is repeated until the collection has it. @throws credentials-rejected */
const register = async (
  { db, collection, press }: House,
  { mailing, study, wave }: MailingRow,
  {
    codes,
    frame,
  }: {
    readonly codes: readonly DrawnCode[]
    readonly frame: ReturnType<typeof frameCellsOf>
  },
) => {
  const items = shuffled(codes.map(({ item }) => item))
  press.tell(mailing, 0)
  for (let start = 0; start < items.length; start += PEER_BATCH) {
    const part = items.slice(start, start + PEER_BATCH)
    const batch = randomId()
    const { accepted, duplicate, rejected } = await registerCredentials(
      collection,
      { study, wave },
      { batch, items: part, frame },
    )
    if (rejected > 0 || accepted + duplicate !== part.length)
      throw credentialsRejected({ rejected })
    await updateCredentials(
      db,
      part.map(({ cred }): CredentialId => cred),
      'registered',
    )
    press.tell(mailing, start + part.length)
  }
}

const unprintedOf = (
  { number, code, recipient }: DrawnCode & { readonly number: string },
  { languageFor }: ChosenTexts,
) => ({
  number,
  code,
  addressee: addresseeOf(recipient),
  language: languageFor(recipient.language),
})
