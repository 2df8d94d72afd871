import { type RefObject, useEffect, useState } from 'react'

/** How far ahead of the window questions are drawn. */
const AHEAD = '900px 0px'

const waiting = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | undefined
const watch = (element: Element, seen: () => void) => {
  if (typeof IntersectionObserver === 'undefined') {
    seen()
    return () => {}
  }
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          waiting.get(target)?.()
          observer?.unobserve(target)
        }
    },
    { rootMargin: AHEAD },
  )
  const watching = observer
  waiting.set(element, seen)
  watching.observe(element)
  return () => watching.unobserve(element)
}

/** Whether an element has come near the window; once near it stays drawn. */
export const useNearView = (
  element: RefObject<Element | null>,
  first: 'near' | 'far',
): 'near' | 'far' => {
  const [state, setState] = useState(first)
  useEffect(() => {
    if (state === 'near' || element.current === null) return
    return watch(element.current, () => setState('near'))
  }, [state, element])
  return state
}
