import type { ButtonHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

/** A native button; while `pending` it stays focusable, says so and does nothing. */
export const Button = ({
  variant = 'secondary',
  size = 'normal',
  pending = false,
  type = 'button',
  className,
  onClick,
  ...native
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly variant?: ButtonVariant
  readonly size?: 'normal' | 'small'
  readonly pending?: boolean
}) => (
  <button
    {...native}
    type={type}
    className={classNames('ui-button', `ui-button-${variant}`, `ui-button-${size}`, className)}
    aria-busy={pending || undefined}
    aria-disabled={pending || native['aria-disabled'] || undefined}
    onClick={(event) => {
      if (pending) event.preventDefault()
      else onClick?.(event)
    }}
  />
)
