import type { Lookup, Pseudonym, StudyId, WaveId } from '@echolot/study'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newLinkSecret } from './access-code.ts'
import { newSecret } from './keys.ts'
import { joined } from './parts.ts'
import {
  attemptDigest,
  credentialVerifier,
  credentialVerifiers,
  exportId,
  householdPseudonym,
  openAnswerMark,
  openLink,
  pinDigest,
  sameDigest,
  sealLink,
  studyPseudonym,
  tombstoneOf,
  wavePseudonym,
} from './pseudonym.ts'

const study = 'anna' as StudyId
const [w1, w2] = ['w1' as WaveId, 'w2' as WaveId]
const psn = newSecret()

describe('joined', () => {
  it('gives no two lists of parts the same bytes', () => {
    const parts = fc.array(fc.string({ maxLength: 4 }), { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b)
        expect(joined(...a).equals(joined(...b))).toBe(same)
      }),
    )
    expect(joined('ab', 'c')).not.toEqual(joined('a', 'bc'))
  })
})

describe('wavePseudonym', () => {
  it('is the same each time, and another for each wave, study, person and key', () => {
    const link = newLinkSecret()
    const first = wavePseudonym(psn, { study, wave: w1, link })
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(wavePseudonym(psn, { study, wave: w1, link })).toBe(first)
    const others = [
      wavePseudonym(psn, { study, wave: w2, link }),
      wavePseudonym(psn, { study: 'bert' as StudyId, wave: w1, link }),
      wavePseudonym(psn, { study, wave: w1, link: newLinkSecret() }),
      wavePseudonym(newSecret(), { study, wave: w1, link }),
      studyPseudonym(psn, study, link),
      householdPseudonym(psn, study, link),
    ]
    expect(new Set([first, ...others]).size).toBe(7)
  })
})

describe('openAnswerMark', () => {
  it('is the same each time, and another for each item, person and key', () => {
    const [one, other] = ['1'.repeat(32) as Pseudonym, '2'.repeat(32) as Pseudonym]
    const mark = openAnswerMark(psn, one, 'wish')
    expect(mark).toMatch(/^[0-9a-f]{32}$/)
    expect(openAnswerMark(psn, one, 'wish')).toBe(mark)
    const others = [
      openAnswerMark(psn, one, 'good'),
      openAnswerMark(psn, other, 'wish'),
      openAnswerMark(newSecret(), one, 'wish'),
    ]
    expect(new Set([mark, ...others]).size).toBe(4)
  })
})

describe('sealLink', () => {
  it('links waves for the holder of the key and looks different each time', () => {
    const [key, person] = [newSecret(), studyPseudonym(psn, study, newLinkSecret())]
    const [first, second] = [sealLink(key, study, person), sealLink(key, study, person)]
    expect(first).not.toBe(second)
    expect([openLink(key, study, first), openLink(key, study, second)]).toEqual([person, person])
    expect(openLink(newSecret(), study, first)).toBeUndefined()
    expect(openLink(key, 'bert' as StudyId, first)).toBeUndefined()
  })
})

describe('exportId', () => {
  it('joins within one export and not between two', () => {
    const person = studyPseudonym(psn, study, newLinkSecret())
    const [first, second] = [newSecret(), newSecret()]
    expect(exportId(first, person)).toBe(exportId(first, person))
    expect(exportId(first, person)).not.toBe(exportId(second, person))
  })
})

describe('credentialVerifiers', () => {
  it('tries every key in use, newest first', () => {
    const ver = [
      { kid: 2, key: newSecret() },
      { kid: 1, key: newSecret() },
    ]
    const lookup = 'a'.repeat(64) as Lookup
    expect(credentialVerifiers(ver, study, lookup)).toEqual(
      ver.map(({ kid, key }) => ({ kid, verifier: credentialVerifier(key, study, lookup) })),
    )
  })
})

describe('digests', () => {
  it('cannot be mistaken for one another', () => {
    const key = newSecret()
    const same = 'f'.repeat(32)
    const digests = [
      tombstoneOf(key, same as never),
      attemptDigest(same),
      pinDigest(key, study, same),
      credentialVerifier(key, study, same as Lookup),
    ]
    expect(new Set(digests).size).toBe(4)
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('compare as strings do', () => {
    const digest = fc.stringMatching(/^[0-9a-f]{0,6}$/)
    fc.assert(
      fc.property(digest, digest, (a, b) => {
        expect(sameDigest(a, b)).toBe(a === b)
      }),
    )
    expect(sameDigest('ä', 'a')).toBe(false)
  })
})
