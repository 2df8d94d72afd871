/**
 * The rules of disclosure control, as one versioned object that every report names. Shares and widths are parts
 * of the scale (0.3 = 30 points of 100).
 */
export const POLICY = {
  version: '1.0',
  /** Fewest respondents under any share, mean or coefficient. */
  leastBase: 10,
  /** Counts from 1 up to one less are never shown. */
  leastCount: 5,
  /** From this base on shares are rounded to whole points, below to steps of `coarse`. */
  wholeFrom: 50,
  coarse: 5,
  /** An interval wider than this is marked as unsure. */
  unsureFrom: 0.3,
  /** An interval wider than this is not printed. */
  silentFrom: 0.4,
  /** A finding is called sure up to this width of its interval. */
  sureUpTo: 0.2,
} as const
export type Policy = typeof POLICY
