import type { CodingTasks } from '@echolot/contract/coding'
import { Button, Card, Checkbox, EmptyState, Notice, ProblemNotice, Progress } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useProblemWords } from '../screen/problem-words.ts'
import { useDay } from '../screen/use-day.ts'
import { QuestionPage, useQuestion } from './question-page.tsx'
import { type Question, tasksQuery, useCode, useCompletion } from './requests.ts'
import { ThemeTicks } from './theme-ticks.tsx'

/** One coder's own answers, one after another. */
export const TasksPage = () => {
  const { t } = useTranslation('coding')
  const question = useQuestion()
  return (
    <QuestionPage question={question} title={t('tasks.title')} lead={t('tasks.lead')}>
      <Asked query={useQuery(tasksQuery(question))}>
        {(work) =>
          work.tasks.length === 0 ? (
            <EmptyState title={t('tasks.none')}>
              <p>{t('tasks.noneHelp')}</p>
            </EmptyState>
          ) : (
            <Work question={question} work={work} />
          )
        }
      </Asked>
    </QuestionPage>
  )
}

const Work = ({
  question,
  work: { tasks, doneOn, book },
}: {
  readonly question: Question
  readonly work: CodingTasks
}) => {
  const { t } = useTranslation('coding')
  const day = useDay()
  const problems = useProblemWords()
  const completing = useCompletion(question)
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      tasks.findIndex(({ themes }) => themes === null),
    ),
  )
  const task = tasks[place]
  const coded = tasks.filter(({ themes }) => themes !== null).length
  return (
    <>
      <Progress label={t('tasks.progress')} value={coded} max={tasks.length} />
      {doneOn !== null && (
        <Notice tone="success" announce="never">
          <p>{t('tasks.doneOn', { on: day(doneOn) })}</p>
        </Notice>
      )}
      {task && (
        <OneTask
          key={task.id}
          question={question}
          task={task}
          book={book}
          number={place + 1}
          onStep={(step) => setPlace((place + step + tasks.length) % tasks.length)}
        />
      )}
      {coded === tasks.length && doneOn === null && (
        <div className="ui-stack-small">
          <p className="ui-hint">{t('tasks.completeHelp')}</p>
          <div className="ui-actions">
            <Button
              variant="primary"
              pending={completing.isPending}
              onClick={() => completing.mutate(undefined)}
            >
              {t('tasks.complete')}
            </Button>
          </div>
        </div>
      )}
      <ProblemNotice problem={completing.error} words={problems} />
    </>
  )
}

const OneTask = ({
  question,
  task,
  book,
  number,
  onStep,
}: {
  readonly question: Question
  readonly task: CodingTasks['tasks'][number]
  readonly book: CodingTasks['book']
  readonly number: number
  readonly onStep: (step: 1 | -1) => void
}) => {
  const { t } = useTranslation('coding')
  const problems = useProblemWords()
  const coding = useCode(question)
  const known = (task.themes ?? []).filter((id) => book.themes.some((theme) => theme.id === id))
  const [chosen, setChosen] = useState<readonly string[]>(known)
  const [none, setNone] = useState(task.themes?.length === 0)
  const [tried, setTried] = useState(false)
  const isDecided = none || chosen.length > 0
  const save = () => {
    setTried(true)
    if (!isDecided || coding.isPending) return
    coding.mutate(
      { id: task.id, themes: none ? [] : chosen, version: book.version },
      { onSuccess: () => onStep(1) },
    )
  }
  return (
    <Card title={t('tasks.answer', { n: number })}>
      <blockquote className="coding-quote" dir="auto">
        {task.words}
      </blockquote>
      {task.version !== null && task.version < book.version && (
        <p className="ui-hint">{t('tasks.older', { old: task.version, now: book.version })}</p>
      )}
      <ThemeTicks
        legend={t('tasks.choose')}
        themes={book.themes}
        chosen={none ? [] : chosen}
        onChoose={(themes) => {
          setChosen(themes)
          setNone(false)
        }}
      />
      <Checkbox
        label={t('tasks.noTheme')}
        checked={none}
        error={tried && !isDecided ? t('tasks.needsChoice') : undefined}
        onChange={(event) => setNone(event.target.checked)}
      />
      <ProblemNotice problem={coding.error} words={problems} />
      <div className="ui-actions">
        <Button variant="primary" pending={coding.isPending} onClick={save}>
          {t('tasks.next')}
        </Button>
        <Button onClick={() => onStep(-1)}>{t('tasks.before')}</Button>
        <Button onClick={() => onStep(1)}>{t('tasks.skip')}</Button>
      </div>
    </Card>
  )
}
