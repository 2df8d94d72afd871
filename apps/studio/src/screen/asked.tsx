import { Button, ProblemNotice, Progress } from '@echolot/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from './problem-words.ts'

/** What was asked of the server: a sign of waiting, the problem with a way to try again, or the answer. */
export const Asked = <Answer,>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Answer>
  readonly children: (answer: Answer) => ReactNode
}) => {
  const { t } = useTranslation('screen')
  const words = useProblemWords()
  if (query.data !== undefined) return children(query.data)
  if (query.isError)
    return (
      <ProblemNotice
        problem={query.error}
        words={words}
        actions={<Button onClick={() => query.refetch()}>{t('tryAgain')}</Button>}
      />
    )
  return <Progress label={t('loading')} />
}
