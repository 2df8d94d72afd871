import type { ReactNode } from 'react'

/** A part of a page with its own heading; no landmark, for a page may have many. */
export const Card = ({
  title,
  actions,
  children,
}: {
  readonly title?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) => {
  return (
    <section className="ui-card">
      {(title !== undefined || actions !== undefined) && (
        <div className="ui-card-head">
          {title !== undefined && <h2>{title}</h2>}
          {actions !== undefined && <div className="ui-actions">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
