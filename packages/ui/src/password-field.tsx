import { type InputHTMLAttributes, useState } from 'react'
import { Button } from './button.tsx'
import { Field, type FieldProps, splitField } from './field.tsx'
import { useUi } from './ui-provider.tsx'

/** A password, hidden until asked for; pasting and password managers are welcome. */
export const PasswordField = (
  props: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'id' | 'type'>,
) => {
  const { field, native } = splitField(props)
  const { words } = useUi()
  const [shown, setShown] = useState(false)
  return (
    <Field {...field}>
      {(control) => (
        <div className="ui-password">
          <input
            autoComplete="current-password"
            spellCheck={false}
            {...native}
            {...control}
            type={shown ? 'text' : 'password'}
            className="ui-input"
          />
          <Button
            aria-controls={control.id}
            aria-label={shown ? words.hidePassword : words.showPassword}
            onClick={() => setShown(!shown)}
          >
            {shown ? words.hide : words.show}
          </Button>
        </div>
      )}
    </Field>
  )
}
