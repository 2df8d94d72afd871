import type { ReactNode } from 'react'
import type { NoticeTone } from './notice.tsx'

/** A state in one or two words; the words carry the meaning, the colour only helps. */
export const Badge = ({
  tone = 'neutral',
  children,
}: {
  readonly tone?: NoticeTone | 'neutral'
  readonly children: ReactNode
}) => <span className={`ui-badge ui-badge-${tone}`}>{children}</span>
