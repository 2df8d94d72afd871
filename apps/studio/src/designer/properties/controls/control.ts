import type { PropertySpec } from '../describe.ts'
import type { PropertyOwner } from '../property-owner.ts'

/** What every control of the grid is given. */
export type ControlProps = {
  readonly owner: PropertyOwner
  readonly property: PropertySpec
  readonly label: string
  /** As it stands in the questionnaire, whatever that is; undefined where it says nothing. */
  readonly value: unknown
  /** Pointer by which the problem list finds the control. */
  readonly place: string
  /** Edits with the same `mark` in a row are undone together. */
  readonly set: (value: unknown, mark?: string) => void
  readonly describedBy: string | undefined
}
