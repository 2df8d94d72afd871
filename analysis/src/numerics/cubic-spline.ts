/**
 * The cubic spline through points with rising x, its ends by the third derivative of the four outermost points.
 * @see Forsythe, Malcolm & Moler (1977), Computer Methods for Mathematical Computations, ch. 4
 */
export const cubicSpline = (
  x: readonly number[],
  y: readonly number[],
): ((at: number) => number) => {
  const n = x.length
  const [X, Y] = [x as number[], y as number[]] as const
  const at = (list: ArrayLike<number>, i: number) => list[i] as number
  if (n < 3) {
    const slope = n < 2 ? 0 : (at(Y, 1) - at(Y, 0)) / (at(X, 1) - at(X, 0))
    return (value) => at(Y, 0) + slope * (value - at(X, 0))
  }
  const [b, c, d] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  d[0] = at(X, 1) - at(X, 0)
  c[1] = (at(Y, 1) - at(Y, 0)) / at(d, 0)
  for (let i = 1; i < n - 1; i++) {
    d[i] = at(X, i + 1) - at(X, i)
    b[i] = 2 * (at(d, i - 1) + at(d, i))
    c[i + 1] = (at(Y, i + 1) - at(Y, i)) / at(d, i)
    c[i] = at(c, i + 1) - at(c, i)
  }
  b[0] = -at(d, 0)
  b[n - 1] = -at(d, n - 2)
  c[0] = 0
  c[n - 1] = 0
  if (n > 3) {
    const first = at(c, 2) / (at(X, 3) - at(X, 1)) - at(c, 1) / (at(X, 2) - at(X, 0))
    const last =
      at(c, n - 2) / (at(X, n - 1) - at(X, n - 3)) - at(c, n - 3) / (at(X, n - 2) - at(X, n - 4))
    c[0] = (first * at(d, 0) ** 2) / (at(X, 3) - at(X, 0))
    c[n - 1] = (-last * at(d, n - 2) ** 2) / (at(X, n - 1) - at(X, n - 4))
  }
  for (let i = 1; i < n; i++) {
    const t = at(d, i - 1) / at(b, i - 1)
    b[i] = at(b, i) - t * at(d, i - 1)
    c[i] = at(c, i) - t * at(c, i - 1)
  }
  c[n - 1] = at(c, n - 1) / at(b, n - 1)
  for (let i = n - 2; i >= 0; i--) c[i] = (at(c, i) - at(d, i) * at(c, i + 1)) / at(b, i)
  for (let i = 0; i < n - 1; i++) {
    const width = at(d, i)
    b[i] = (at(Y, i + 1) - at(Y, i)) / width - width * (at(c, i + 1) + 2 * at(c, i))
    d[i] = (at(c, i + 1) - at(c, i)) / width
  }
  return (value) => {
    let i = 0
    while (i < n - 2 && value >= at(X, i + 1)) i += 1
    const away = value - at(X, i)
    return at(Y, i) + away * (at(b, i) + away * (3 * at(c, i) + away * at(d, i)))
  }
}
