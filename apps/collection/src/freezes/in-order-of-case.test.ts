import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomId } from '@echolot/crypto/random'
import type { FreezeRow } from '@echolot/freeze'
import type { Variable } from '@echolot/instrument'
import { afterAll, describe, expect, it } from 'vitest'
import { inOrderOfCase } from './in-order-of-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'order-'))
afterAll(() => rmSync(folder, { recursive: true }))

const variables = ['mood', 'town'].map(
  (name): Variable => ({
    name,
    item: name,
    label: name,
    measure: 'nominal',
    type: 'text',
    missing: [],
    sensitivity: 'plain',
  }),
)
const rowOf = (text: string): FreezeRow => ({
  case: randomId(),
  stratum: '1',
  mode: 'web',
  language: 'de',
  week: null,
  disposition: '1.1',
  completed: true,
  values: { mood: 4, town: text },
  missingReasons: { mood: 'blank' },
})
const ordered = async (rows: readonly FreezeRow[]) => {
  const found: FreezeRow[] = []
  const given = (async function* () {
    yield* rows
  })()
  for await (const row of inOrderOfCase(given, { folder, variables })) {
    expect(readdirSync(folder)).toEqual([])
    found.push(row)
  }
  return found
}
const sorted = (rows: readonly FreezeRow[]) => rows.toSorted((a, b) => (a.case < b.case ? -1 : 1))

describe('inOrderOfCase', () => {
  it('gives every row as it was, in order of cases', async () => {
    const rows = Array.from({ length: 300 }, () => rowOf('Köln\n\t"Süd" \u2028'))
    expect(await ordered(rows)).toEqual(sorted(rows))
  })

  it('lets more than memory shall hold wait in a file that leaves nothing behind', async () => {
    const text = 'ü'.repeat(20_000)
    const rows = Array.from({ length: 2000 }, (_, i) => rowOf(`${i} ${text}`))
    expect(await ordered(rows)).toEqual(sorted(rows))
  })

  it('gives nothing of nothing', async () => {
    expect(await ordered([])).toEqual([])
  })
})
