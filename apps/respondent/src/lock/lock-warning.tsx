import { useEffect, useRef } from 'preact/hooks'
import { useTelling } from '../app/telling.ts'

/** The two minutes before the lock: one button keeps everything open. */
export const LockWarning = ({
  secondsLeft,
  onMoreTime,
}: {
  readonly secondsLeft: number
  readonly onMoreTime: () => void
}) => {
  const { say } = useTelling()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    button.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const left =
    secondsLeft > 90
      ? say('time.minutes', { n: 2 })
      : secondsLeft > 55
        ? say('time.minute')
        : say('time.seconds', { n: secondsLeft })
  return (
    <div class="veil">
      <div
        class="dialog"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="lock-title"
        aria-describedby="lock-text"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onMoreTime()
          if (event.key === 'Tab') event.preventDefault()
        }}
      >
        <h2 id="lock-title">{say('lock.title')}</h2>
        <p id="lock-text">{say('lock.text', { minutes: left })}</p>
        <button ref={button} type="button" class="main" onClick={onMoreTime}>
          {say('lock.more')}
        </button>
      </div>
    </div>
  )
}
