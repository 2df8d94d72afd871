import { Button, EmptyState, Notice, ProblemNotice } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { QuestionPage, useQuestion } from './question-page.tsx'
import { ReadingDesk } from './reading-desk.tsx'
import { useNextReading } from './requests.ts'

/** Answers one after another, as they were written; a person decides on each. */
export const ReadingPage = () => {
  const { t } = useTranslation('coding')
  const question = useQuestion()
  const problems = useProblemWords()
  const next = useNextReading(question)
  const [became, setBecame] = useState<'passed' | 'second' | 'withheld'>()
  const reading = next.data
  return (
    <QuestionPage question={question} title={t('reading.title')} lead={t('reading.lead')}>
      {became && (
        <Notice tone={became === 'passed' ? 'success' : 'info'}>
          <p>{t(`reading.became.${became}`)}</p>
        </Notice>
      )}
      <ProblemNotice problem={next.error} words={problems} />
      {reading?.answer && <p>{t('reading.left', { count: reading.left })}</p>}
      {reading?.answer ? (
        <ReadingDesk
          key={reading.answer.id}
          question={question}
          answer={reading.answer}
          onDone={(state) => {
            setBecame(state)
            next.mutate()
          }}
        />
      ) : reading ? (
        <EmptyState title={t('reading.done')}>
          <p>{t('reading.doneHelp')}</p>
        </EmptyState>
      ) : (
        <p>
          <Button variant="primary" pending={next.isPending} onClick={() => next.mutate()}>
            {t('reading.open')}
          </Button>
        </p>
      )}
    </QuestionPage>
  )
}
