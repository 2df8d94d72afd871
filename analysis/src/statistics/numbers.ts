/** Values of one variable, one per respondent; NaN marks a missing value and never leaves a result. */
export type Numbers = ArrayLike<number>

/** The values that are there. */
export const presentIn = (values: Numbers): Float64Array =>
  Float64Array.from(values).filter((value) => !Number.isNaN(value))

/** Arithmetic mean by a compensated sum. */
export const meanOf = (values: Numbers): number => sumOf(values) / values.length

/** Kahan–Babuška sum. */
export const sumOf = (values: Numbers): number => {
  let sum = 0
  let correction = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    const next = sum + value
    correction += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + correction
}

/** Σ (x − mean)^power. */
export const centralSum = (values: Numbers, power: number): number => {
  const mean = meanOf(values)
  return sumOf(Float64Array.from(values, (value) => (value - mean) ** power))
}

/** Sample variance with n − 1, by two passes; what rounding left in the mean is taken out again. */
export const varianceOf = (values: Numbers): number => sumOfSquares(values) / (values.length - 1)

/** Σ (x − mean)². */
export const sumOfSquares = (values: Numbers): number => {
  const mean = meanOf(values)
  const deviations = Float64Array.from(values, (value) => value - mean)
  return sumOf(deviations.map((value) => value * value)) - sumOf(deviations) ** 2 / values.length
}
