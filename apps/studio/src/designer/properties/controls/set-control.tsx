import { Checkbox } from '@echolot/ui'
import { useChoiceWords } from '../use-choice-words.ts'
import type { ControlProps } from './control.ts'

/** Some of the values that the metadata offers, in its order. */
export const SetControl = ({ property, label, value, place, set }: ControlProps) => {
  const wordsOf = useChoiceWords()
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  return (
    <fieldset className="property-ticks" data-place={place} tabIndex={-1}>
      <legend>{label}</legend>
      {property.choices.map(({ value: one, text }) => (
        <Checkbox
          key={String(one)}
          label={wordsOf(text)}
          checked={chosen.includes(one)}
          onChange={({ target }) => {
            const next = property.choices
              .map((choice) => choice.value)
              .filter((other) => (other === one ? target.checked : chosen.includes(other)))
            set(next.length === 0 ? undefined : next)
          }}
        />
      ))}
    </fieldset>
  )
}
