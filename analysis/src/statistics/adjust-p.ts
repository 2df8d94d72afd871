/** Ways to adjust p values of several tests at once. */
export const ADJUSTMENTS = [
  'bonferroni',
  'holm',
  'hochberg',
  'hommel',
  'BH',
  'BY',
  'sidak',
  'holm_sidak',
] as const
export type Adjustment = (typeof ADJUSTMENTS)[number]

/** 1 − (1 − p)ⁿ without loss of digits. */
const sidak = (p: number, n: number) => (p === 1 ? 1 : -Math.expm1(n * Math.log1p(-p)))

/** From the smallest p: no adjusted value below the one before. */
const stepDown = (sorted: readonly number[], of: (p: number, left: number) => number) => {
  let largest = 0
  return sorted.map((p, i) => {
    largest = Math.max(largest, Math.min(1, of(p, sorted.length - i)))
    return largest
  })
}

/** From the largest p: no adjusted value above the one after. */
const stepUp = (sorted: readonly number[], of: (p: number, rank: number) => number) => {
  const adjusted = [...sorted]
  let smallest = 1
  for (let i = sorted.length - 1; i >= 0; i--) {
    smallest = Math.min(smallest, of(sorted[i] as number, i + 1))
    adjusted[i] = smallest
  }
  return adjusted
}

/** Hommel's closed procedure by Wright's algorithm. */
const hommel = (sorted: readonly number[]): readonly number[] => {
  const n = sorted.length
  const at = (i: number) => sorted[i] as number
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < n; i++) least = Math.min(least, (n * at(i)) / (i + 1))
  const q = new Array<number>(n).fill(least)
  const adjusted = new Array<number>(n).fill(least)
  for (let m = n - 1; m >= 2; m--) {
    const kept = n - m + 1
    let tail = Number.POSITIVE_INFINITY
    for (let i = kept, rank = 2; i < n; i++, rank++) tail = Math.min(tail, (m * at(i)) / rank)
    for (let i = 0; i < kept; i++) q[i] = Math.min(m * at(i), tail)
    for (let i = kept; i < n; i++) q[i] = q[kept - 1] as number
    for (let i = 0; i < n; i++) adjusted[i] = Math.max(adjusted[i] as number, q[i] as number)
  }
  return adjusted.map((value, i) => Math.max(value, at(i)))
}

const bySorted = (sorted: readonly number[], adjustment: Adjustment): readonly number[] => {
  const n = sorted.length
  switch (adjustment) {
    case 'bonferroni':
      return sorted.map((p) => Math.min(1, n * p))
    case 'sidak':
      return sorted.map((p) => sidak(p, n))
    case 'holm':
      return stepDown(sorted, (p, left) => left * p)
    case 'holm_sidak':
      return stepDown(sorted, sidak)
    case 'hochberg':
      return stepUp(sorted, (p, rank) => (n - rank + 1) * p)
    case 'hommel':
      return n < 2 ? sorted : hommel(sorted)
    case 'BH':
      return stepUp(sorted, (p, rank) => (n / rank) * p)
    case 'BY': {
      const harmonic = sorted.reduce((sum, _, i) => sum + 1 / (i + 1), 0)
      return stepUp(sorted, (p, rank) => ((harmonic * n) / rank) * p)
    }
  }
}

/**
 * Adjusts p values for several tests at once, in the order given; null (not tested) stays null and is not counted.
 * Family-wise: Bonferroni, Šidák, Holm (with Šidák), Hochberg, Hommel; false discovery rate: BH, BY.
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65–70
 * @see Hochberg (1988), Biometrika 75, 800–802; Hommel (1988), Biometrika 75, 383–386
 * @see Benjamini & Hochberg (1995), JRSS B 57, 289–300; Benjamini & Yekutieli (2001), Annals of Statistics 29, 1165–1188
 * @example adjustP([0.01, 0.04, 0.03], 'holm') // => [0.03, 0.06, 0.06]
 */
export const adjustP = <P extends number | null>(
  ps: readonly P[],
  adjustment: Adjustment,
): readonly P[] => {
  const order = [...ps.keys()]
    .filter((place) => ps[place] !== null)
    .sort((a, b) => (ps[a] as number) - (ps[b] as number))
  const adjusted = bySorted(
    order.map((place) => ps[place] as number),
    adjustment,
  )
  const found: (number | null)[] = ps.map(() => null)
  order.forEach((place, i) => {
    found[place] = adjusted[i] as number
  })
  return found as readonly (number | null)[] as readonly P[]
}
