import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { sha256Hex } from '@echolot/crypto/digest'
import type { Codebook, Variable } from '@echolot/instrument'
import { MISSING } from '@echolot/study'
import { csvLine } from './csv.ts'
import { digestOfFile } from './digest-of-file.ts'
import { openDurableFile, syncFolder } from './durable-file.ts'
import { CASE_COLUMNS, type FreezeContent, type FreezeRow } from './freeze.ts'
import { digestedText, type Manifest } from './manifest.ts'
import { openParquetFile, type ParquetColumn } from './parquet-file.ts'
import { freezeExists, freezeUnfit } from './problems.ts'
import { readmeOf } from './readme.ts'

/**
 * Writes a freeze: a new folder that appears whole or not at all, with a digest for each file. Rows are streamed,
 * memory does not grow with them.
 * @throws freezeExists if there is something at `folder`; freezeUnfit if rows are out of order or do not fit
 *   the codebook.
 */
export const writeFreeze = async (folder: string, content: FreezeContent): Promise<Manifest> => {
  const target = resolve(folder)
  if (await stat(target).catch(() => undefined)) throw freezeExists({ folder })
  await mkdir(dirname(target), { recursive: true })
  const unfinished = await mkdtemp(`${target}.unfinished-`)
  try {
    const manifest = await writeFiles(unfinished, content)
    await syncFolder(unfinished)
    if (await stat(target).catch(() => undefined)) throw freezeExists({ folder })
    await rename(unfinished, target)
    await syncFolder(dirname(target))
    return manifest
  } catch (fault) {
    await rm(unfinished, { recursive: true, force: true })
    throw fault
  }
}

const writeFiles = async (folder: string, content: FreezeContent): Promise<Manifest> => {
  checkNames(content.codebook)
  const counts = await writeRows(folder, content)
  await writeJson(`${folder}/codebook.json`, content.codebook)
  await mkdir(`${folder}/instruments`)
  for (const instrument of content.instruments)
    await writeJson(
      `${folder}/instruments/${instrument.instrument}@${instrument.version}.json`,
      instrument,
    )
  if (content.studyFile) await writeJson(`${folder}/study.json`, content.studyFile)
  if (content.plan !== undefined) await writeText(`${folder}/plan.json`, content.plan)
  await writeTable(`${folder}/frame.csv`, [
    ['stratum', 'label', 'population', 'mailed'],
    ...content.frame.map((s) => [s.stratum, s.label, s.population, s.mailed]),
  ])
  await writeTable(`${folder}/dispositions.csv`, [
    ['code', 'count'],
    ...content.dispositions.map((d) => [d.code, d.count]),
  ])
  const omitted = content.omitted ?? []
  const head = {
    format: 'echolot-freeze' as const,
    formatVersion: 1 as const,
    study: content.study,
    wave: content.wave,
    madeOn: content.madeOn,
    codeVersion: content.codeVersion,
    synthetic: content.studyFile?.synthetic === true,
    instruments: content.instruments.map((i) => `${i.instrument}@${i.version}`),
    rows: {
      in: omitted.reduce((sum, { count }) => sum + count, counts.rows),
      omitted: omitted.map(({ reason, count }) => ({ reason, count })),
      out: counts.rows,
    },
    columns: CASE_COLUMNS.length + content.codebook.variables.length,
    missingReasons: counts.missingReasons,
  }
  await writeText(`${folder}/README.txt`, readmeOf(head, content))
  const unsigned = { ...head, files: await filesOf(folder), digest: '' }
  const manifest = { ...unsigned, digest: await sha256Hex(digestedText(unsigned)) }
  await writeJson(`${folder}/manifest.json`, manifest)
  await syncFolder(`${folder}/instruments`)
  return manifest
}

/** Every file of the folder, by path in code-unit order. */
const filesOf = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
  return Promise.all(
    paths.sort().map(async (path) => ({ path, ...(await digestOfFile(`${folder}/${path}`)) })),
  )
}

