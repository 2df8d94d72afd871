import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LONG_TEXT, oddFreeze } from '../release/odd-freeze.testing.ts'
import { type Release, releaseOf } from '../release/release-of.ts'
import { type CsvOptions, writeCsv } from './write-csv.ts'

let room: string
let release: Release
beforeEach(async () => {
  room = await mkdtemp(`${tmpdir()}/csv-`)
  release = releaseOf(await oddFreeze(`${room}/cut`), { also: ['free-text'] })
})
afterEach(() => rm(room, { recursive: true }))

const written = async (options: CsvOptions = {}) => {
  const report = await writeCsv(`${room}/out.csv`, release, options)
  const text = await readFile(`${room}/out.csv`, 'utf8')
  return { report, text }
}

describe('writeCsv', () => {
  it('writes RFC 4180: names first, commas, CRLF, quotes only where they must be', async () => {
    const { text } = await written()
    const lines = text.split('\r\n')
    expect(lines.length).toBe(6)
    expect(lines.at(-1)).toBe('')
    expect(lines[0]).toMatch(
      /^case,stratum,mode,language,week,disposition,completed,satisfied,hours/,
    )
    expect(lines[3]).toContain('"Öffnungszeiten, ""lange"""')
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    })
    expect(data[0]).toMatchObject({ satisfied: '5', hours: '19.5', wish: LONG_TEXT })
    expect(data[1]).toMatchObject({
      satisfied: '-77',
      All: '-100',
      wish: '=1+1',
      born: '1900-02-29',
    })
    expect(data[3]).toMatchObject({ satisfied: '', hours: '', wish: '' })
  })

  it('is for its owner alone', async () => {
    await written()
    expect((await stat(`${room}/out.csv`)).mode & 0o777).toBe(0o600)
  })

  it('writes for German Excel: byte order mark, semicolons, decimal commas', async () => {
    const { text } = await written({ dialect: 'german-excel' })
    expect(text.startsWith('\uFEFFcase;stratum;')).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      delimiter: ';',
    })
    expect(data[0]).toMatchObject({ hours: '19,5', disposition: '1.1' })
  })

  it('guards texts that a spreadsheet would run, never numbers', async () => {
    const { text, report } = await written({ formulas: 'guarded' })
    const { data } = Papa.parse<Record<string, string>>(text, { header: true })
    expect(data[1]).toMatchObject({ wish: "'=1+1", reason: "'-88", satisfied: '-77', hours: '-99' })
    expect(report.guarded).toBe(2)
    expect((await written({ dialect: 'german-excel' })).report.guarded).toBe(2)
    expect((await written({ dialect: 'german-excel', formulas: 'raw' })).report.guarded).toBe(0)
    expect((await written({})).report.guarded).toBe(0)
  })
})
