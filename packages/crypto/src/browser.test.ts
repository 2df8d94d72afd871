import { describe, expect, it } from 'vitest'
import { deriveCodeSecrets, newAccessCode, newStudySalt } from './access-code.ts'
import { draftVerifier, newAttempt, openDraft, sealDraft } from './browser.ts'

const salt = newStudySalt()
const { wrapkey } = await deriveCodeSecrets(newAccessCode(), salt)
const lock = { wrapkey, pin: '0417', salt }
const draft = { answers: { mood: 4, why: 'Grüße 🙂' }, shown: ['mood', 'why'], page: 2 }

describe('sealDraft', () => {
  it('is opened with code and PIN, on any device', async () => {
    const { verifier, ciphertext } = await sealDraft(lock, draft)
    expect(verifier).toMatch(/^[0-9a-f]{64}$/)
    expect(await draftVerifier(lock)).toBe(verifier)
    expect(await openDraft(lock, ciphertext)).toEqual(draft)
  })

  it('stays shut for another PIN, another code, and after a change', async () => {
    const { verifier, ciphertext } = await sealDraft(lock, draft)
    const { wrapkey: other } = await deriveCodeSecrets(newAccessCode(), salt)
    expect(await openDraft({ ...lock, pin: '0418' }, ciphertext)).toBeUndefined()
    expect(await openDraft({ ...lock, wrapkey: other }, ciphertext)).toBeUndefined()
    expect(await draftVerifier({ ...lock, pin: '0418' })).not.toBe(verifier)
    const middle = ciphertext.length >> 1
    const flipped = ciphertext[middle] === 'A' ? 'B' : 'A'
    const changed = ciphertext.slice(0, middle) + flipped + ciphertext.slice(middle + 1)
    expect(await openDraft(lock, changed)).toBeUndefined()
    expect(await openDraft(lock, 'nonsense')).toBeUndefined()
  })

  it('says of the same draft nothing twice', async () => {
    const [first, second] = [await sealDraft(lock, draft), await sealDraft(lock, draft)]
    expect(first.ciphertext).not.toBe(second.ciphertext)
  })

  it('takes a long questionnaire', async () => {
    const long = { text: 'ä'.repeat(60_000) }
    expect(await openDraft(lock, (await sealDraft(lock, long)).ciphertext)).toEqual(long)
  })

  it.each(['', '123', '12345', 'abcd'])('refuses "%s" as a PIN', async (pin) => {
    await expect(sealDraft({ ...lock, pin }, draft)).rejects.toThrow(RangeError)
  })
})

describe('newAttempt', () => {
  it('names each attempt differently', () => {
    const attempts = Array.from({ length: 1_000 }, newAttempt)
    expect(new Set(attempts).size).toBe(1_000)
    for (const attempt of attempts) expect(attempt).toMatch(/^[0-9a-f]{32}$/)
  })
})
