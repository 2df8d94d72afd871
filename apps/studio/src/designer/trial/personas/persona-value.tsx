import type { Instrument, Item, PersonaAnswer } from '@echolot/instrument'
import { Button } from '@echolot/ui'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../../../screen/lazy-part.ts'
import { AnswerJson } from '../../answering/answer-json.tsx'
import { answerWords } from '../../answering/answer-words.ts'
import { askedOf } from '../../answering/asked-of.ts'
import { OddParts } from '../../answering/odd-parts.tsx'
import { formOf } from './answer-rule.ts'

/** Fetched when the first answer is filled in: it runs questionnaires. */
const LiveQuestion = lazyPart(async () => ({
  default: (await import('../../answering/live-question.tsx')).LiveQuestion,
}))

/** What a persona answers to a question: in words, and on demand the question itself to fill in. */
export const PersonaValue = ({
  instrument,
  item,
  label,
  answer,
  onAnswer,
}: {
  readonly instrument: Instrument
  readonly item: Item | undefined
  readonly label: string
  readonly answer: PersonaAnswer
  readonly onAnswer: (answer: PersonaAnswer) => void
}) => {
  const { t } = useTranslation('answering')
  const [stored] = useState(answer)
  const [open, setOpen] = useState<'open' | 'closed'>('closed')
  /** The question is drawn anew when its answer was given from outside. */
  const [drawn, setDrawn] = useState(0)
  const asked = item === undefined ? undefined : askedOf(item)
  const give = (value: unknown) => {
    onAnswer(value === undefined ? blankOf(item) : (value as PersonaAnswer))
    setDrawn((before) => before + 1)
  }
  const json = <AnswerJson label={label} value={answer} onValue={give} />
  if (asked === undefined) return json
  const isBlank = JSON.stringify(answer) === JSON.stringify(blankOf(item))
  const words = t(open === 'open' ? 'done' : isBlank ? 'fill' : 'change')
  return (
    <div className="trial-value">
      <p>{isBlank ? t('none') : answerWords(answer, asked, instrument)}</p>
      <div className="ui-actions">
        <Button
          size="small"
          aria-expanded={open === 'open'}
          aria-label={`${label}: ${words}`}
          onClick={() => setOpen(open === 'open' ? 'closed' : 'open')}
        >
          {words}
        </Button>
        {open === 'open' && (
          <Button
            size="small"
            variant="quiet"
            disabled={isBlank}
            aria-label={`${label}: ${t('clear')}`}
            onClick={() => give(undefined)}
          >
            {t('clear')}
          </Button>
        )}
      </div>
      {open === 'open' && (
        <>
          <Suspense fallback={<p className="ui-hint">{t('opening')}</p>}>
            <LiveQuestion
              key={drawn}
              instrument={instrument}
              asked={asked}
              value={isBlank ? undefined : answer}
              onValue={(value) =>
                onAnswer(value === undefined ? blankOf(item) : (value as PersonaAnswer))
              }
            />
          </Suspense>
          <OddParts instrument={instrument} asked={asked} stored={stored} draft={answer} />
          {json}
        </>
      )}
    </div>
  )
}

/** An answer that is still to be given; it counts as left blank. */
const blankOf = (item: Item | undefined): PersonaAnswer => {
  switch (formOf(item)) {
    case 'ticks':
      return []
    case 'json':
      return {}
    default:
      return ''
  }
}
