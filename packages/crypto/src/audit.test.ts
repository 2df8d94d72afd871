import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuditRow, auditRow, verifyChain } from './audit.ts'
import { newSecret } from './keys.ts'

const key = newSecret()
const acts = { day: '2027-05-01', actor: 's1', act: 'export', obj: 'anna/w1', n: 3, params: '' }
const chainOf = (length: number) => {
  const rows: AuditRow[] = []
  for (let n = 0; n < length; n++) rows.push(auditRow(key, rows.at(-1), { ...acts, n }))
  return rows
}
const chain = chainOf(6)
const head = chain.at(-1)?.mac as string

describe('verifyChain', () => {
  it('finds an untouched chain intact, and an empty one', () => {
    expect(verifyChain(chain, key, head)).toEqual({ intact: true, head, rows: 6 })
    expect(verifyChain([], key)).toEqual({ intact: true, head: '', rows: 0 })
  })

  it('names the first row that was changed, in whatever column', () => {
    const columns = ['day', 'actor', 'act', 'obj', 'n', 'params', 'prev', 'mac'] as const
    fc.assert(
      fc.property(fc.nat(5), fc.constantFrom(...columns), (at, column) => {
        const changed = chain.map((row, i) =>
          i === at ? { ...row, [column]: column === 'n' ? row.n + 1 : `${row[column]}x` } : row,
        )
        expect(verifyChain(changed, key)).toEqual({
          intact: false,
          brokenAt: at + 1,
          fault: 'changed',
        })
      }),
    )
  })

  it('names the first row that is missing or in another place', () => {
    expect(verifyChain(chain.toSpliced(2, 1), key)).toMatchObject({ brokenAt: 3, fault: 'missing' })
    expect(verifyChain(chain.slice(1), key)).toMatchObject({ brokenAt: 1, fault: 'missing' })
    const renumbered = chain.toSpliced(2, 1).map((row, i) => ({ ...row, seq: i + 1 }))
    expect(verifyChain(renumbered, key)).toMatchObject({ brokenAt: 3, fault: 'changed' })
  })

  it('finds a chain cut short against what the other office has seen', () => {
    const cut = chain.slice(0, 4)
    expect(verifyChain(cut, key)).toMatchObject({ intact: true })
    expect(verifyChain(cut, key, head)).toEqual({ intact: false, brokenAt: 5, fault: 'cut short' })
    expect(verifyChain(chain, key, cut.at(-1)?.mac)).toMatchObject({ intact: true })
  })

  it('finds a chain written anew without the key', () => {
    const forged = chainOf(3).map((row) => ({ ...row, mac: row.mac.replace(/^./, 'g') }))
    expect(verifyChain(forged, key)).toMatchObject({ brokenAt: 1 })
    expect(verifyChain(chain, newSecret())).toMatchObject({ brokenAt: 1 })
  })
})
