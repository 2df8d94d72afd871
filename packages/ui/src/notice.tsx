import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'warn' | 'error' | 'success'

const SIGNS: Readonly<Record<NoticeTone, string>> = {
  info: 'i',
  warn: '!',
  error: '×',
  success: '✓',
}

/**
 * A message in the page. It is spoken when it appears: errors at once (`alert`), all others when there is a pause
 * (`status`). `announce="never"` for what stands there from the beginning.
 */
export const Notice = ({
  tone = 'info',
  title,
  announce = 'appearing',
  actions,
  children,
}: {
  readonly tone?: NoticeTone
  readonly title?: ReactNode
  readonly announce?: 'appearing' | 'never'
  readonly actions?: ReactNode
  readonly children?: ReactNode
}) => (
  <div
    className={`ui-notice ui-notice-${tone}`}
    role={announce === 'never' ? undefined : tone === 'error' ? 'alert' : 'status'}
  >
    <span className="ui-notice-sign" aria-hidden="true">
      {SIGNS[tone]}
    </span>
    <div className="ui-notice-body">
      {title !== undefined && <p className="ui-notice-title">{title}</p>}
      {children !== undefined && <div className="ui-stack-small">{children}</div>}
      {actions !== undefined && <div className="ui-actions">{actions}</div>}
    </div>
  </div>
)
