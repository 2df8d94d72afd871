import { Button } from '@echolot/ui'
import { Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../../../screen/lazy-part.ts'
import { answerWords } from '../../answering/answer-words.ts'
import { askedBy } from './asked-by.ts'
import type { ControlProps } from './control.ts'
import { JsonControl } from './json-control.tsx'
import { PlainControl } from './plain-control.tsx'

/** Fetched when the first answer is filled in: it runs questionnaires. */
const AnswerDialog = lazyPart(async () => ({
  default: (await import('../../answering/answer-dialog.tsx')).AnswerDialog,
}))

/** An answer given beforehand: what it says, and the question itself to fill in. */
export const AnswerControl = (props: ControlProps) => {
  const { owner, property, label, value, place, set, describedBy } = props
  const { t } = useTranslation('answering')
  const [open, setOpen] = useState<'open' | 'closed'>('closed')
  const { instrument } = owner.editor
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the owner only what the question is made of
  const asked = useMemo(
    () => askedBy(owner, property.name),
    [owner.class, owner.json, owner.pointer, instrument, property.name],
  )
  if (asked === undefined)
    return isTyped(owner.class) && (typeof value !== 'object' || value === null) ? (
      <PlainControl {...props} />
    ) : (
      <JsonControl {...props} />
    )
  return (
    <fieldset className="property-expression" aria-label={label}>
      <span className="ui-label" aria-hidden="true">
        {label}
      </span>
      {value !== undefined && (
        <p className="property-expression-text">{answerWords(value, asked, instrument)}</p>
      )}
      <Button
        size="small"
        data-place={place}
        aria-describedby={describedBy}
        aria-haspopup="dialog"
        aria-label={`${label}: ${t(value === undefined ? 'fill' : 'change')}`}
        onClick={() => setOpen('open')}
      >
        {t(value === undefined ? 'fill' : 'change')}
      </Button>
      {open === 'open' && (
        <Suspense fallback={<p className="ui-hint">{t('opening')}</p>}>
          <AnswerDialog
            instrument={instrument}
            asked={asked}
            label={label}
            value={value}
            onTake={set}
            onClose={() => setOpen('closed')}
          />
        </Suspense>
      )}
    </fieldset>
  )
}

/** Calculations, and triggers whose target is not known: what they hold can be any single value. */
const isTyped = (name: string) => name === 'expression' || name.endsWith('trigger')
