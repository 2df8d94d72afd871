import { readFile } from 'node:fs/promises'
import type { Localized } from '@echolot/instrument'
import * as z from 'zod'
import { pathOf } from '../plan/read-plan.ts'
import { dataUnreadable, planRefused } from '../problems.ts'
import type { Source, SourceVariable } from './source.ts'

const Label: z.ZodType<Localized> = z.union([z.string(), z.record(z.string(), z.string())])

/** The codebook of a CSV file: that of a freeze, or as little of it as somebody wrote down. */
const CodebookFile = z.object({
  variables: z.array(
    z.object({
      name: z.string().min(1),
      label: Label.optional(),
      measure: z.enum(['nominal', 'ordinal', 'scale', 'text']).optional(),
      values: z
        .array(z.object({ value: z.union([z.number(), z.string()]), label: Label.optional() }))
        .optional(),
      missing: z.array(z.number()).optional(),
      range: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
      sensitivity: z.string().optional(),
    }),
  ),
})

/** Where the codebook of `answers.csv` is looked for: `answers.codebook.json`. */
export const codebookBeside = (csv: string): string =>
  csv.replace(/(\.[^./\\]*)?$/, '.codebook.json')

/**
 * The variables of a codebook file by name; none if nobody named the file and it is not there.
 * @throws dataUnreadable, planRefused naming each place of the codebook that is not understood.
 */
export const readCodebook = async (
  csv: string,
  named: string | undefined,
): Promise<Readonly<Record<string, SourceVariable>>> => {
  const file = named ?? codebookBeside(csv)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined && named === undefined) return {}
  const refuse = (reason: string) =>
    dataUnreadable({ file, reason, remedy: 'give a codebook as JSON, or leave out --codebook' })
  if (text === undefined) throw refuse('the codebook cannot be read')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw refuse('the codebook is not JSON')
  }
  const parsed = CodebookFile.safeParse(json)
  if (!parsed.success)
    throw planRefused({
      faults: parsed.error.issues.map(({ path, message }) => ({
        path: `codebook ${pathOf(path)}`,
        message,
        remedy:
          'a variable has a name, and if known label, measure, values, missing, range, sensitivity',
      })),
    })
  return Object.fromEntries(
    parsed.data.variables.map(
      ({ name, label, measure, values, missing, range, sensitivity }): [string, SourceVariable] => [
        name,
        {
          label: label ?? name,
          missing: missing ?? [],
          sensitive: sensitivity === 'sensitive',
          identifying: sensitivity === 'quasi-identifier',
          values: (values ?? []).map(({ value, label: words }) => ({
            value,
            label: words ?? String(value),
          })),
          ...(measure === undefined ? {} : { measure }),
          ...(range === undefined
            ? {}
            : { range: { min: range.min ?? -Infinity, max: range.max ?? Infinity } }),
        },
      ],
    ),
  )
}

/** The same data with what a codebook says about them. A freeze keeps its own. */
export const withCodebook = (
  source: Source,
  variables: Readonly<Record<string, SourceVariable>>,
): Source => (source.provenance.kind === 'freeze' ? source : { ...source, variables })
