import { Field } from '@echolot/ui'
import type { ControlProps } from './control.ts'

const HEX = /^#[0-9a-f]{6}$/i

/** A colour: picked, or typed in any notation of CSS. */
export const ColorControl = ({ property, label, value, place, set }: ControlProps) => {
  const text = typeof value === 'string' ? value : ''
  const shown = text || String(property.otherwise ?? '')
  return (
    <Field label={label}>
      {(control) => (
        <span className="property-color">
          <input
            type="color"
            aria-label={label}
            value={HEX.test(shown) ? shown : '#000000'}
            onChange={({ target }) => set(target.value, 'color')}
          />
          <input
            {...control}
            className="ui-input"
            data-place={place}
            value={text}
            placeholder={String(property.otherwise ?? '')}
            onChange={({ target }) => set(target.value || undefined, 'color')}
          />
        </span>
      )}
    </Field>
  )
}
