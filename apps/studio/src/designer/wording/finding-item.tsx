import { directionOf } from '@echolot/i18n'
import { Badge, Button, TextField, useUi } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf } from '../../screen/language-name.ts'
import { useDay } from '../../screen/use-day.ts'
import type { Judged } from './accepted.ts'
import { MarkedText } from './marked-text.tsx'

const TONES = { error: 'warn', warning: 'info', hint: 'neutral' } as const

/** One finding: where, what, what to do; accepted ones are struck, with who said why. */
export const FindingItem = ({
  judged: { finding, accepted, reopened },
  mode,
  onAccept,
  onWithdraw,
  onShow,
}: {
  readonly judged: Judged
  readonly mode: 'edit' | 'read'
  readonly onAccept: (reason: string) => void
  readonly onWithdraw: () => void
  readonly onShow: () => void
}) => {
  const { t } = useTranslation('wording')
  const { language: page } = useUi()
  const day = useDay()
  const [reason, setReason] = useState<string>()
  const { rule, severity, language, text, span, message, remedy, source } = finding
  const isAccepted = accepted !== undefined
  return (
    <li className="finding" data-accepted={isAccepted || undefined}>
      <p className="finding-text" lang={htmlLanguageOf(language)} dir={directionOf(language)}>
        <MarkedText text={text} span={span} />
      </p>
      <p className="finding-said">
        <Badge tone={isAccepted ? 'neutral' : TONES[severity]}>
          {rule} {t(`severity.${severity}`)}
        </Badge>{' '}
        {isAccepted ? <s>{message[page]}</s> : message[page]}{' '}
        {!isAccepted && <strong>{remedy[page]}</strong>} <small>{source}</small>
      </p>
      {isAccepted && (
        <p className="finding-reason">
          {t('accepted', {
            by: accepted.by ?? t('somebody'),
            on: accepted.on === undefined ? '–' : day(accepted.on),
          })}{' '}
          „{accepted.reason}“
        </p>
      )}
      {reopened && (
        <p className="finding-reason">
          {t('reopened', { by: reopened.by ?? t('somebody'), reason: reopened.reason })}
        </p>
      )}
      {reason === undefined ? (
        <div className="ui-actions">
          <Button
            size="small"
            variant="quiet"
            aria-label={t('showOne', { rule, key: finding.key })}
            onClick={onShow}
          >
            {t('show')}
          </Button>
          {mode === 'edit' && isAccepted && (
            <Button
              size="small"
              variant="quiet"
              aria-label={t('withdrawOne', { rule, key: finding.key })}
              onClick={onWithdraw}
            >
              {t('withdraw')}
            </Button>
          )}
          {mode === 'edit' && !isAccepted && (
            <Button
              size="small"
              variant="quiet"
              aria-label={t('acceptOne', { rule, key: finding.key })}
              onClick={() => setReason('')}
            >
              {t('accept')}
            </Button>
          )}
        </div>
      ) : (
        <form
          className="finding-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() === '') return
            onAccept(reason.trim())
            setReason(undefined)
          }}
        >
          <TextField
            label={t('reason')}
            required
            autoFocus
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="submit" size="small" variant="primary" disabled={reason.trim() === ''}>
            {t('accept')}
          </Button>
          <Button size="small" onClick={() => setReason(undefined)}>
            {t('cancel')}
          </Button>
        </form>
      )}
    </li>
  )
}
