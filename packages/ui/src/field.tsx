import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { useUi } from './ui-provider.tsx'

/** What ties a control to its label, hint and error. Spread it on the control. */
export type ControlProps = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly required: boolean
}

/** What every labelled control takes. */
export type FieldProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  /** Label only for screen readers, where the place says it already. */
  readonly labelled?: 'shown' | 'hidden'
  readonly className?: string
}

/** Label, hint and error around one control, tied together for assistive technology. */
export const Field = ({
  label,
  hint,
  error,
  required = false,
  labelled = 'shown',
  className,
  children,
}: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) => {
  const id = useId()
  const { words } = useUi()
  const described = [
    hint === undefined ? undefined : `${id}-hint`,
    error === undefined ? undefined : `${id}-error`,
  ].filter((part) => part !== undefined)
  return (
    <div className={classNames('ui-field', className)}>
      <label className={labelled === 'hidden' ? 'ui-hidden' : 'ui-label'} htmlFor={id}>
        {label}
        {required && (
          <span className="ui-required" title={words.required} aria-hidden="true">
            *
          </span>
        )}
      </label>
      {hint !== undefined && (
        <p className="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': error === undefined ? undefined : true,
        required,
      })}
      {error !== undefined && (
        <p className="ui-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

/** Parts the labelling props from those of the native control. */
export const splitField = <Props extends FieldProps>({
  label,
  hint,
  error,
  required,
  labelled,
  className,
  ...native
}: Props) => ({
  field: {
    label,
    ...(hint !== undefined && { hint }),
    ...(error !== undefined && { error }),
    ...(required !== undefined && { required }),
    ...(labelled !== undefined && { labelled }),
    ...(className !== undefined && { className }),
  } satisfies FieldProps,
  native,
})
