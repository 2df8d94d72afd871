import { readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { newLinkSecret } from '@echolot/crypto/access-code'
import { keyFingerprintsOf, withStudyKeys, writeKeyFile } from '@echolot/crypto/keys'
import { studyPseudonym, wavePseudonym } from '@echolot/crypto/pseudonym'
import { ENGINES } from '@echolot/database/testing'
import { readFreeze } from '@echolot/freeze'
import type { StudyId } from '@echolot/study'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { closeWave } from '../fieldwork/close-wave.ts'
import { countDispositions } from '../fieldwork/count-dispositions.ts'
import { makeFreeze } from '../freezes/make-freeze.ts'
import {
  makeOffice,
  openBrowser,
  rowsOf,
  SECOND_WAVE,
  STUDY,
  STUDY_FILE,
  sendLetter,
  type TestOffice,
  WAVE,
} from '../house.testing.ts'
import type { House } from '../house.ts'
import { runDaily } from '../jobs/daily.ts'
import { keyPlaceOf } from '../key-place.ts'
import { openKeyring } from '../keyring.ts'
import { flushWave } from '../responses/flush-wave.ts'
import { applyTombstones } from '../restore/apply-tombstones.ts'
import { listAudit } from '../store/audit.ts'
import { wipeBatches } from '../store/events.ts'
import type { Tables } from '../store/tables.ts'
import { markOpened } from '../store/waves.ts'
import { addStudy } from '../studies/add-study.ts'
import { anonymise, STEPS, type Step } from './anonymise.ts'
import { checkProofs } from './proofs.ts'

const place = { study: STUDY, wave: WAVE }
const OTHER = 'other' as StudyId
const WORDS = 'Unverwechselbare Worte eines Haushalts'
const AFTER_THE_DEADLINE = new Date('2027-10-01T08:00:00Z')

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** The same office, with its keys and those of another study in a real key file. */
const withKeyFile = async (office: TestOffice): Promise<TestOffice> => {
  const keys = withStudyKeys(office.house.keyring.office(), OTHER)
  const keyPlace = keyPlaceOf(office.house.config, office.house.log)
  await mkdir(office.house.config.dataDirectory, { recursive: true })
  await writeKeyFile(keys, keyPlace)
  return { ...office, house: { ...office.house, keyring: await openKeyring(keyPlace) } }
}

/** A wave in which six answered (one in words), one broke off, one refused and one withdrew. */
const fieldwork = async (office: TestOffice) => {
  const link = newLinkSecret()
  for (let n = 0; n < 6; n++) {
    const letter = await sendLetter(office, n === 0 ? { link } : {})
    const browser = openBrowser(office, letter)
    await browser.enter()
    await (n === 0
      ? browser.finish({ mood: 1, hours: 2, why: WORDS }, { shown: ['mood', 'hours', 'why'] })
      : browser.finish({ mood: 1 + (n % 5), hours: n })
    ).expect(200)
  }
  const letter = await sendLetter(office)
  const breaking = openBrowser(office, letter)
  await breaking.enter()
  await breaking.page({ mood: 3 }).expect(200)
  await openBrowser(office, await sendLetter(office))
    .refuse()
    .expect(204)
  const leaving = openBrowser(office, await sendLetter(office))
  await leaving.enter()
  await leaving.finish({ mood: 5 }).expect(200)
  await leaving.withdraw().expect(204)
  return { link, letter }
}

const close = (house: House) => closeWave({ place, actor: 'test' }, house)
const acknowledge = (house: House) => wipeBatches(house.db, place, 99)
const run = (house: House, more: Partial<Parameters<typeof anonymise>[0]> = {}) =>
  anonymise({ study: STUDY, actor: 'test', texts: 'delete', ...more }, house)

/** Closed, its events delivered, its last day of withdrawal past. */
const ready = async (office: TestOffice) => {
  const people = await fieldwork(office)
  await close(office.house)
  await acknowledge(office.house)
  office.at(AFTER_THE_DEADLINE)
  return people
}

const everything = async (office: TestOffice) => {
  const tables = [
    ...['study', 'wave', 'credential', 'inbox', 'response', 'conflict', 'refusal', 'tombstone'],
    ...['paused_draft', 'outbox', 'batch', 'audit', 'anonymous_response', 'final_count'],
    ...['anonymisation', 'proof', 'fieldwork', 'freeze', 'withdrawn_case'],
  ] as const
  return JSON.stringify(
    await Promise.all(tables.map((table) => rowsOf(office, table as keyof Tables & string))),
  )
}

describe.each(ENGINES)('anonymise (%s)', (_engine, open) => {
  const here = async () => withKeyFile(await makeOffice({ open: () => open<Tables>() }))

  it('keeps rows under new numbers, and nothing that leads to a person', async () => {
    const office = await here()
    const { link } = await ready(office)
    const keys = await office.house.keyring.ofStudy(STUDY)
    const before = await everything(office)
    const pseudonym = wavePseudonym(keys.psn, { ...place, link })
    const sealed = (await rowsOf(office, 'response')).map((row) => String(row.link))
    const attempts = (await rowsOf(office, 'response')).map((row) => String(row.attempt))
    for (const planted of [pseudonym, sealed[0], attempts[0], WORDS])
      expect(before).toContain(planted)
    const outcomes = await countDispositions(place, office.house)

    const proof = await run(office.house)

    expect(proof).toMatchObject({
      study: STUDY,
      begunOn: '2027-10-01',
      waves: [{ wave: WAVE, responses: 7 }],
      deleted: { credentials: 9, tombstones: 2, refusals: 1, texts: 1, duplicates: 0, events: 0 },
      coarsened: 0,
      keys: keyFingerprintsOf(keys, STUDY),
    })
    const after = await everything(office)
    for (const planted of [pseudonym, ...sealed, ...attempts, WORDS, '2027-W'])
      expect(after).not.toContain(planted)
    for (const table of ['credential', 'response', 'inbox', 'tombstone', 'refusal'] as const)
      expect(await rowsOf(office, table)).toEqual([])
    const rows = await rowsOf(office, 'anonymous_response')
    expect(rows).toHaveLength(7)
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort())
    expect(rows.filter(({ extent }) => extent === 'finished')).toHaveLength(6)
    // Response rates stay true.
    expect(await countDispositions(place, office.house)).toEqual(outcomes)
  })

  it('destroys the keys of this study and of no other', async () => {
    const office = await here()
    await ready(office)
    const { keyring } = office.house
    const other = await keyring.ofStudy(OTHER)
    await run(office.house)
    await expect(keyring.ofStudy(STUDY)).rejects.toMatchObject({ type: 'not-found' })
    expect(await keyring.ofStudy(OTHER)).toEqual(other)
  })

  it.each(STEPS)('goes on where it was interrupted: after %s', async (step) => {
    const office = await here()
    await ready(office)
    const cut = (at: Step) => {
      if (at === step) throw new Error('killed')
    }
    await expect(run(office.house, { onProgress: cut })).rejects.toThrow('killed')
    expect((await rowsOf(office, 'study'))[0]?.state).toBe(
      step === 'proof' ? 'anonymous' : 'anonymising',
    )
    const proof = await run(office.house, { texts: 'refuse' })
    expect(proof).toMatchObject({
      waves: [{ responses: 7 }],
      deleted: { credentials: 9, tombstones: 2, refusals: 1, texts: 1 },
    })
    expect(await run(office.house)).toEqual(proof)
    expect(await rowsOf(office, 'anonymous_response')).toHaveLength(7)
    const acts = (await listAudit(office.house.db)).map(({ act }) => act)
    expect(acts.filter((act) => act === 'study.anonymising')).toHaveLength(1)
    expect(acts.filter((act) => act === 'proof.made')).toHaveLength(1)
  })

  it('leaves data cuts possible: with the wave, without weeks, links and words', async () => {
    const office = await here()
    await ready(office)
    await run(office.house)
    const folder = join(office.house.config.dataDirectory, 'cut')
    await makeFreeze({ id: 'cut', place, folder, by: 'test' }, office.house)
    const { rows, manifest } = await readFreeze(folder)
    const read = []
    for await (const row of rows()) read.push(row)
    expect([read.length, manifest.wave]).toEqual([7, WAVE])
    expect(new Set(read.map(({ week }) => week))).toEqual(new Set([null]))
    expect(read.flatMap(({ values }) => Object.keys(values))).not.toContain('why')
    expect(read.filter(({ values }) => values.mood === 1)).not.toEqual([])
  })

  it('makes no data cut of a study that is half anonymous', async () => {
    const office = await here()
    await ready(office)
    const cut = (at: Step) => {
      if (at === 'gate') throw new Error('killed')
    }
    await expect(run(office.house, { onProgress: cut })).rejects.toThrow('killed')
    const folder = join(office.house.config.dataDirectory, 'half')
    await expect(
      makeFreeze({ id: 'half', place, folder, by: 'test' }, office.house),
    ).rejects.toMatchObject({ type: 'study-anonymised' })
  })
})

