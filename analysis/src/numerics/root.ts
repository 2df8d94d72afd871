/**
 * A root of `f` between `low` and `high`, where its signs differ, by Brent's method to the last digits.
 * @throws Error if both ends have the same sign.
 * @see Brent (1973), Algorithms for Minimization without Derivatives, ch. 4
 */
export const rootOf = (f: (x: number) => number, low: number, high: number): number => {
  let [a, b] = [low, high]
  let [fa, fb] = [f(a), f(b)]
  if (fa === 0) return a
  if (fb === 0) return b
  if (fa > 0 === fb > 0) throw new Error(`no change of sign between ${low} and ${high}`)
  let [c, fc] = [a, fa]
  let step = b - a
  let before = step
  for (let round = 0; round < 200; round++) {
    if (fb > 0 === fc > 0) {
      ;[c, fc] = [a, fa]
      step = b - a
      before = step
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      ;[a, b, c] = [b, c, b]
      ;[fa, fb, fc] = [fb, fc, fb]
    }
    const tolerance = 2 * Number.EPSILON * Math.abs(b)
    const middle = (c - b) / 2
    if (Math.abs(middle) <= tolerance || fb === 0) return b
    if (Math.abs(before) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa
      let [p, q] =
        a === c
          ? [2 * middle * s, 1 - s]
          : [
              s * (2 * middle * (fa / fc) * (fa / fc - fb / fc) - (b - a) * (fb / fc - 1)),
              (fa / fc - 1) * (fb / fc - 1) * (s - 1),
            ]
      if (p > 0) q = -q
      p = Math.abs(p)
      if (2 * p < Math.min(3 * middle * q - Math.abs(tolerance * q), Math.abs(before * q))) {
        before = step
        step = p / q
      } else {
        step = middle
        before = middle
      }
    } else {
      step = middle
      before = middle
    }
    ;[a, fa] = [b, fb]
    b += Math.abs(step) > tolerance ? step : Math.sign(middle) * Math.max(tolerance, 1e-300)
    fb = f(b)
  }
  return b
}

/** A root of a monotone `f` that is looked for outwards from `start` in steps that double. */
export const rootFrom = (f: (x: number) => number, start: number, step = 1): number => {
  let [low, high] = [start - step, start + step]
  let [fl, fh] = [f(low), f(high)]
  for (let round = 0, reach = step; fl > 0 === fh > 0 && round < 60; round++) {
    reach *= 2
    low -= reach
    high += reach
    ;[fl, fh] = [f(low), f(high)]
  }
  return rootOf(f, low, high)
}
