/** Time without a touch after which the page locks, and how long before that it asks. */
export const LOCK_AFTER_MS = 15 * 60_000
export const WARN_BEFORE_MS = 2 * 60_000

export type IdleLock = {
  /** Somebody is there. During the warning only `moreTime` counts, so that a stray touch does not hide it. */
  readonly touch: () => void
  readonly moreTime: () => void
  /** Looks at the clock, e.g. after the phone slept and its timers with it. */
  readonly look: () => void
  readonly stop: () => void
}

/**
 * Warns two minutes before it locks and says every second how many are left. It compares moments instead of counting
 * ticks: a phone that slept through its timers locks as it wakes.
 */
export const makeIdleLock = ({
  now,
  schedule,
  onWarning,
  onLock,
}: {
  /** Milliseconds of any clock that does not stand still. */
  readonly now: () => number
  readonly schedule: (run: () => void, ms: number) => () => void
  /** Seconds left, or undefined when the warning is over. */
  readonly onWarning: (secondsLeft: number | undefined) => void
  readonly onLock: () => void
}): IdleLock => {
  let lastTouch = now()
  let warning = false
  let ended = false
  let cancel: () => void = () => {}

  const look = () => {
    if (ended) return
    cancel()
    const left = LOCK_AFTER_MS - (now() - lastTouch)
    if (left <= 0) {
      ended = true
      onWarning(undefined)
      onLock()
      return
    }
    if (left > WARN_BEFORE_MS) {
      cancel = schedule(look, left - WARN_BEFORE_MS)
      return
    }
    warning = true
    onWarning(Math.ceil(left / 1_000))
    cancel = schedule(look, left % 1_000 || 1_000)
  }

  const restart = () => {
    if (ended) return
    lastTouch = now()
    if (warning) onWarning(undefined)
    warning = false
    look()
  }

  look()
  return {
    touch: () => {
      if (!warning) lastTouch = now()
    },
    moreTime: restart,
    look,
    stop: () => {
      ended = true
      cancel()
    },
  }
}
