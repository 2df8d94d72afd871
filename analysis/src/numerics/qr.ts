/** A QR decomposition X·P = Q·R, by Householder's reflections. */
export type Qr = {
  /** Columns that are not combinations of those before them. */
  readonly rank: number
  /** Columns of X in the order of R; combinations of others stand last. */
  readonly pivot: readonly number[]
  /** Upper triangle, rank × rank. */
  readonly r: readonly Float64Array[]
  /** Qᵀy: as many values as X has rows. */
  readonly effects: (y: ArrayLike<number>) => Float64Array
  /** Least-squares coefficients in the order of X; undefined for combinations of others. */
  readonly solve: (y: ArrayLike<number>) => readonly (number | undefined)[]
  /** y minus its projection. */
  readonly residuals: (y: ArrayLike<number>) => Float64Array
  /** (XᵀX)⁻¹ of the independent columns, in the order of `pivot`, as R⁻¹R⁻ᵀ: XᵀX is never formed. */
  readonly inverse: () => readonly Float64Array[]
  /** Diagonal of the hat matrix. */
  readonly leverages: () => Float64Array
}

/**
 * Decomposes a matrix given by columns. As in R's `lm`, a column is put last when less than `tolerance` of its
 * length is left after the columns before it.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., ch. 5
 */
export const qrOf = (columns: readonly ArrayLike<number>[], tolerance = 1e-7): Qr => {
  const n = columns[0]?.length ?? 0
  const work = columns.map((column) => Float64Array.from(column))
  const lengths = work.map((column) => norm(column, 0))
  const pivot = work.map((_, j) => j)
  const reflectors: Float64Array[] = []
  const diagonal: number[] = []
  let last = work.length
  for (let k = 0; k < Math.min(last, n); ) {
    const column = work[k] as Float64Array
    const left = norm(column, k)
    if (left <= tolerance * (lengths[k] as number) || left === 0) {
      for (const list of [work, lengths, pivot] as unknown[][]) list.push(...list.splice(k, 1))
      last -= 1
      continue
    }
    const alpha = (column[k] as number) > 0 ? -left : left
    const v = new Float64Array(n)
    for (let i = k; i < n; i++) v[i] = column[i] as number
    v[k] = (v[k] as number) - alpha
    reflectors.push(v)
    diagonal.push(alpha)
    column.fill(0, k + 1)
    column[k] = alpha
    for (let j = k + 1; j < work.length; j++) reflect(v, work[j] as Float64Array, k)
    k += 1
  }
  const rank = reflectors.length
  const r = Array.from({ length: rank }, (_, i) =>
    Float64Array.from({ length: rank }, (_, j) =>
      j < i ? 0 : ((work[j] as Float64Array)[i] as number),
    ),
  )
  const effects = (y: ArrayLike<number>) => {
    const turned = Float64Array.from(y)
    reflectors.forEach((v, k) => {
      reflect(v, turned, k)
    })
    return turned
  }
  const back = (turned: Float64Array) => {
    for (let k = rank - 1; k >= 0; k--) reflect(reflectors[k] as Float64Array, turned, k)
    return turned
  }
  return {
    rank,
    pivot,
    r,
    effects,
    solve: (y) => {
      const found = backSolve(r, effects(y))
      const coefficients = new Array<number | undefined>(columns.length).fill(undefined)
      found.forEach((value, k) => {
        coefficients[pivot[k] as number] = value
      })
      return coefficients
    },
    residuals: (y) => back(effects(y).fill(0, 0, rank)),
    inverse: () => {
      const inverted = r.map((_, j) =>
        backSolve(
          r,
          Float64Array.from({ length: rank }, (_, i) => Number(i === j)),
        ),
      )
      // Column j of R⁻¹ is inverted[j].
      return r.map((_, i) =>
        Float64Array.from({ length: rank }, (_, j) => {
          let sum = 0
          for (let k = Math.max(i, j); k < rank; k++)
            sum += (inverted[k]?.[i] as number) * (inverted[k]?.[j] as number)
          return sum
        }),
      )
    },
    leverages: () => {
      const sums = new Float64Array(n)
      for (let k = 0; k < rank; k++) {
        const unit = new Float64Array(n)
        unit[k] = 1
        back(unit).forEach((value, i) => {
          sums[i] = (sums[i] as number) + value * value
        })
      }
      return sums
    },
  }
}

/** Solves R·x = y for an upper triangle. */
export const backSolve = (r: readonly Float64Array[], y: ArrayLike<number>): Float64Array => {
  const x = Float64Array.from({ length: r.length }, (_, i) => y[i] as number)
  for (let i = r.length - 1; i >= 0; i--) {
    const row = r[i] as Float64Array
    let value = x[i] as number
    for (let j = i + 1; j < r.length; j++) value -= (row[j] as number) * (x[j] as number)
    x[i] = value / (row[i] as number)
  }
  return x
}

/** Length of a column from row `k` on, without overflow. */
const norm = (column: Float64Array, k: number): number => {
  let largest = 0
  for (let i = k; i < column.length; i++) largest = Math.max(largest, Math.abs(column[i] as number))
  if (largest === 0) return 0
  let sum = 0
  for (let i = k; i < column.length; i++) sum += ((column[i] as number) / largest) ** 2
  return largest * Math.sqrt(sum)
}

const reflect = (v: Float64Array, y: Float64Array, k: number): void => {
  let dot = 0
  let length = 0
  for (let i = k; i < v.length; i++) {
    dot += (v[i] as number) * (y[i] as number)
    length += (v[i] as number) ** 2
  }
  const factor = (2 * dot) / length
  for (let i = k; i < v.length; i++) y[i] = (y[i] as number) - factor * (v[i] as number)
}
