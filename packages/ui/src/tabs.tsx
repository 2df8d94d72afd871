import { Activity, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'

export type Tab = {
  readonly id: string
  readonly label: ReactNode
  readonly content: ReactNode
  /**
   * Stays drawn out of sight, so that what it loaded is there when it is opened again, and is begun as soon as a pointer
   * comes to its tab. `asleep` it does nothing meanwhile; `awake` its effects run as if it were seen.
   */
  readonly keep?: 'asleep' | 'awake'
}

const stepOf = (key: string, direction: string, index: number, last: number) => {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return index === last ? 0 : index + 1
  if (key === back) return index === 0 ? last : index - 1
  if (key === 'Home') return 0
  return key === 'End' ? last : undefined
}

/**
 * Tabs with automatic activation.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export const Tabs = ({
  label,
  tabs,
  selected,
  onSelect,
}: {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** Given together with `onSelect` where the app keeps the choice, e.g. in the address. */
  readonly selected?: string
  readonly onSelect?: (id: string) => void
}) => {
  const id = useId()
  const [own, setOwn] = useState(tabs[0]?.id)
  const buttons = useRef(new Map<string, HTMLButtonElement>())
  const now = selected ?? own
  const current = tabs.find((tab) => tab.id === now) ?? tabs[0]
  const choose = (tab: Tab) => {
    setOwn(tab.id)
    onSelect?.(tab.id)
    buttons.current.get(tab.id)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const index = tabs.findIndex((tab) => tab.id === current?.id)
    const direction = getComputedStyle(event.currentTarget).direction
    const next = tabs[stepOf(event.key, direction, index, tabs.length - 1) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    choose(next)
  }
  const [pointedAt, setPointedAt] = useState<string>()
  const opened = useRef(new Set<string>())
  if (current === undefined) return null
  opened.current.add(current.id)
  if (pointedAt !== undefined) opened.current.add(pointedAt)
  return (
    <div className="ui-tabs">
      <div role="tablist" aria-label={label} className="ui-tablist" onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            ref={(element) => {
              if (element === null) buttons.current.delete(tab.id)
              else buttons.current.set(tab.id, element)
            }}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === current.id}
            aria-controls={tab.id === current.id ? `${id}-panel` : undefined}
            tabIndex={tab.id === current.id ? 0 : -1}
            onClick={() => choose(tab)}
            onPointerEnter={() => {
              if (tab.keep !== undefined) setPointedAt(tab.id)
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${current.id}`}
        className="ui-tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the pattern asks for it where a panel may begin with text
        tabIndex={0}
      >
        {current.keep === undefined && current.content}
        {tabs.map(
          (tab) =>
            tab.keep !== undefined &&
            opened.current.has(tab.id) &&
            (tab.keep === 'awake' ? (
              <div key={tab.id} hidden={tab.id !== current.id}>
                {tab.content}
              </div>
            ) : (
              <Activity key={tab.id} mode={tab.id === current.id ? 'visible' : 'hidden'}>
                {tab.content}
              </Activity>
            )),
        )}
      </div>
    </div>
  )
}
