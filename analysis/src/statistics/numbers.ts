/** Values of one variable, one per respondent; NaN marks a missing value and never leaves a result. */
export type Numbers = ArrayLike<number>

/** The values that are there. */
export const presentIn = (values: Numbers): Float64Array => {
  const present = new Float64Array(values.length)
  let n = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) present[n++] = value
  }
  return present.slice(0, n)
}

/** Arithmetic mean by a compensated sum. */
export const meanOf = (values: Numbers): number => sumOf(values) / values.length

/** Kahan–Babuška sum. */
export const sumOf = (values: Numbers): number => sumWith(values, (value) => value)

/** Kahan–Babuška sum of what is made of each value; no second array is needed. */
const sumWith = (values: Numbers, made: (value: number) => number): number => {
  let sum = 0
  let correction = 0
  for (let i = 0; i < values.length; i++) {
    const value = made(values[i] as number)
    const next = sum + value
    correction += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + correction
}

/** Σ (x − mean)^power. */
export const centralSum = (values: Numbers, power: number): number => {
  const mean = meanOf(values)
  return sumWith(values, (value) => (value - mean) ** power)
}

/** Sample variance with n − 1, by two passes; what rounding left in the mean is taken out again. */
export const varianceOf = (values: Numbers): number => sumOfSquares(values) / (values.length - 1)

/** Σ (x − mean)². */
export const sumOfSquares = (values: Numbers): number => {
  const mean = meanOf(values)
  const squares = sumWith(values, (value) => (value - mean) * (value - mean))
  return squares - sumWith(values, (value) => value - mean) ** 2 / values.length
}
