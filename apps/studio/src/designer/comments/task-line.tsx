import type { Thread, ThreadList } from '@echolot/contract/comments'
import { Badge } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useDay } from '../../screen/use-day.ts'

/** Who shall do it, and until when; said in words where the day is over. */
export const TaskLine = ({
  thread: { task, state },
  people,
}: {
  readonly thread: Thread
  readonly people: ThreadList['people']
}) => {
  const { t } = useTranslation('comments')
  const day = useDay()
  if (task === null) return null
  const { assignee, due } = task
  const who =
    assignee === null
      ? t('anybody')
      : assignee.kind === 'role'
        ? t(`role.${assignee.role}`)
        : (people.find(({ id }) => id === assignee.id)?.name ?? '–')
  const isLate = state === 'open' && due !== null && due < new Date().toISOString().slice(0, 10)
  return (
    <span className="task-line">
      <Badge tone="info">{t('task')}</Badge> {t('for', { who })}
      {due !== null && (
        <>
          {', '}
          {isLate ? (
            <Badge tone="warn">{t('overdue', { day: day(due) })}</Badge>
          ) : (
            t('due', { day: day(due) })
          )}
        </>
      )}
    </span>
  )
}
