import { useCallback, useEffect, useRef, useState } from 'react'
import type { Target } from '../edits/rearrange.ts'
import { type DropPlace, placeUnder } from './place-under.ts'

/** What is carried: its name is shown beside the pointer. */
export type Load = {
  readonly kind: 'pages' | 'elements'
  readonly label: string
  readonly mayDrop: (target: Target) => boolean
  readonly onDrop: (target: Target) => void
}

type Carried = {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly place: DropPlace | undefined
}

/** Pixels a pointer moves before it carries: less is a click. */
const FIRST_MOVE = 6
/** Near the edge of the window, in pixels, it scrolls. */
const EDGE = 72
const SPEED = 0.35

/**
 * Carries elements with mouse, pen or finger. Taking hold of a grip is enough on a touch screen, for grips do not scroll;
 * Escape puts everything back.
 */
export const useDrag = () => {
  const [carried, setCarried] = useState<Carried>()
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const start = useCallback((first: PointerEvent, load: Load) => {
    stop.current?.()
    const at = { x: first.clientX, y: first.clientY }
    let state: 'held' | 'carried' = 'held'
    let place: DropPlace | undefined
    let frame = 0
    const look = () => {
      const found = placeUnder(at.x, at.y, load.kind)
      place = found !== undefined && load.mayDrop(found) ? found : undefined
      setCarried({ x: at.x, y: at.y, label: load.label, place })
    }
    const scroll = () => {
      frame = requestAnimationFrame(scroll)
      const scroller = scrollerAt(at.x, at.y)
      const { top, bottom } = scroller.getBoundingClientRect()
      const upper = Math.max(0, top)
      const lower = Math.min(innerHeight, bottom)
      const by =
        at.y < upper + EDGE ? at.y - upper - EDGE : at.y > lower - EDGE ? at.y - lower + EDGE : 0
      if (by === 0) return
      scroller.scrollBy(0, by * SPEED)
      look()
    }
    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== first.pointerId) return
      at.x = event.clientX
      at.y = event.clientY
      const far = Math.hypot(at.x - first.clientX, at.y - first.clientY)
      if (state === 'held' && far < FIRST_MOVE) return
      if (state === 'held') {
        state = 'carried'
        frame = requestAnimationFrame(scroll)
      }
      event.preventDefault()
      look()
    }
    const end = () => {
      cancelAnimationFrame(frame)
      removeEventListener('pointermove', onMove)
      removeEventListener('pointerup', onUp)
      removeEventListener('pointercancel', end)
      removeEventListener('keydown', onKeyDown, true)
      document.removeEventListener('selectstart', keepUnmarked)
      stop.current = undefined
      setCarried(undefined)
    }
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== first.pointerId) return
      const target = place
      const wasCarried = state === 'carried'
      end()
      if (!wasCarried) return
      swallowClick()
      if (target !== undefined) load.onDrop({ list: target.list, at: target.at })
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end()
    }
    stop.current = end
    addEventListener('pointermove', onMove, { passive: false })
    addEventListener('pointerup', onUp)
    addEventListener('pointercancel', end)
    addEventListener('keydown', onKeyDown, true)
    document.addEventListener('selectstart', keepUnmarked)
  }, [])
  return { carried, start }
}

/** Words that are passed on the way are not marked. */
const keepUnmarked = (event: Event) => event.preventDefault()

/** The click that follows a drop is none. */
const swallowClick = () => {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0)
}

/** What scrolls under the pointer: the tree, or the whole page. */
const scrollerAt = (x: number, y: number): Element =>
  document.elementFromPoint(x, y)?.closest('.tree, .toolbox-list') ??
  document.scrollingElement ??
  document.documentElement

/** What is carried, and the line where it would come to stand. */
export const DragLayer = ({ carried }: { readonly carried: Carried | undefined }) =>
  carried === undefined ? null : (
    <div className="drag-layer" aria-hidden="true">
      {carried.place !== undefined && (
        <div
          className="drag-line"
          style={{
            insetBlockStart: `${carried.place.line.top}px`,
            left: `${carried.place.line.left}px`,
            inlineSize: `${carried.place.line.width}px`,
          }}
        />
      )}
      <div
        className="drag-label"
        data-drop={carried.place === undefined ? 'nowhere' : 'here'}
        style={{ top: `${carried.y + 14}px`, left: `${carried.x + 14}px` }}
      >
        {carried.label}
      </div>
    </div>
  )
