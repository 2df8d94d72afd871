import type { InputHTMLAttributes, Ref } from 'react'
import { Field, type FieldProps, splitField } from './field.tsx'

/** One line of text. */
export const TextField = (
  props: FieldProps &
    Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'id'> & {
      readonly ref?: Ref<HTMLInputElement>
    },
) => {
  const { field, native } = splitField(props)
  return (
    <Field {...field}>
      {(control) => <input type="text" {...native} {...control} className="ui-input" />}
    </Field>
  )
}
