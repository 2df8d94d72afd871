import { type FocusEvent, startTransition, useEffect, useMemo, useState } from 'react'
import { afterPaint } from './after-paint.ts'

/**
 * What a column beside the canvas shows: what is done elsewhere is painted there first, and here a moment later; while
 * somebody works here, every letter counts at once.
 */
export const useBeside = <Value>(now: Value) => {
  const [focus, setFocus] = useState<'here' | 'elsewhere'>('elsewhere')
  const [painted, setPainted] = useState(now)
  useEffect(
    () =>
      painted === now ? undefined : afterPaint(() => startTransition(() => setPainted(() => now))),
    [now, painted],
  )
  /** For the element around the column. */
  const around = useMemo(
    () => ({
      onFocus: () => setFocus('here'),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget)) setFocus('elsewhere')
      },
    }),
    [],
  )
  return { shown: focus === 'here' ? now : painted, around }
}
