import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'

/** Reference values computed by R; they lie beside the repository because some data sets are GPL. */
const FOLDER = `${import.meta.dirname}/../../../../shared/golden`

const isThere = existsSync(FOLDER)
if (!isThere) console.warn(`SKIPPED: agreement with R is not checked, there is no folder ${FOLDER}`)

/** Tests against reference values; where those are not at hand one skipped test says so. */
export const describeGolden = (name: string, body: () => void) =>
  isThere ? describe(name, body) : describe.skip(name, () => it('agrees with R', () => undefined))

export type Golden = {
  // biome-ignore lint/suspicious/noExplicitAny: each reference file has its own shape
  readonly expected: any
  // biome-ignore lint/suspicious/noExplicitAny: each reference file has its own shape
  readonly inputs: any
}
export const readGolden = (name: string): Golden =>
  JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'))

/** A reference data set by column; empty fields are NaN. */
export const readGoldenData = (name: string): Readonly<Record<string, Float64Array>> => {
  const [header = '', ...lines] = readFileSync(`${FOLDER}/data/${name}.csv`, 'utf8')
    .trim()
    .split('\n')
  const rows = lines.map((line) => line.trim().split(','))
  return Object.fromEntries(
    header
      .trim()
      .split(',')
      .map((column, i) => [
        column.replaceAll('"', ''),
        Float64Array.from(rows, (row) => (row[i] === '' ? Number.NaN : Number(row[i]))),
      ]),
  )
}

/** Relative difference, absolute near zero. */
export const difference = (found: number, expected: number) =>
  found === expected ? 0 : Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-300)
