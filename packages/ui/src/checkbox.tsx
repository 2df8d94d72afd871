import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

/** One box to tick, its label beside it; the whole line is the target. */
export const Checkbox = ({
  label,
  hint,
  error,
  className,
  ...native
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> & {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
}) => {
  const id = useId()
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    error === undefined ? '' : `${id}-error`,
  ]
    .join(' ')
    .trim()
  return (
    <div className={classNames('ui-field', className)}>
      <label className="ui-tick" htmlFor={id}>
        <input
          {...native}
          id={id}
          type="checkbox"
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={error === undefined ? undefined : true}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p className="ui-hint ui-tick-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="ui-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
