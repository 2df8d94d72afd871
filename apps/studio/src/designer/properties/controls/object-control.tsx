import { pointerTo } from '@echolot/instrument'
import type { Json } from '../../edits/outline.ts'
import type { ControlProps } from './control.ts'

/** One object inside another: mask, source of choices. */
export const ObjectControl = ({ owner, property, label, value, place }: ControlProps) => (
  <details className="property-object" data-place={place}>
    <summary>{label}</summary>
    <owner.nested
      owner={{
        ...owner,
        pointer: pointerTo(owner.pointer, property.name),
        json: typeof value === 'object' && value !== null ? (value as Json) : NOTHING,
        class: property.holds ?? '',
        item: undefined,
      }}
    />
  </details>
)

const NOTHING: Json = {}
