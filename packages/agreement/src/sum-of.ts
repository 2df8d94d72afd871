/** Kahan–Babuška sum. */
export const sumOf = (values: readonly number[]): number => {
  let sum = 0
  let correction = 0
  for (const value of values) {
    const next = sum + value
    correction += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + correction
}
