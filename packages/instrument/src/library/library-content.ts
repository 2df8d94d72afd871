import type { Instrument, Scale, VariableNote } from '../instrument.ts'
import type { JsonObject } from '../json.ts'

/** Items as they lie in a library: everything that is needed to ask them elsewhere in the same way. */
export type LibraryContent = {
  /** Languages of the texts; the first is the source, whose texts may stand under `default`. */
  readonly languages: Instrument['languages']
  /** Questions as they stand in the survey's JSON. */
  readonly elements: readonly JsonObject[]
  readonly variables: readonly VariableNote[]
  /** Scales whose items are all among the elements. */
  readonly scales: readonly Scale[]
}

/** Where an item came from: entry and version of the library, and its name there. Kept in the item's note. */
export type LibraryReference = {
  readonly entry: string
  readonly version: number
  readonly name: string
}
