import { type ReactNode, useId } from 'react'
import { useUi } from './ui-provider.tsx'

/** How far something is: the native progress bar with its numbers beside it. Without `value` it is under way. */
export const Progress = ({
  label,
  value,
  max,
  text,
}: {
  readonly label: ReactNode
  readonly value?: number
  readonly max?: number
  /** Instead of “3 of 10”. */
  readonly text?: ReactNode
}) => {
  const id = useId()
  const { words, number } = useUi()
  const said =
    text ??
    (value === undefined || max === undefined
      ? words.working
      : words.of(number(value), number(max)))
  return (
    <div className="ui-progress">
      <div className="ui-progress-line">
        <label htmlFor={id}>{label}</label>
        <span id={`${id}-text`}>{said}</span>
      </div>
      <progress id={id} aria-describedby={`${id}-text`} value={value} max={Math.max(max ?? 1, 1)} />
    </div>
  )
}
