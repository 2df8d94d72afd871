import { verifyChain } from '@echolot/crypto/audit'
import { inTransaction } from '@echolot/database'
import { ENGINES } from '@echolot/database/testing'
import { describe, expect, it } from 'vitest'
import { makeOffice } from '../house.testing.ts'
import { listAudit } from '../store/audit.ts'
import type { Tables } from '../store/tables.ts'
import { writeAudit } from './write-audit.ts'

describe.each(ENGINES)('writeAudit (%s)', (_engine, open) => {
  it('makes one unbroken chain, however many write at the same time', async () => {
    const { house } = await makeOffice({ open: () => open<Tables>() })
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        inTransaction(house.db, (db) =>
          writeAudit({ ...house, db }, { actor: 'test', act: 'test.done', obj: `thing-${n}` }),
        ),
      ),
    )
    const chain = await listAudit(house.db)
    expect(chain).toHaveLength(20)
    const key = house.keyring.office().audit
    expect(verifyChain(chain, key)).toMatchObject({ intact: true, rows: 20 })
    const [first, second, ...rest] = chain
    if (!first || !second) throw new Error('the chain is too short')
    expect(verifyChain([first, { ...second, n: 7 }, ...rest], key)).toMatchObject({
      intact: false,
      brokenAt: 2,
    })
  })
})
