import type { Instrument, Pointer } from '@echolot/instrument'
import { type Completion, completionsAt } from '@echolot/routing/logic'
import { type KeyboardEvent, useState } from 'react'

/** Longer lists are narrowed by writing on. */
const SHOWN = 12

type Open = { readonly entries: readonly Completion[]; readonly active: number }

/** Suggestions at the cursor, moved through by arrow keys and taken by Enter or Tab. */
export const useCompletion = ({
  instrument,
  pointer,
  onInsert,
}: {
  readonly instrument: Instrument
  readonly pointer: Pointer
  /** Puts the text in place of `from`…`to`. */
  readonly onInsert: (completion: Completion) => void
}) => {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const suggest = (text: string, cursor: number) => {
    const entries = completionsAt(text, cursor, { instrument, place: pointer })
      .filter(({ insert, from, to }) => insert !== text.slice(from, to))
      .slice(0, SHOWN)
    setOpen(entries.length === 0 ? undefined : { entries, active: 0 })
  }
  const take = (place: number) => {
    const completion = open?.entries[place]
    close()
    if (completion !== undefined) onInsert(completion)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault()
      suggest(event.currentTarget.value, event.currentTarget.selectionStart)
      return
    }
    if (open === undefined) return
    const last = open.entries.length - 1
    const moveTo = (active: number) => setOpen({ ...open, active })
    switch (event.key) {
      case 'ArrowDown':
        moveTo(open.active === last ? 0 : open.active + 1)
        break
      case 'ArrowUp':
        moveTo(open.active === 0 ? last : open.active - 1)
        break
      case 'Enter':
      case 'Tab':
        take(open.active)
        break
      case 'Escape':
        close()
        break
      default:
        return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return { open, suggest, take, close, onKeyDown }
}
