import type { Instrument, Pointer } from '@echolot/instrument'
import type { ComponentType } from 'react'
import type { ShownLanguages } from '../editor/texts.tsx'
import type { Editor } from '../editor/use-editor.ts'
import type { Json } from '../edits/outline.ts'
import type { FoundProblem } from '../problems/found-problem.ts'

/** The object whose properties are shown, and what its controls may ask for. */
export type PropertyOwner = {
  readonly editor: Editor
  /** Where it stands in the survey. */
  readonly pointer: Pointer
  readonly json: Json
  readonly class: string
  /** Name of the item whose note its own properties belong to. */
  readonly item: string | undefined
  /** The newest published version, whose names and values are in the data. */
  readonly published: Instrument | undefined
  readonly shown: ShownLanguages
  readonly problems: readonly FoundProblem[]
  /** Shows the properties of an object that stands inside this one. */
  readonly nested: ComponentType<NestedProperties>
}

export type NestedProperties = {
  readonly owner: PropertyOwner
  /** Only properties that match these words. */
  readonly words?: string
  /** Names of properties that stand elsewhere already. */
  readonly without?: ReadonlySet<string>
}
