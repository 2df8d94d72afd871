import './comments.css'
import { Notice } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { threadsQuery, useOpenTasks } from './requests.ts'
import { TaskLine } from './task-line.tsx'

/** Warns before publishing while somebody still has something to do; it forbids nothing. */
export const OpenTasks = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation('comments')
  const tasks = useOpenTasks(name)
  const { data } = useQuery(threadsQuery(name))
  if (tasks.length === 0) return null
  return (
    <Notice tone="warn" announce="never" title={t('openTasks', { count: tasks.length })}>
      <ul className="open-tasks">
        {tasks.map((thread) => (
          <li key={thread.id}>
            {thread.element !== '' && <code>{thread.element}</code>} {thread.comments[0]?.text}{' '}
            <TaskLine thread={thread} people={data?.people ?? []} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}
