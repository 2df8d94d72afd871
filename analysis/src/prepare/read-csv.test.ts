import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOfText } from '@echolot/freeze'
import { afterAll, describe, expect, it } from 'vitest'
import { ALONE } from '../columns/crew.ts'
import { Plan } from '../plan/plan.ts'
import { prepare } from './prepare.ts'
import { readCsv, sourceOfText } from './read-csv.ts'
import type { Source } from './source.ts'

const room = mkdtempSync(join(tmpdir(), 'csv-'))
afterAll(() => rmSync(room, { recursive: true }))
const file = join(room, 'x.csv')
const asked = { wanted: () => true, crew: ALONE }
const plan = Plan.parse({
  plan: 'p',
  analyses: [{ id: 'a', method: 'aapor', counts: { I: 1, P: 0, R: 0, NC: 0, O: 0, U: 0, NE: 0 } }],
})
const columnsOf = (source: Source) =>
  [...prepare(source, plan).columns.values()].map(({ name, values, levels }) => ({
    name,
    values: [...values],
    levels,
  }))

describe('readCsv', () => {
  it('reads what only a full reader understands without having it whole in memory', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `${i % 7},"Köln\n${i % 5} – „Süd“",${i / 8}`,
    )
    const text = `\uFEFFa,b,c\n${rows.join('\n')}\n`
    writeFileSync(file, text)
    expect(Buffer.byteLength(text)).toBeGreaterThan(1 << 20)
    const source = await readCsv(file, asked)
    expect(source.n).toBe(60_000)
    expect(source.portions?.length).toBeGreaterThan(2)
    expect(columnsOf(source)).toEqual(columnsOf(sourceOfText(text, file)))
    expect(source.provenance.digest).toBe(await digestOfText(text))
  })

  it.each([
    ['a,b\n1,2\n3\n', 'line 3 has 1 fields, the header has 2'],
    ['a,b\n1,"2\n3,4\n', 'Quoted field unterminated'],
    ['', 'the file is empty'],
  ])('says what is wrong with %j', async (text, reason) => {
    writeFileSync(file, text)
    const fault = expect.objectContaining({
      details: expect.objectContaining({ reason: expect.stringContaining(reason) }),
    })
    await expect(readCsv(file, asked)).rejects.toEqual(fault)
  })

  it.skipIf(process.platform === 'win32')('reads a pipe, once', async () => {
    const pipe = join(room, 'pipe')
    execFileSync('mkfifo', [pipe])
    const text = 'a,b\n1,2\n3,4\n'
    const [source] = await Promise.all([readCsv(pipe, asked), writeFile(pipe, text)])
    expect(columnsOf(source).map(({ values }) => values)).toEqual([
      [1, 3],
      [2, 4],
    ])
    expect(source.provenance.digest).toBe(await digestOfText(text))
  })

  it('keeps of the columns those that are wanted, and the names of all', async () => {
    writeFileSync(file, 'a,b,c\n1,"x\ny",3\n')
    const source = await readCsv(file, { ...asked, wanted: (name) => name === 'c' })
    expect(source.names).toEqual(['a', 'b', 'c'])
    expect(Object.keys(source.columns)).toEqual(['c'])
  })
})
