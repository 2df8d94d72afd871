import type { Freeze, FreezeGroup } from '@echolot/freeze'
import type { Localized, Sensitivity, Variable } from '@echolot/instrument'
import { languageUnknown } from '../problems.ts'
import { caseVariables } from './case-variables.ts'
import { labelIn } from './label-in.ts'
import { missingText } from './missing-text.ts'

/** What of a freeze may go to an analyst, and what stays behind. */
export type Release = {
  readonly freeze: Freeze
  /** Case columns, then the codebook's variables that go out. */
  readonly variables: readonly Variable[]
  readonly withheld: readonly { readonly name: string; readonly sensitivity: Sensitivity }[]
  /** BCP 47 tag of the labels. */
  readonly language: string
  /** The words of any text in that language. */
  readonly labelOf: (text: Localized) => string
  /** Values with their words, missing codes included, in the codebook's order. */
  readonly valuesOf: (variable: Variable) => readonly ReleasedValue[]
  /** The responses, with the released columns only. */
  readonly groups: (names?: readonly string[]) => AsyncIterable<FreezeGroup>
}
export type ReleasedValue = {
  readonly value: number | string
  readonly label: Localized
  readonly missing: boolean
}

/** Classes that stay behind unless asked for. `direct` is no such class: it never leaves. */
export type OnRequest = 'free-text'

/**
 * Chooses the columns that may leave. Free text goes only on request, after somebody has read it for names; direct
 * identifiers never go.
 * @param options.language BCP 47 tag of the labels; by default the first of the codebook
 * @throws languageUnknown if the codebook has no labels in `language`.
 */
export const releaseOf = (
  freeze: Freeze,
  options: { readonly language?: string; readonly also?: readonly OnRequest[] } = {},
): Release => {
  const { codebook } = freeze
  const source = codebook.languages[0] ?? 'de'
  const language = options.language ?? source
  if (language !== source && !codebook.languages.includes(language))
    throw languageUnknown({ language, known: codebook.languages })
  const mayLeave = ({ sensitivity }: Variable) =>
    sensitivity !== 'direct' &&
    (sensitivity !== 'free-text' || options.also?.includes('free-text') === true)
  const variables = [...caseVariables(freeze), ...codebook.variables.filter(mayLeave)]
  const names = variables.map(({ name }) => name)
  return {
    freeze,
    variables,
    withheld: codebook.variables
      .filter((variable) => !mayLeave(variable))
      .map(({ name, sensitivity }) => ({ name, sensitivity })),
    language,
    labelOf: (text) => labelIn(text, language, source),
    valuesOf,
    groups: (wanted) => freeze.groups(wanted ?? names),
  }
}

const valuesOf = ({ values = [], missing, type }: Variable): readonly ReleasedValue[] => {
  const named = values.map(({ value, label }) => ({
    value,
    label,
    missing: typeof value === 'number' && missing.includes(value),
  }))
  if (type === 'text' || type === 'date') return named
  const known = new Set(named.map(({ value }) => value))
  return [
    ...named,
    ...missing.flatMap((code) => {
      const label = missingText(code)
      return known.has(code) || label === undefined ? [] : [{ value: code, label, missing: true }]
    }),
  ]
}
