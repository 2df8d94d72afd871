import type { LossList } from '../questionnaire/loss-list.ts'
import type { TextReader } from './text-reader.ts'
import type { VariableTable } from './variables.ts'

/** An element of a survey, as JSON. */
export type Element = { readonly [property: string]: unknown }

/** What building any question needs. */
export type Building = {
  readonly languages: readonly string[]
  readonly losses: LossList
  readonly texts: TextReader
  readonly variables: VariableTable
  readonly nameFor: (wanted: string) => string
  readonly dateFormat: string
}
