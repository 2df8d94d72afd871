import { type ReactNode, useId } from 'react'

/** A part of a page with its own heading. */
export const Card = ({
  title,
  actions,
  children,
}: {
  readonly title?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) => {
  const id = useId()
  return (
    <section className="ui-card" aria-labelledby={title === undefined ? undefined : id}>
      {(title !== undefined || actions !== undefined) && (
        <div className="ui-card-head">
          {title !== undefined && <h2 id={id}>{title}</h2>}
          {actions !== undefined && <div className="ui-actions">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
