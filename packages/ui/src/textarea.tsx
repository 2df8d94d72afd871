import type { TextareaHTMLAttributes } from 'react'
import { Field, type FieldProps, splitField } from './field.tsx'

/** Several lines of text. */
export const Textarea = (
  props: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | 'id'>,
) => {
  const { field, native } = splitField(props)
  return (
    <Field {...field}>
      {(control) => <textarea rows={4} {...native} {...control} className="ui-input" />}
    </Field>
  )
}