describe('anonymise', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await withKeyFile(await makeOffice())
  })
  const hindrances = async (more: Parameters<typeof run>[1] = {}) => {
    const refused = await run(office.house, more).catch((problem) => problem)
    expect(refused.type).toBe('anonymising-refused')
    return refused.details.hindrances.map((one: { reason: string }) => one.reason)
  }

  it('refuses while a wave is open, answers can be withdrawn, or something is undelivered or unread', async () => {
    await fieldwork(office)
    expect(await hindrances({ texts: 'refuse' })).toEqual([
      'wave-open',
      'withdrawal-possible',
      'events-undelivered',
      'texts-unreviewed',
    ])
    await close(office.house)
    // The last day of withdrawal still counts.
    office.at(new Date('2027-09-30T23:59:00Z'))
    expect(await hindrances()).toEqual(['withdrawal-possible', 'events-undelivered'])
    office.at(AFTER_THE_DEADLINE)
    expect(await hindrances({ texts: 'refuse' })).toEqual([
      'events-undelivered',
      'texts-unreviewed',
    ])
    await acknowledge(office.house)
    expect(await hindrances({ texts: 'refuse' })).toEqual(['texts-unreviewed'])
    expect((await rowsOf(office, 'study'))[0]).toMatchObject({ anonymised_on: null })
    await run(office.house)
  })

  it('closes a study with its last wave, and opens none of it again', async () => {
    const state = async () => (await rowsOf(office, 'study'))[0]?.state
    await markOpened(office.house.db, { study: STUDY, wave: SECOND_WAVE }, '2027-05-01')
    await close(office.house)
    expect(await state()).toBe('field')
    await closeWave({ place: { study: STUDY, wave: SECOND_WAVE }, actor: 'test' }, office.house)
    expect(await state()).toBe('closed')
    const third = { ...STUDY_FILE.waves[0], wave: 'w3' }
    const file = { ...STUDY_FILE, waves: [...STUDY_FILE.waves, third] }
    await addStudy({ file, instruments: [] }, office.house)
    expect(await state()).toBe('field')
  })

  it('says since when nothing can be withdrawn, alike for known and unknown codes', async () => {
    const { letter } = await ready(office)
    const stranger = { ...letter, lookup: 'f'.repeat(64) as never }
    await run(office.house)
    const answers = await Promise.all(
      [letter, stranger].map(async (one) => {
        const browser = openBrowser(office, one)
        const withdrawal = await browser.withdraw()
        const entry = await browser.enter()
        const refusal = await browser.refuse()
        return [withdrawal, entry, refusal].map(({ status, body }) => ({ status, body }))
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject([
      { status: 410, body: { type: '/problems/withdrawal-over', since: '2027-10-01' } },
      { status: 410, body: { type: '/problems/wave-closed' } },
      { status: 410, body: { type: '/problems/wave-closed' } },
    ])
  })

  it('lets answers be withdrawn from a closed study until its last day', async () => {
    const { letter } = await fieldwork(office)
    await close(office.house)
    await openBrowser(office, letter).withdraw().expect(204)
    expect(await rowsOf(office, 'response')).toHaveLength(6)
  })

  it('destroys keys again that another process has brought back into the file', async () => {
    await ready(office)
    const before = office.house.keyring.office()
    await run(office.house)
    await writeKeyFile(before, keyPlaceOf(office.house.config, office.house.log))
    await runDaily(office.house)
    expect(Object.keys(office.house.keyring.office().studies)).toEqual([OTHER])
    expect(readFileSync(office.house.config.keyFile, 'utf8')).not.toContain(
      before.studies[STUDY]?.psn,
    )
  })

  it('makes no new keys for the study when it is added again', async () => {
    await ready(office)
    await run(office.house)
    await expect(
      addStudy({ file: STUDY_FILE, instruments: [] }, office.house),
    ).rejects.toMatchObject({ type: 'study-anonymised' })
    expect(await office.house.keyring.hasStudy(STUDY)).toBe(false)
  })

  it('drops the tombstones outside the backups too, and refuses an older copy for good', async () => {
    await ready(office)
    const file = join(office.house.config.dataDirectory, 'tombstones.ndjson')
    expect(readFileSync(file, 'utf8')).toContain(STUDY)
    await run(office.house)
    expect(readFileSync(file, 'utf8')).toBe('')
    expect(await applyTombstones(office.house)).toBe(0)
    await office.house.db
      .updateTable('study')
      .set({ state: 'closed', anonymised_on: null })
      .execute()
    await expect(applyTombstones(office.house)).rejects.toThrow('must be destroyed')
    // One made in the middle brings back what was deleted after it.
    await office.house.db
      .updateTable('study')
      .set({ state: 'anonymising', anonymised_on: '2026-01-01' })
      .execute()
    await expect(applyTombstones(office.house)).rejects.toThrow('must be destroyed')
  })

  it('leaves no byte of pseudonyms, links, words or keys in database, log and key file', async () => {
    const { link } = await ready(office)
    const { config, keyring } = office.house
    const keys = await keyring.ofStudy(STUDY)
    const sealed = String((await rowsOf(office, 'response'))[0]?.link)
    const needles = [
      wavePseudonym(keys.psn, { ...place, link }),
      studyPseudonym(keys.psn, STUDY, link),
      sealed,
      Buffer.from(sealed, 'base64url'),
      WORDS,
      ...[keys.psn, keys.wrap, keys.link, keys.tomb, keys.ver[0]?.key as string].flatMap((key) => [
        key,
        Buffer.from(key, 'base64url'),
      ]),
    ]
    const files = ['', '-wal', '-shm'].map((ending) =>
      join(config.dataDirectory, '..', `test.db${ending}`),
    )
    const found = () =>
      [...files, config.keyFile].map((file) => {
        const bytes = readFileSync(file)
        return needles.filter((needle) => bytes.includes(needle)).length
      })
    expect(found().reduce((sum, n) => sum + n)).toBeGreaterThan(7)
    await run(office.house)
    expect(found()).toEqual([0, 0, 0, 0])
  })

  it('leaves a statement that its audit chain bears out, and shows when one was changed', async () => {
    await ready(office)
    await run(office.house)
    const [own] = await checkProofs(STUDY, office.house)
    expect(own).toMatchObject({ office: 'collection', signature: 'right', inChain: 'yes' })
    await office.house.db
      .updateTable('proof')
      .set({ statement: String(own?.statement).replace(/.{8}$/, 'AAAAAAAA') })
      .execute()
    expect((await checkProofs(STUDY, office.house))[0]).toMatchObject({
      signature: 'wrong',
      inChain: 'no',
    })
  })

  it('lets settled answers of other waves stay apart: flushing an anonymous study changes nothing', async () => {
    await ready(office)
    await run(office.house)
    const before = await rowsOf(office, 'anonymous_response')
    expect(await flushWave({ place, which: 'all', actor: 'test' }, office.house)).toEqual({
      batch: null,
      responses: 0,
    })
    expect(await rowsOf(office, 'anonymous_response')).toEqual(before)
  })
})
