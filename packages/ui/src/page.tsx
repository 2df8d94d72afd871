import { type ReactNode, useEffect } from 'react'

/** One screen inside the shell: its heading, what it is for, what can be done. Names the browser tab. */
export const Page = ({
  title,
  documentTitle,
  lead,
  actions,
  children,
}: {
  readonly title: ReactNode
  /** Where `title` is not a text. */
  readonly documentTitle?: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) => {
  const named = documentTitle ?? (typeof title === 'string' ? title : undefined)
  useEffect(() => {
    if (named !== undefined) document.title = named
  }, [named])
  return (
    <div className="ui-page">
      <div className="ui-page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="ui-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="ui-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
