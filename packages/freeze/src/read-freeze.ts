import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Codebook, Instrument } from '@echolot/instrument'
import type { MissingReason } from '@echolot/study'
import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetRead,
  parquetReadObjects,
} from 'hyparquet'
import Papa from 'papaparse'
import { CASE_COLUMNS, type DispositionCount, type FrameStratum, type FreezeRow } from './freeze.ts'
import type { Manifest } from './manifest.ts'
import { verifiedManifest } from './verify-freeze.ts'

/** An open freeze, verified to the last byte. */
export type Freeze = {
  readonly manifest: Manifest
  readonly codebook: Codebook
  readonly instruments: readonly Instrument[]
  readonly frame: readonly FrameStratum[]
  readonly dispositions: readonly DispositionCount[]
  /** The study's `study.json`, if it was given. */
  readonly studyFile: Readonly<Record<string, unknown>> | undefined
  /** The analysis plan that was fixed before the data were cut, as text, if one was. */
  readonly plan: string | undefined
  /** The responses in order of case, read in groups; may be called again. */
  readonly rows: () => AsyncIterable<FreezeRow>
  /** The responses in order of case, in groups of columns: the quickest way through all of them in bounded memory. */
  readonly groups: (names?: readonly string[]) => AsyncIterable<FreezeGroup>
  /** Whole columns, by name: case columns and variables, all of them unless named. */
  readonly columns: (names?: readonly string[]) => Promise<FreezeColumns>
}
export type FreezeColumns = Readonly<Record<string, readonly (number | string | null)[]>>
/** Some responses that follow each other. */
export type FreezeGroup = { readonly rows: number; readonly columns: FreezeColumns }

/**
 * Opens a freeze after verifying every file.
 * @throws freezeDamaged if one byte differs from what was written.
 */
export const readFreeze = async (folder: string): Promise<Freeze> => {
  const manifest = await verifiedManifest(folder)
  const json = async (path: string) => JSON.parse(await readFile(`${folder}/${path}`, 'utf8'))
  const table = async (path: string) => tableOf(await readFile(`${folder}/${path}`, 'utf8'))
  const codebook: Codebook = await json('codebook.json')
  const has = (path: string) => manifest.files.some((file) => file.path === path)
  return {
    manifest,
    codebook,
    instruments: await Promise.all(
      manifest.instruments.map((id) => json(`instruments/${id}.json`) as Promise<Instrument>),
    ),
    frame: (await table('frame.csv')).map((row) => ({
      stratum: row.stratum ?? '',
      label: row.label ?? '',
      population: Number(row.population),
      mailed: Number(row.mailed),
    })),
    dispositions: (await table('dispositions.csv')).map((row) => ({
      code: row.code ?? '',
      count: Number(row.count),
    })),
    studyFile: has('study.json') ? await json('study.json') : undefined,
    plan: has('plan.json') ? await readFile(`${folder}/plan.json`, 'utf8') : undefined,
    rows: () => rowsOf(folder, codebook),
    groups: (names) => groupsOf(folder, names),
    columns: (names) => columnsOf(folder, names),
  }
}

const tableOf = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data

type Cell = number | string | null
type ParquetRow = Record<string, Cell>

const objectGroupsOf = async function* (folder: string) {
  const file = await asyncBufferFromFile(`${folder}/responses.parquet`)
  const metadata = await parquetMetadataAsync(file)
  let rowStart = 0
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows)
    yield (await parquetReadObjects({
      file,
      metadata,
      rowStart,
      rowEnd,
    })) as ParquetRow[]
    rowStart = rowEnd
  }
}

const groupsOf = async function* (
  folder: string,
  names?: readonly string[],
): AsyncGenerator<FreezeGroup> {
  const file = await asyncBufferFromFile(`${folder}/responses.parquet`)
  const metadata = await parquetMetadataAsync(file)
  const wanted = names ?? metadata.schema.slice(1).map(({ name }) => name)
  let groupStart = 0
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows)
    const rowEnd = groupStart + rows
    const columns = new Map(wanted.map((name) => [name, new Array<Cell>(rows).fill(null)]))
    const start = groupStart
    if (wanted.length > 0)
      await parquetRead({
        file,
        metadata,
        rowStart: start,
        rowEnd,
        columns: [...wanted],
        onChunk: ({ columnName, columnData, rowStart }) => {
          const column = columns.get(columnName) as Cell[]
          for (let i = 0; i < columnData.length; i++)
            column[rowStart - start + i] = columnData[i] as Cell
        },
      })
    yield { rows, columns: Object.fromEntries(columns) }
    groupStart = rowEnd
  }
}

const columnsOf = async (folder: string, names?: readonly string[]): Promise<FreezeColumns> => {
  const file = await asyncBufferFromFile(`${folder}/responses.parquet`)
  const metadata = await parquetMetadataAsync(file)
  const wanted = names ?? metadata.schema.slice(1).map(({ name }) => name)
  const n = Number(metadata.num_rows)
  const columns = new Map(wanted.map((name) => [name, new Array<Cell>(n).fill(null)]))
  let groupStart = 0
  for (const group of metadata.row_groups) {
    const rowEnd = groupStart + Number(group.num_rows)
    await parquetRead({
      file,
      metadata,
      rowStart: groupStart,
      rowEnd,
      columns: [...wanted],
      onChunk: ({ columnName, columnData, rowStart }) => {
        const column = columns.get(columnName) as Cell[]
        for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i] as Cell
      },
    })
    groupStart = rowEnd
  }
  return Object.fromEntries(columns)
}

const rowsOf = async function* (folder: string, codebook: Codebook): AsyncGenerator<FreezeRow> {
  const reasons = reasonsByCase(folder)
  let next = await reasons.next()
  for await (const group of objectGroupsOf(folder))
    for (const row of group) {
      const id = String(row.case)
      const mine = !next.done && next.value.case === id ? next.value.reasons : {}
      if (!next.done && next.value.case === id) next = await reasons.next()
      yield rowOf(row, codebook, mine)
    }
}

const rowOf = (
  row: ParquetRow,
  { variables }: Codebook,
  missingReasons: Record<string, MissingReason>,
): FreezeRow => ({
  case: String(row.case),
  stratum: String(row.stratum),
  mode: row.mode as FreezeRow['mode'],
  language: String(row.language),
  week: row.week as string | null,
  disposition: String(row.disposition),
  completed: row.completed === 1,
  values: Object.fromEntries(variables.map(({ name }) => [name, row[name] ?? null])),
  missingReasons,
})

/** The lines of `missing-reasons.csv` gathered by case; both files are in order of case. */
const reasonsByCase = async function* (folder: string) {
  let current: { case: string; reasons: Record<string, MissingReason> } | undefined
  for await (const [id = '', variable = '', reason] of linesOf(`${folder}/missing-reasons.csv`)) {
    if (current?.case !== id) {
      if (current) yield current
      current = { case: id, reasons: {} }
    }
    current.reasons[variable] = reason as MissingReason
  }
  if (current) yield current
}

/** Fields never hold commas or quotes in this file: ids, variable names, reasons. */
const linesOf = async function* (path: string) {
  let rest = ''
  let first = true
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() as string
    for (const line of lines) {
      if (!first) yield line.split(',')
      first = false
    }
  }
}

/** All column names of a freeze in the order of the files. */
export const columnNamesOf = ({ variables }: Codebook): readonly string[] => [
  ...CASE_COLUMNS,
  ...variables.map(({ name }) => name),
]
