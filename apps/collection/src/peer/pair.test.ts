import { identityOf, makeCollectionKeys, makeVaultKeys } from '@echolot/crypto/keys'
import { fingerprintOf } from '@echolot/crypto/peer'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, rowsOf, type TestOffice } from '../house.testing.ts'
import { saveLastMessage } from '../store/peers.ts'
import { pairConfirm, pairShow } from './pair.ts'

describe('pairing with a vault', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await makeOffice()
  })
  const shownBy = (keys = makeVaultKeys()) => {
    const identity = identityOf(keys)
    return { ...identity, fingerprint: fingerprintOf(identity) }
  }

  it('shows public keys and forty digits, and no secret', () => {
    const shown = pairShow(office.house.keyring)
    expect(shown.fingerprint.replaceAll(' ', '')).toMatch(/^\d{40}$/)
    const { d } = office.house.keyring.office().sign
    expect(JSON.stringify(shown)).not.toContain(d)
  })

  it('believes keys whose fingerprint was compared, however it is typed', async () => {
    const shown = shownBy()
    await pairConfirm({ shown, fingerprint: shown.fingerprint.replaceAll(' ', '') }, office.house)
    expect(await rowsOf(office, 'peer')).toMatchObject([
      { fingerprint: shown.fingerprint, last_seq: 0 },
    ])
  })

  it('keeps the chain of messages when the same vault is confirmed again', async () => {
    const shown = shownBy()
    const confirm = () => pairConfirm({ shown, fingerprint: shown.fingerprint }, office.house)
    await confirm()
    await saveLastMessage(office.house.db, { seq: 7, hash: 'a'.repeat(64) as never })
    await confirm()
    expect(await rowsOf(office, 'peer')).toMatchObject([{ last_seq: 7 }])
  })

  it('refuses another fingerprint, the keys of a collection, and anything else', async () => {
    const shown = shownBy()
    const other = shownBy()
    const wrong = [
      { shown, fingerprint: other.fingerprint },
      // The digits in the file itself prove nothing.
      { shown: { ...other, fingerprint: shown.fingerprint }, fingerprint: shown.fingerprint },
      { shown: shownBy(makeCollectionKeys() as never), fingerprint: shown.fingerprint },
      { shown: { nothing: true }, fingerprint: shown.fingerprint },
    ]
    for (const pair of wrong)
      await expect(pairConfirm(pair, office.house)).rejects.toThrow(RangeError)
  })
})
