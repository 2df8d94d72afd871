import { stat } from 'node:fs/promises'
import { readFreeze } from '@echolot/freeze'
import { unpooledVariables } from '@echolot/instrument'
import { ALONE, type Crew } from '../columns/crew.ts'
import { joined, type PackedPortion, packedPortion } from '../columns/packed.ts'
import type { Wanted } from '../columns/read-table.ts'
import type { Plan } from '../plan/plan.ts'
import { dataUnreadable } from '../problems.ts'
import { readCsv } from './read-csv.ts'
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
  return found.isDirectory()
    ? sourceOfFreeze(path, { wanted, crew })
    : readCsv(path, { wanted, crew })
}

/** Columns whose name stands anywhere in a plan, and those every plan may need. */
export const namedIn = (plan: Plan): Wanted => {
  const text = JSON.stringify(plan)
  return (name) => ALWAYS.includes(name) || text.includes(JSON.stringify(name).slice(1, -1))
}
const ALWAYS = ['stratum', 'disposition']

const sourceOfFreeze = async (
  folder: string,
  { wanted, crew }: { readonly wanted: Wanted; readonly crew: Crew },
): Promise<Source> => {
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
    for (const [name, packed] of parts) packed.push(packedPortion(columns[name] ?? [], crew.shelf))
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
          identifying: variable.sensitivity === 'quasi-identifier',
          values: variable.values ?? [],
          ...rangeOf(variable.range),
        },
      ]),
    ),
    identifying: ['stratum', 'language'],
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
