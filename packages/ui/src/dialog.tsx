import { type ReactNode, useEffect, useId, useRef } from 'react'

/** The native modal dialog: focus stays inside, Escape closes, focus goes back to where it was. */
export const Dialog = ({
  open,
  title,
  onClose,
  actions,
  children,
}: {
  readonly open: boolean
  readonly title: ReactNode
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly children: ReactNode
}) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className="ui-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {open && (
        <>
          <h2 id={id}>{title}</h2>
          <div className="ui-dialog-body">{children}</div>
          {actions !== undefined && <div className="ui-actions">{actions}</div>}
        </>
      )}
    </dialog>
  )
}
