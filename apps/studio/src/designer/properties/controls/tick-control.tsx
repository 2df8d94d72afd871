import { Checkbox } from '@echolot/ui'
import type { ControlProps } from './control.ts'

/** Yes or no. Only what differs from the default is written down. */
export const TickControl = ({ property, label, value, place, set, describedBy }: ControlProps) => {
  const otherwise = property.otherwise === true
  const now = value === undefined ? otherwise : value === true || value === 'true'
  return (
    <Checkbox
      label={label}
      checked={now}
      disabled={property.fixed}
      data-place={place}
      aria-describedby={describedBy}
      onChange={({ target }) => set(target.checked === otherwise ? undefined : target.checked)}
    />
  )
}
