import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

export type RadioChoice = {
  readonly value: string
  readonly text: ReactNode
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

/** One of several, as native radio buttons in a fieldset. */
export const RadioGroup = ({
  label,
  hint,
  error,
  choices,
  value,
  onChoose,
  layout = 'column',
  labelled = 'shown',
}: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly choices: readonly RadioChoice[]
  readonly value: string | undefined
  readonly onChoose: (value: string) => void
  readonly layout?: 'column' | 'row'
  readonly labelled?: 'shown' | 'hidden'
}) => {
  const id = useId()
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    error === undefined ? '' : `${id}-error`,
  ]
    .join(' ')
    .trim()
  return (
    <fieldset className="ui-group" aria-describedby={described === '' ? undefined : described}>
      <legend className={labelled === 'hidden' ? 'ui-hidden' : 'ui-label'}>{label}</legend>
      {hint !== undefined && (
        <p className="ui-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={classNames('ui-choices', `ui-choices-${layout}`)}>
        {choices.map((choice, index) => (
          <div key={choice.value}>
            <label className="ui-tick" htmlFor={`${id}-${index}`}>
              <input
                id={`${id}-${index}`}
                type="radio"
                name={id}
                value={choice.value}
                checked={value === choice.value}
                disabled={choice.disabled}
                aria-describedby={choice.hint === undefined ? undefined : `${id}-${index}-hint`}
                onChange={() => onChoose(choice.value)}
              />
              <span>{choice.text}</span>
            </label>
            {choice.hint !== undefined && (
              <p className="ui-hint ui-tick-hint" id={`${id}-${index}-hint`}>
                {choice.hint}
              </p>
            )}
          </div>
        ))}
      </div>
      {error !== undefined && (
        <p className="ui-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
