import type { CommentAnswer, ReportLogEntry } from '@echolot/contract/reports'
import { Button, ProblemNotice, Textarea } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { useReportCall } from './requests.ts'

const VERDICTS = ['answered', 'accepted', 'declined'] as const

/** What becomes of a comment: an answer, a yes, or a no with its reason. */
export const AnswerForm = ({
  id,
  comment,
}: {
  readonly id: string
  readonly comment: ReportLogEntry
}) => {
  const { t } = useTranslation('reports')
  const problems = useProblemWords()
  const call = useReportCall(id)
  const [text, setText] = useState('')
  const [tried, setTried] = useState<CommentAnswer['verdict']>()
  const isMissing = text.trim() === ''
  const answer = (verdict: CommentAnswer['verdict']) => {
    setTried(verdict)
    if (isMissing && verdict !== 'accepted') return
    call.mutate({ do: 'answer', ordinal: comment.ordinal, verdict, text: text.trim() })
  }
  return (
    <div className="ui-stack-small">
      <Textarea
        label={t('answerTo', { by: comment.by })}
        rows={2}
        maxLength={4_000}
        value={text}
        error={
          isMissing && tried !== undefined && tried !== 'accepted' ? t('answerNeeded') : undefined
        }
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemNotice problem={call.error} words={problems} />
      <div className="ui-actions">
        {VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            size="small"
            pending={call.isPending}
            onClick={() => answer(verdict)}
          >
            {t(`verdict.${verdict}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
