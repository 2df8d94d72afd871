import { TextField } from '@echolot/ui'
import { useOtherwise } from '../use-otherwise.ts'
import type { ControlProps } from './control.ts'

export const NumberControl = ({ property, label, value, place, set }: ControlProps) => {
  const otherwise = useOtherwise(property)
  return (
    <TextField
      label={label}
      type="number"
      step="any"
      min={property.least}
      max={property.most}
      disabled={property.fixed}
      data-place={place}
      placeholder={otherwise}
      value={typeof value === 'number' || typeof value === 'string' ? value : ''}
      onChange={({ target }) =>
        set(
          target.value === '' || Number.isNaN(target.valueAsNumber)
            ? undefined
            : target.valueAsNumber,
          'number',
        )
      }
    />
  )
}
