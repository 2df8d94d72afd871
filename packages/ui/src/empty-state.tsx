import type { ReactNode } from 'react'

/** Says that nothing is here yet, why, and what to do about it. */
export const EmptyState = ({
  title,
  children,
  actions,
}: {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) => (
  <div className="ui-empty">
    <p className="ui-empty-title">{title}</p>
    {children !== undefined && <div className="ui-stack-small">{children}</div>}
    {actions !== undefined && <div className="ui-actions">{actions}</div>}
  </div>
)
