import { startTransition, useEffect, useState } from 'react'

/** Milliseconds without a change after which what is out of sight follows. */
const QUIET = 1_000

/**
 * `now`; out of sight, what it was when nothing had changed for a moment: what goes on there costs time that an edit would
 * have to wait for.
 */
export const useQuiet = <Value>(now: Value, sight: 'seen' | 'hidden'): Value => {
  const [settled, setSettled] = useState(now)
  useEffect(() => {
    if (settled === now) return
    const timer = setTimeout(
      () => startTransition(() => setSettled(() => now)),
      sight === 'seen' ? 0 : QUIET,
    )
    return () => clearTimeout(timer)
  }, [now, settled, sight])
  return sight === 'seen' ? now : settled
}
