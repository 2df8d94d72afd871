import { Button, Notice } from '@echolot/ui'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asReason, REASONS, type Reason, reasonWord } from './reason.ts'
import { singleDigit } from './single-digit.ts'

/** Nine reasons as keys: press the digit or the button. A letter scanned too early is noticed and not taken for one. */
export const ReasonPad = ({
  letter,
  onReason,
  onBack,
}: {
  readonly letter: string
  readonly onReason: (reason: Reason) => void
  readonly onBack: () => void
}) => {
  const { t } = useTranslation()
  const id = useId()
  const pad = useRef<HTMLElement>(null)
  const [scannedEarly, setScannedEarly] = useState(false)
  const choose = useRef(onReason)
  choose.current = onReason
  const keys = useMemo(
    () =>
      singleDigit({
        onDigit: (digit) => {
          const reason = asReason(digit)
          if (reason !== undefined) choose.current(reason)
        },
        onScan: () => setScannedEarly(true),
      }),
    [],
  )
  useEffect(() => {
    pad.current?.focus()
    return keys.stop
  }, [keys])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    if (event.key === 'Escape') return onBack()
    // a scanner ends with Enter, which must not press the button that has the focus
    if (event.key === 'Enter' && keys.isBusy()) {
      event.preventDefault()
      keys.press(event.key)
    }
    if (event.key.length !== 1 || event.key === ' ') return
    event.preventDefault()
    keys.press(event.key)
  }
  return (
    <section
      ref={pad}
      className="ui-card"
      aria-labelledby={id}
      aria-describedby={`${id}-hint`}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <h2 id={id}>{t('returns.reasonTitle', { letter })}</h2>
      <p className="ui-hint" id={`${id}-hint`}>
        {t('returns.reasonHint')}
      </p>
      {scannedEarly && <Notice tone="warn">{t('returns.scannedTooEarly', { letter })}</Notice>}
      <div className="desk-reasons">
        {REASONS.map((reason) => (
          <Button key={reason} onClick={() => onReason(reason)}>
            <kbd>{reason}</kbd> {t(reasonWord(reason))}
          </Button>
        ))}
      </div>
    </section>
  )
}
