import type { Localized, Scale, Variable } from '@echolot/instrument'
import { caseVariables } from '../release/case-variables.ts'
import { ownFirst, type Question, questionsOf } from '../release/question-of.ts'
import type { Release } from '../release/release-of.ts'
import { spssNamesOf } from '../sav/spss-names.ts'

/** One variable with all that an analyst asks of it. */
export type DescribedVariable = {
  readonly name: string
  readonly spssName: string | null
  readonly label: Localized
  readonly question: Question | undefined
  readonly type: Variable['type']
  readonly measure: Variable['measure']
  readonly values: readonly {
    readonly value: number | string
    readonly label: Localized
    readonly missing: boolean
  }[]
  readonly missing: readonly number[]
  readonly range: Variable['range']
  readonly sensitivity: Variable['sensitivity']
  readonly purpose: string | undefined
  readonly scales: readonly { readonly name: string; readonly reversed: boolean }[]
  /** Whether the data files hold it. */
  readonly released: boolean
}

/** `codebook.json`: describes data files without anything else beside them; texts in all languages. */
export type DescribedCodebook = {
  readonly format: 'echolot-codebook'
  readonly formatVersion: 1
  readonly study: string
  readonly wave: string
  readonly madeOn: string
  readonly synthetic: boolean
  readonly note: string | undefined
  readonly freeze: string
  readonly instrument: string
  readonly version: string
  readonly languages: readonly string[]
  readonly cases: number
  readonly variables: readonly DescribedVariable[]
  readonly scales: readonly Scale[]
}

/** All variables of the freeze, case columns first, those that stay behind included and marked. */
export const describedCodebook = (release: Release): DescribedCodebook => {
  const { manifest, codebook, instruments } = release.freeze
  const questionOf = questionsOf(ownFirst(codebook, instruments))
  const released = release.variables.map(({ name }) => name)
  const spssNames = spssNamesOf(released)
  const spssNameOf = new Map(released.map((name, place) => [name, spssNames[place] as string]))
  return {
    format: 'echolot-codebook',
    formatVersion: 1,
    study: manifest.study,
    wave: manifest.wave,
    madeOn: manifest.madeOn,
    synthetic: manifest.synthetic,
    note: manifest.synthetic
      ? 'SYNTHETIC / SYNTHETISCH: nobody gave these answers. Diese Daten sind erfunden.'
      : undefined,
    freeze: manifest.digest,
    instrument: codebook.instrument,
    version: codebook.version,
    languages: codebook.languages,
    cases: manifest.rows.out,
    variables: [...caseVariables(release.freeze), ...codebook.variables].map(
      (variable): DescribedVariable => ({
        name: variable.name,
        spssName: spssNameOf.get(variable.name) ?? null,
        label: variable.label,
        question: questionOf(variable),
        type: variable.type,
        measure: variable.measure,
        values: release.valuesOf(variable),
        missing: variable.missing,
        range: variable.range,
        sensitivity: variable.sensitivity,
        purpose: variable.purpose,
        scales: codebook.scales
          .filter(({ items }) => items.includes(variable.name))
          .map(({ name, reversed }) => ({ name, reversed: reversed.includes(variable.name) })),
        released: spssNameOf.has(variable.name),
      }),
    ),
    scales: codebook.scales,
  }
}
