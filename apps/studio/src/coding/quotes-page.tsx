import type { QuoteDesk } from '@echolot/contract/coding'
import { Badge, Button, Card, ProblemNotice } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useProblemWords } from '../screen/problem-words.ts'
import { QuestionPage, useQuestion } from './question-page.tsx'
import { QuoteForm } from './quote-form.tsx'
import { type Question, quotesQuery, useQuoteVerdict } from './requests.ts'

const TONES = { proposed: 'warn', approved: 'success', refused: 'neutral' } as const

/** Quotes that were proposed, and answers from which more may be made. */
export const QuotesPage = () => {
  const { t } = useTranslation('coding')
  const question = useQuestion()
  return (
    <QuestionPage question={question} title={t('quotes.title')} lead={t('quotes.lead')}>
      <Asked query={useQuery(quotesQuery(question))}>
        {(desk) => (
          <>
            <h2>{t('quotes.proposed')}</h2>
            {desk.quotes.length === 0 && <p>{t('quotes.none')}</p>}
            {desk.quotes.map((quote) => (
              <Proposed key={quote.id} question={question} desk={desk} quote={quote} />
            ))}
            <h2>{t('quotes.candidates')}</h2>
            {desk.candidates.length === 0 && <p>{t('quotes.noCandidates')}</p>}
            {desk.candidates.map((candidate) => (
              <Candidate key={candidate.id} question={question} desk={desk} candidate={candidate} />
            ))}
          </>
        )}
      </Asked>
    </QuestionPage>
  )
}

const labelOf = ({ themes }: QuoteDesk, theme: string) =>
  themes.find(({ id }) => id === theme)?.label ?? ''

const Proposed = ({
  question,
  desk,
  quote: { id, answer, theme, role, words, harmless, state, proposedBy, approvedBy, mine },
}: {
  readonly question: Question
  readonly desk: QuoteDesk
  readonly quote: QuoteDesk['quotes'][number]
}) => {
  const { t } = useTranslation('coding')
  const problems = useProblemWords()
  const verdict = useQuoteVerdict(question)
  const source = desk.candidates.find((candidate) => candidate.id === answer)
  return (
    <Card>
      <blockquote className="coding-quote" dir="auto">
        {words}
      </blockquote>
      <p className="coding-line">
        <Badge tone={TONES[state]}>{t(`quotes.state.${state}`)}</Badge>
        <span>
          {labelOf(desk, theme)} · {t(`quotes.${role}`)}
        </span>
        <span>{t('quotes.by', { by: proposedBy })}</span>
        {approvedBy.length > 0 && (
          <span>{t('quotes.approvedBy', { by: approvedBy.join(', ') })}</span>
        )}
      </p>
      {harmless.length > 0 && <p>{t('quotes.declared', { list: harmless.join(', ') })}</p>}
      {source && state === 'proposed' && (
        <p className="ui-hint coding-quote" dir="auto">
          {source.words}
        </p>
      )}
      <ProblemNotice problem={verdict.error} words={problems} />
      {state !== 'refused' && (
        <div className="ui-actions">
          {state === 'proposed' && mine === 'open' && (
            <Button
              variant="primary"
              pending={verdict.isPending}
              onClick={() => verdict.mutate({ id, verdict: 'approve' })}
            >
              {t('quotes.approve')}
            </Button>
          )}
          <Button onClick={() => verdict.mutate({ id, verdict: 'refuse' })}>
            {t('quotes.refuse')}
          </Button>
        </div>
      )}
    </Card>
  )
}

const Candidate = ({
  question,
  desk,
  candidate,
}: {
  readonly question: Question
  readonly desk: QuoteDesk
  readonly candidate: QuoteDesk['candidates'][number]
}) => {
  const { t } = useTranslation('coding')
  const [writing, setWriting] = useState(false)
  const isTaken = desk.quotes.some(
    ({ answer, state }) => answer === candidate.id && state !== 'refused',
  )
  return (
    <Card>
      <blockquote className="coding-quote" dir="auto">
        {candidate.words}
      </blockquote>
      <p className="coding-line">
        {candidate.themes.map((theme) => (
          <Badge key={theme}>{labelOf(desk, theme)}</Badge>
        ))}
      </p>
      {!isTaken &&
        (writing ? (
          <QuoteForm
            question={question}
            desk={desk}
            candidate={candidate}
            onDone={() => setWriting(false)}
          />
        ) : (
          <div className="ui-actions">
            <Button size="small" onClick={() => setWriting(true)}>
              {t('quotes.propose')}
            </Button>
          </div>
        ))}
    </Card>
  )
}
