import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** Pixels drawn above and below what is seen. */
const SPARE = 600
/** Before a row was measured, and where nothing can be measured. */
const GUESS = 150
const VIEW = 900

export type Window = {
  readonly scroller: RefObject<HTMLElement | null>
  readonly onScroll: () => void
  /** Pixels of all rows together. */
  readonly length: number
  readonly rows: readonly { readonly key: string; readonly place: number; readonly top: number }[]
  readonly measure: (key: string, height: number) => void
  readonly scrollTo: (key: string) => void
}

/**
 * Draws of a long list only what is in sight. Rows may differ in height: each is measured when it is drawn, the others
 * are guessed. The row in `kept` is always drawn, so that the focus is never lost.
 */
export const useWindow = (keys: readonly string[], kept: string | undefined): Window => {
  const scroller = useRef<HTMLElement>(null)
  const heights = useRef(new Map<string, number>())
  const [round, setRound] = useState(0)
  const [seen, setSeen] = useState({ from: 0, to: VIEW })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a round passes when a height was measured
  const tops = useMemo(() => {
    let top = 0
    const all = keys.map((key) => {
      const at = top
      top += heights.current.get(key) ?? GUESS
      return at
    })
    return { all, length: top }
  }, [keys, round])
  const onScroll = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    const from = element.scrollTop
    const to = from + (element.clientHeight || VIEW)
    // In steps, so that most scrolling draws nothing anew.
    const step = (value: number) => Math.round(value / 200) * 200
    setSeen((before) =>
      before.from === step(from) && before.to === step(to)
        ? before
        : { from: step(from), to: step(to) },
    )
  }, [])
  useLayoutEffect(() => {
    onScroll()
    addEventListener('resize', onScroll)
    return () => removeEventListener('resize', onScroll)
  }, [onScroll])
  const measure = useCallback((key: string, height: number) => {
    if (height === 0 || heights.current.get(key) === height) return
    heights.current.set(key, height)
    setRound((before) => before + 1)
  }, [])
  const scrollTo = useCallback(
    (key: string) => {
      const top = tops.all[keys.indexOf(key)]
      const element = scroller.current
      if (top === undefined || element === null) return
      const bottom = top + (heights.current.get(key) ?? GUESS)
      if (top < element.scrollTop) element.scrollTop = top
      else if (bottom > element.scrollTop + (element.clientHeight || VIEW))
        element.scrollTop = bottom - (element.clientHeight || VIEW)
      onScroll()
    },
    [tops, keys, onScroll],
  )
  const rows = keys.flatMap((key, place) => {
    const top = tops.all[place] ?? 0
    const bottom = top + (heights.current.get(key) ?? GUESS)
    const near = bottom > seen.from - SPARE && top < seen.to + SPARE
    return near || key === kept ? [{ key, place, top }] : []
  })
  return { scroller, onScroll, length: tops.length, rows, measure, scrollTo }
}
