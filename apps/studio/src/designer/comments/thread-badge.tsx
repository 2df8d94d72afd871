import './comments.css'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'

/** Open threads by the name of their element; given once, looked at by every row and frame. */
export const ThreadCounts = createContext<ReadonlyMap<string, number>>(new Map())

/** How much is still being talked about at an element; nothing where nobody does. */
export const ThreadBadge = ({ element }: { readonly element: string }) => {
  const { t } = useTranslation('comments')
  const count = useContext(ThreadCounts).get(element) ?? 0
  if (count === 0) return null
  const words = t('badge', { count })
  return (
    <span className="thread-badge" role="img" aria-label={words} title={words}>
      {count}
    </span>
  )
}
