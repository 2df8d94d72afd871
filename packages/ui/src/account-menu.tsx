import { type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'
import { useUi } from './ui-provider.tsx'

export type Account = {
  readonly name: string
  /** E-mail, role: whatever tells the account apart. */
  readonly about?: ReactNode
  readonly signOutText: string
  readonly onSignOut: () => void
}

/** Who is signed in, and the way out: a native disclosure that closes on Escape and when focus leaves. */
export const AccountMenu = ({ name, about, signOutText, onSignOut }: Account) => {
  const { words } = useUi()
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (menu.current !== null) menu.current.open = false
  }
  return (
    <details
      ref={menu}
      className="ui-account"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        close()
        menu.current?.querySelector('summary')?.focus()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <summary>
        <span className="ui-hidden">{words.account}: </span>
        {name}
      </summary>
      <div className="ui-account-panel">
        {about !== undefined && <div className="ui-hint">{about}</div>}
        <Button onClick={onSignOut}>{signOutText}</Button>
      </div>
    </details>
  )
}
