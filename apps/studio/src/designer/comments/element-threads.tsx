import './comments.css'
import { Badge } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../screen/asked.tsx'
import { NewThread } from './new-thread.tsx'
import { threadsQuery, useOpenThreads, useThreadCalls } from './requests.ts'
import { ThreadCard } from './thread-card.tsx'

/** What is said about one element, beside its properties; `''` is the whole questionnaire. */
export const ElementThreads = ({
  name,
  element,
}: {
  /** The questionnaire's. */
  readonly name: string
  readonly element: string
}) => {
  const { t } = useTranslation('comments')
  const calls = useThreadCalls(name)
  const open = useOpenThreads(name).get(element) ?? 0
  const threads = useQuery(threadsQuery(name))
  return (
    <details className="element-threads">
      <summary>
        {t('here')} {open > 0 && <Badge tone="info">{open}</Badge>}
      </summary>
      <Asked query={threads}>
        {(list) => (
          <>
            {list.threads
              .filter((thread) => thread.element === element)
              .map((thread) => (
                <ThreadCard key={thread.id} thread={thread} people={list.people} calls={calls} />
              ))}
            <NewThread key={element} element={element} people={list.people} calls={calls} />
          </>
        )}
      </Asked>
    </details>
  )
}
