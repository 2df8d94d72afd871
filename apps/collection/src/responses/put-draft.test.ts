import { newAttempt, openDraft, sealDraft } from '@echolot/crypto/browser'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  answerWhole,
  makeOffice,
  openBrowser,
  rowsOf,
  sendLetter,
  type TestLetter,
  type TestOffice,
} from '../house.testing.ts'

const verifier = 'a'.repeat(64)
const wrong = 'b'.repeat(64)

describe('a paused questionnaire', () => {
  let office: TestOffice
  let letter: TestLetter
  beforeEach(async () => {
    office = await makeOffice()
    letter = await sendLetter(office)
  })
  const browser = async () => {
    const opened = openBrowser(office, letter)
    await opened.enter()
    return opened
  }

  it('comes back on another device with the code and the PIN', async () => {
    const lock = { wrapkey: letter.wrapkey, pin: '4711', salt: 'c2FsdHNhbHRzYWx0c2FsdA' }
    const draft = { answers: { mood: 4 }, attempt: newAttempt() }
    const sealed = await sealDraft(lock, draft)
    await (await browser()).pause(sealed.verifier, sealed.ciphertext).expect(204)
    const other = openBrowser(office, letter)
    expect((await other.enter()).body).toMatchObject({ state: 'open', paused: true })
    const { body } = await other.resume(sealed.verifier).expect(200)
    expect(await openDraft(lock, body.ciphertext)).toEqual(draft)
  })

  it('keeps neither the PIN nor its verifier', async () => {
    await (await browser()).pause(verifier).expect(204)
    expect(JSON.stringify(await rowsOf(office, 'paused_draft'))).not.toContain(verifier)
  })

  it('is destroyed by the fifth wrong PIN, counted over all devices', async () => {
    await (await browser()).pause(verifier).expect(204)
    for (const triesLeft of [4, 3, 2, 1]) {
      const { body } = await (await browser()).resume(wrong).expect(403)
      expect(body).toMatchObject({ type: '/problems/pin-wrong', triesLeft })
    }
    const { body } = await (await browser()).resume(wrong).expect(410)
    expect(body.type).toBe('/problems/paused-draft-gone')
    expect(await rowsOf(office, 'paused_draft')).toEqual([])
    await (await browser()).resume(verifier).expect(404)
  })

  it('opens still after four wrong PINs', async () => {
    await (await browser()).pause(verifier, 'words').expect(204)
    const device = await browser()
    for (let n = 0; n < 4; n++) await device.resume(wrong).expect(403)
    await device.resume(verifier).expect(200, { ciphertext: 'words' })
  })

  it('is destroyed when the questionnaire is finished', async () => {
    const device = await browser()
    await device.pause(verifier).expect(204)
    await device.finish().expect(200)
    expect(await rowsOf(office, 'paused_draft')).toEqual([])
  })

  it('is not taken from who has finished or has no session', async () => {
    const { browser: finished } = await answerWhole(office)
    await finished.pause(verifier).expect(409)
    await openBrowser(office, letter).pause(verifier).expect(401)
    await openBrowser(office, letter).resume(verifier).expect(401)
  })
})
