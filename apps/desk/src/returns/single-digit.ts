/** Within this time a hand scanner sends its next character; nobody types that fast. */
export const SCANNER_MS = 60

/**
 * Tells a digit pressed by a person from the characters of a letter scanned too early: a digit counts once nothing
 * followed it for `SCANNER_MS`; a burst counts as one scan.
 */
export const singleDigit = ({
  onDigit,
  onScan,
}: {
  readonly onDigit: (digit: number) => void
  readonly onScan: () => void
}) => {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let inBurst = false
  const settle = (digit: number | undefined) => {
    waiting = undefined
    if (inBurst) onScan()
    else if (digit !== undefined) onDigit(digit)
    inBurst = false
  }
  return {
    /** Any character key; only 1 to 9 can be a reason. */
    press: (key: string) => {
      if (waiting !== undefined) {
        inBurst = true
        clearTimeout(waiting)
      }
      const digit = /^[1-9]$/.test(key) ? Number(key) : undefined
      waiting = setTimeout(settle, SCANNER_MS, digit)
    },
    /** Whether a character came just now, so that an Enter would belong to it. */
    isBusy: () => waiting !== undefined,
    stop: () => clearTimeout(waiting),
  }
}
