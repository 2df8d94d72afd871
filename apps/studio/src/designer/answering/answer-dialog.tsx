import type { Instrument } from '@echolot/instrument'
import { Button, Dialog } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asked } from './alone.ts'
import { AnswerJson } from './answer-json.tsx'
import { LiveQuestion } from './live-question.tsx'
import { OddParts } from './odd-parts.tsx'

/**
 * Asks a question for the answer that is to be stored. Untouched, the stored one stays as it is, whatever it is; what the
 * question cannot show of it is said, and so is what would go away.
 */
export const AnswerDialog = ({
  instrument,
  asked,
  label,
  value,
  onTake,
  onClose,
}: {
  readonly instrument: Instrument
  readonly asked: Asked
  readonly label: string
  readonly value: unknown
  /** Undefined takes the answer away. */
  readonly onTake: (value: unknown) => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('answering')
  const [draft, setDraft] = useState(value)
  /** The question is drawn anew when its answer was given from outside. */
  const [drawn, setDrawn] = useState(0)
  const [written, setWritten] = useState<'readable' | 'unreadable'>('readable')
  const give = (next: unknown) => {
    setDraft(next)
    setDrawn((before) => before + 1)
  }
  return (
    <Dialog
      open
      title={label}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            disabled={draft === undefined}
            onClick={() => {
              setWritten('readable')
              give(undefined)
            }}
          >
            {t('clear')}
          </Button>
          <Button
            variant="primary"
            disabled={written === 'unreadable'}
            onClick={() => {
              if (draft !== value) onTake(draft)
              onClose()
            }}
          >
            {t('take')}
          </Button>
        </>
      }
    >
      <p>{t('lead')}</p>
      <LiveQuestion
        key={drawn}
        instrument={instrument}
        asked={asked}
        value={draft}
        onValue={setDraft}
      />
      <OddParts instrument={instrument} asked={asked} stored={value} draft={draft} />
      <p role="status">{draft === undefined && value !== undefined ? t('cleared') : ''}</p>
      <AnswerJson label={label} value={draft} onValue={give} onState={setWritten} />
    </Dialog>
  )
}
