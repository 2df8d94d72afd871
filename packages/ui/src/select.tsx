import type { SelectHTMLAttributes } from 'react'
import { Field, type FieldProps, splitField } from './field.tsx'

export type SelectChoice = { readonly value: string; readonly text: string }

/** The native select; `onSelect` gives the value. */
export const Select = ({
  choices,
  onSelect,
  ...props
}: FieldProps &
  Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    keyof FieldProps | 'id' | 'onSelect' | 'children'
  > & {
    readonly choices: readonly SelectChoice[]
    readonly onSelect?: (value: string) => void
  }) => {
  const { field, native } = splitField(props)
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...native}
          {...control}
          className="ui-input ui-select"
          onChange={(event) => {
            native.onChange?.(event)
            onSelect?.(event.target.value)
          }}
        >
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
