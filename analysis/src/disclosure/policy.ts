/**
 * The rules of disclosure control, as one versioned object that every report names. Shares and widths are parts
 * of the scale (0.3 = 30 points of 100).
 */
export const POLICY = {
  version: '2.1',
  /** Fewest respondents under any share, mean or coefficient, also under the difference of two published groups. */
  leastBase: 10,
  /** Counts from 1 up to one less are never shown. */
  leastCount: 5,
  /**
   * Width of the interval that stays possible for a hidden count: all of 1 to 4. Readers may know every sum, every other
   * number and, if they are alone in a cell, that cell.
   */
  protection: 3,
  /** From this base on shares are rounded to whole points, below to steps of `coarse`. */
  wholeFrom: 50,
  coarse: 5,
  /** An interval wider than this is marked as unsure. */
  unsureFrom: 0.3,
  /** An interval wider than this is not printed. */
  silentFrom: 0.4,
  /** A finding is called sure up to this width of its interval. */
  sureUpTo: 0.2,
  /** Fewest units under any number, of those kinds of unit that the plan names. */
  leastUnits: { household: 10, coach: 3, commune: 3 },
  /** Largest part of the answers under a number that may come from one unit. */
  dominance: 0.5,
  /** Largest part of the weights under a number that may be one respondent's: as much as four on average, or a tenth. */
  heaviest: { average: 4, part: 0.1 },
} as const
export type Policy = typeof POLICY