const writeRows = async (folder: string, { codebook, rows, codeVersion }: FreezeContent) => {
  const { variables } = codebook
  const header = [...CASE_COLUMNS, ...variables.map(({ name }) => name)]
  const parquet = await openParquetFile(`${folder}/responses.parquet`, {
    columns: parquetColumnsOf(variables),
    createdBy: `echolot ${codeVersion}`,
  })
  const csv = await openDurableFile(`${folder}/responses.csv`)
  const reasons = await openDurableFile(`${folder}/missing-reasons.csv`)
  const places = new Map(header.map((name, place) => [name, place]))
  const counts: Counts = { rows: 0, missingReasons: 0 }
  try {
    await csv.add(header)
    await reasons.add(['case', 'variable', 'reason'])
    let previous = ''
    for await (const row of rows) {
      counts.rows += 1
      if (row.case <= previous)
        throw unfit(counts.rows, 'rows must come in ascending order of case')
      previous = row.case
      const fields = fieldsOf(row, variables, counts.rows)
      const line = csv.add(fields)
      if (line !== undefined) await line
      const group = parquet.add(fields)
      if (group !== undefined) await group
      for (const reason of reasonsOf(row, fields, { places, counts })) {
        const added = reasons.add(reason)
        if (added !== undefined) await added
      }
    }
  } finally {
    await parquet.close()
    await csv.close()
    await reasons.close()
  }
  return counts
}

/** Lines of `missing-reasons.csv` for one row, in the order of the variables. */
const reasonsOf = (
  row: FreezeRow,
  fields: readonly (string | number | null)[],
  { places, counts }: { places: ReadonlyMap<string, number>; counts: Counts },
): readonly (readonly string[])[] => {
  const found: { readonly name: string; readonly place: number }[] = []
  for (const name in row.missingReasons) {
    const place = places.get(name)
    if (place === undefined)
      throw unfit(counts.rows, 'a missing reason is given for an unknown variable', name)
    const value = fields[place]
    if (value !== MISSING.noAnswer && value !== null)
      throw unfit(counts.rows, 'a missing reason needs a missing value', name)
    found.push({ name, place })
  }
  if (found.length === 0) return NO_REASONS
  found.sort((a, b) => a.place - b.place)
  counts.missingReasons += found.length
  return found.map(({ name }) => [row.case, name, row.missingReasons[name] as string])
}
const NO_REASONS: readonly (readonly string[])[] = []

type Counts = { rows: number; missingReasons: number }

const fieldsOf = (row: FreezeRow, variables: readonly Variable[], number: number) => {
  const fields: (string | number | null)[] = [
    row.case,
    row.stratum,
    row.mode,
    row.language,
    row.week,
    row.disposition,
    row.completed ? 1 : 0,
  ]
  for (const { name, type } of variables) {
    const value = row.values[name]
    if (value === undefined) throw unfit(number, 'the row lacks a variable of the codebook', name)
    if (value !== null && !FITS[type](value))
      throw unfit(number, `a value is not of type ${type}`, name)
    fields.push(value)
  }
  let given = 0
  for (const _ in row.values) given += 1
  if (given > variables.length) {
    const known = new Set(variables.map(({ name }) => name))
    const stranger = Object.keys(row.values).find((name) => !known.has(name))
    throw unfit(number, 'the row has a variable that the codebook does not know', stranger)
  }
  return fields
}

const isInteger = (value: number | string) =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31
const isText = (value: number | string) => typeof value === 'string'
const FITS: Readonly<Record<Variable['type'], (value: number | string) => boolean>> = {
  integer: isInteger,
  number: (value) => Number.isFinite(value),
  text: isText,
  date: isText,
}

const parquetColumnsOf = (variables: readonly Variable[]): ParquetColumn[] => [
  ...CASE_COLUMNS.map((name) => ({
    name,
    type: name === 'completed' ? ('INT32' as const) : ('STRING' as const),
    nullable: name === 'week',
  })),
  ...variables.map(({ name, type }) => ({ name, type: PARQUET_TYPES[type], nullable: true })),
]
const PARQUET_TYPES = {
  integer: 'INT32',
  number: 'DOUBLE',
  text: 'STRING',
  date: 'STRING',
} as const

const checkNames = ({ variables }: Codebook) => {
  const seen = new Set<string>(CASE_COLUMNS)
  for (const { name } of variables) {
    if (seen.has(name))
      throw freezeUnfit({ reason: 'two columns would have the same name', column: name })
    seen.add(name)
  }
}

const unfit = (row: number, reason: string, column?: string) =>
  freezeUnfit({ reason, row, ...(column === undefined ? {} : { column }) })

const writeText = async (path: string, text: string) => {
  const file = await openDurableFile(path)
  await file.write(Buffer.from(text))
  await file.close()
}
const writeJson = (path: string, value: unknown) =>
  writeText(path, `${JSON.stringify(value, undefined, 2)}\n`)
const writeTable = (path: string, rows: readonly (readonly (string | number)[])[]) =>
  writeText(path, rows.map(csvLine).join(''))
