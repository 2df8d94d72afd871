import type { RandomStream } from './r-random.ts'

const HALF = 65_536

/**
 * A whole number from 0 to under `n`, each as likely: what R's `sample` draws (rejection, the default since R 3.6), less
 * one. As many random bits as `n` needs are drawn until the number is small enough.
 */
export const drawBelow = (n: number, { uniform }: RandomStream): number => {
  const bits = Math.ceil(Math.log2(n))
  if (bits <= 0) return 0
  const size = 2 ** bits
  for (;;) {
    let drawn = 0
    for (let have = 0; have <= bits; have += 16) drawn = HALF * drawn + Math.floor(uniform() * HALF)
    const place = drawn % size
    if (place < n) return place
  }
}
