import { columnsOf } from '../columns/columns-of.ts'
import type { Instrument } from '../instrument.ts'
import type { Item } from '../items-of.ts'
import { inSurvey, type StructureProblem } from './structure-problem.ts'

const SPSS_RESERVED = new Set([
  'ALL',
  'AND',
  'BY',
  'EQ',
  'GE',
  'GT',
  'LE',
  'LT',
  'NE',
  'NOT',
  'OR',
  'TO',
  'WITH',
])
/** Bytes of UTF-8 that a variable name may have in SPSS. */
const LONGEST_NAME = 64
const utf8 = new TextEncoder()

const nameFault = (name: string): { readonly rule: string; readonly says: string } | undefined => {
  if (utf8.encode(name).length > LONGEST_NAME)
    return { rule: 'name-length', says: `is longer than ${LONGEST_NAME} bytes` }
  if (SPSS_RESERVED.has(name.toUpperCase()))
    return { rule: 'name-reserved', says: 'is a reserved word of SPSS' }
  if (!/^\p{L}[\p{L}\p{N}_.$#@]*$/u.test(name))
    return { rule: 'name-form', says: 'is not letters, digits and underscores with a letter first' }
  return /[._]$/.test(name)
    ? { rule: 'name-form', says: 'ends with an underscore or a full stop' }
    : undefined
}

/** Names that no data file takes, names given twice, and variables that would share one. */
export const nameProblems = (
  instrument: Instrument,
  items: readonly Item[],
): readonly StructureProblem[] => {
  const pathOf = new Map(items.map(({ name, path }) => [name, path]))
  const faults = columnsOf(instrument).flatMap(({ variable }): readonly StructureProblem[] => {
    const fault = nameFault(variable.name)
    if (fault === undefined) return []
    return [
      {
        path: inSurvey(pathOf.get(variable.item) ?? ''),
        severity: 'error',
        rule: fault.rule,
        message: `The variable name “${variable.name}” ${fault.says}.`,
        remedy: 'Rename the item; data files take the name over as it is.',
      },
    ]
  })
  const seen = new Map<string, Item>()
  const twice = items.flatMap((item): readonly StructureProblem[] => {
    if (item.role === 'text') return []
    const key =
      item.type === 'matrixcolumn' || item.type === 'multipletextitem'
        ? `${item.parent} ${item.name}`
        : item.name
    const first = seen.get(key.toLowerCase())
    if (first === undefined) {
      seen.set(key.toLowerCase(), item)
      return []
    }
    return [
      {
        path: inSurvey(item.path),
        severity: 'error',
        rule: 'name-unique',
        message: `The name “${item.name}” is used twice${first.name === item.name ? '' : ` (“${first.name}”)`}; capitals make no difference in data files.`,
        remedy: 'Give each item a name of its own.',
      },
    ]
  })
  const clashes = columnsOf(instrument).flatMap(
    ({ variable, wanted }): readonly StructureProblem[] =>
      variable.name === wanted
        ? []
        : [
            {
              path: inSurvey(pathOf.get(variable.item) ?? ''),
              severity: 'error',
              rule: 'variable-clash',
              message: `Two variables of the data would be named “${wanted}”.`,
              remedy: 'Rename one of the items; choices, rows and entries make names of their own.',
            },
          ],
  )
  return [...faults, ...twice, ...clashes]
}
