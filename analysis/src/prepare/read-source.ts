import { readFile, stat } from 'node:fs/promises'
import { digestOfFile, readFreeze } from '@echolot/freeze'
import { unpooledVariables } from '@echolot/instrument'
import Papa from 'papaparse'
import { cellOf } from '../columns/cell.ts'
import { ALONE, type Crew } from '../columns/crew.ts'
import { joined, type PackedPortion, packedPortion } from '../columns/packed.ts'
import { readTable, type Wanted } from '../columns/read-table.ts'
import type { Plan } from '../plan/plan.ts'
import { dataUnreadable } from '../problems.ts'
import type { Source } from './source.ts'

/**
 * Reads a freeze (a folder, verified first) or a CSV file with a header line; of columns only those that are wanted.
 * @throws dataUnreadable, or `freeze-damaged`.
 */
export const readSource = async (
  path: string,
  { wanted = () => true, crew = ALONE }: { readonly wanted?: Wanted; readonly crew?: Crew } = {},
): Promise<Source> => {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined)
    throw dataUnreadable({
      file: path,
      reason: 'there is nothing under this name',
      remedy: 'give the folder of a freeze or a CSV file after --data',
    })
  return found.isDirectory() ? sourceOfFreeze(path, wanted) : sourceOfFile(path, wanted, crew)
}

/** Columns whose name stands anywhere in a plan, and those every plan may need. */
export const namedIn = (plan: Plan): Wanted => {
  const text = JSON.stringify(plan)
  return (name) => ALWAYS.includes(name) || text.includes(JSON.stringify(name).slice(1, -1))
}
const ALWAYS = ['stratum', 'disposition']

const sourceOfFreeze = async (folder: string, wanted: Wanted): Promise<Source> => {
  const freeze = await readFreeze(folder)
  const { manifest, codebook } = freeze
  const texts = new Set(codebook.variables.filter((v) => v.measure === 'text').map((v) => v.name))
  const names = [
    ...['case', 'stratum', 'mode', 'language', 'week', 'disposition'],
    ...codebook.variables.map(({ name }) => name).filter((name) => !texts.has(name)),
  ]
  const parts = new Map(names.filter(wanted).map((name) => [name, [] as PackedPortion[]]))
  const portions: number[] = []
  for await (const { rows, columns } of freeze.groups([...parts.keys()])) {
    portions.push(rows)
    for (const [name, packed] of parts) packed.push(packedPortion(columns[name] ?? []))
  }
  return {
    n: manifest.rows.out,
    names,
    portions,
    columns: Object.fromEntries([...parts].map(([name, packed]) => [name, joined(packed)])),
    variables: Object.fromEntries(
      codebook.variables.map((variable) => [
        variable.name,
        {
          label: variable.label,
          missing: variable.missing,
          sensitive: variable.sensitivity === 'sensitive',
          values: variable.values ?? [],
          ...rangeOf(variable.range),
        },
      ]),
    ),
    frame: freeze.frame,
    dispositions: freeze.dispositions,
    unpooled: unpooledVariables(freeze.instruments),
    ...(freeze.plan === undefined
      ? {}
      : {
          fixedPlan: {
            text: freeze.plan,
            digest: manifest.files.find(({ path }) => path === 'plan.json')?.sha256 ?? '',
          },
        }),
    provenance: {
      kind: 'freeze',
      digest: manifest.digest,
      synthetic: manifest.synthetic,
      madeOn: manifest.madeOn,
      codeVersion: manifest.codeVersion,
      instruments: manifest.instruments,
    },
  }
}

const rangeOf = (range: { readonly min?: number; readonly max?: number } = {}) =>
  range.min === undefined || range.max === undefined
    ? {}
    : { range: { min: range.min, max: range.max } }

const sourceOfFile = async (file: string, wanted: Wanted, crew: Crew): Promise<Source> => {
  const table = readTable(file, { wanted, crew })
  const digest = (await digestOfFile(file)).sha256
  return table === undefined
    ? sourceOfText(await readFile(file, 'utf8'), file, digest)
    : { ...BARE, ...table, provenance: { ...BARE.provenance, digest } }
}

const BARE = {
  variables: {},
  frame: [],
  dispositions: [],
  provenance: { kind: 'file' as const, digest: '', synthetic: false, instruments: [] },
}

/**
 * The text of a CSV file, read.
 * @throws dataUnreadable
 */
export const sourceOfText = (text: string, file: string, digest = ''): Source => {
  const { data, errors, meta } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  })
  const [header, ...rows] = data
  const fault = errors.find(({ type }) => type === 'Quotes')
  if (header === undefined || fault !== undefined)
    throw dataUnreadable({
      file,
      reason: fault?.message ?? 'the file is empty',
      remedy: 'give a CSV file in UTF-8 whose first line names the columns',
    })
  const short = rows.findIndex((row) => row.length !== header.length)
  if (short >= 0)
    throw dataUnreadable({
      file,
      reason: `line ${short + 2} has ${rows[short]?.length} fields, the header has ${header.length} (delimiter “${meta.delimiter}”)`,
      remedy: 'put texts that hold the delimiter into quotation marks',
    })
  return {
    ...BARE,
    n: rows.length,
    columns: Object.fromEntries(
      header.map((name, i) => [name.trim(), rows.map((row) => cellOf(row[i] as string))]),
    ),
    provenance: { ...BARE.provenance, digest },
  }
}
