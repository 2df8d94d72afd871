import type { Thread, ThreadList } from '@echolot/contract/comments'
import { Badge, Button, ProblemNotice, Textarea } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import { useDay } from '../../screen/use-day.ts'
import type { useThreadCalls } from './requests.ts'
import { TaskLine } from './task-line.tsx'

/** One conversation: what was said, the answer, and whether it is settled. */
export const ThreadCard = ({
  thread,
  people,
  calls: { answer, change },
}: {
  readonly thread: Thread
  readonly people: ThreadList['people']
  readonly calls: ReturnType<typeof useThreadCalls>
}) => {
  const { t } = useTranslation('comments')
  const words = useProblemWords()
  const day = useDay()
  const { id, state, task, comments, resolvedBy, resolvedOn } = thread
  const [text, setText] = useState('')
  const send = () => {
    if (text.trim() !== '') answer.mutate({ id, text }, { onSuccess: () => setText('') })
  }
  return (
    <article className="thread" data-state={state}>
      <p className="thread-head">
        <TaskLine thread={thread} people={people} />
        {state === 'resolved' && <Badge tone="success">{t('resolved')}</Badge>}
      </p>
      <ol className="thread-comments">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className="thread-by">
              <strong>{comment.own ? t('you') : comment.by}</strong> {day(comment.on)}
            </p>
            <p className="thread-text">{comment.text}</p>
          </li>
        ))}
      </ol>
      {state === 'resolved' ? (
        <p className="ui-hint">
          {t('resolvedBy', { by: resolvedBy, day: resolvedOn === null ? '' : day(resolvedOn) })}
        </p>
      ) : (
        <Textarea
          label={t('answer')}
          rows={2}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ProblemNotice problem={answer.error ?? change.error} words={words} />
      <div className="ui-actions">
        {state === 'open' && (
          <Button size="small" pending={answer.isPending} onClick={send}>
            {t('answerSend')}
          </Button>
        )}
        <Button
          size="small"
          pending={change.isPending}
          onClick={() => change.mutate({ id, task, state: state === 'open' ? 'resolved' : 'open' })}
        >
          {t(state === 'open' ? 'resolve' : 'reopen')}
        </Button>
      </div>
    </article>
  )
}
