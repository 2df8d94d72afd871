/** A column of numbers in twice the precision: each is `high[i] + low[i]`, about 32 digits. */
export type Doubled = { readonly high: Float64Array; readonly low: Float64Array }
/** One number in twice the precision. */
export type Wide = readonly [high: number, low: number]

const SPLITTER = 134_217_729

/** The error of a · b as the machine rounds it (Dekker, Veltkamp). */
const productError = (a: number, b: number, product: number): number => {
  const ca = SPLITTER * a
  const ah = ca - (ca - a)
  const al = a - ah
  const cb = SPLITTER * b
  const bh = cb - (cb - b)
  const bl = b - bh
  return al * bl - (product - ah * bh - al * bh - ah * bl)
}

/** The error of a + b as the machine rounds it (Knuth). */
const sumError = (a: number, b: number, sum: number): number => {
  const part = sum - a
  return a - (sum - part) + (b - part)
}

const settled = (high: number, low: number): Wide => {
  const sum = high + low
  return [sum, low - (sum - high)]
}

export const wideProduct = ([ah, al]: Wide, [bh, bl]: Wide): Wide => {
  const high = ah * bh
  return settled(high, productError(ah, bh, high) + ah * bl + al * bh)
}

export const wideDifference = ([ah, al]: Wide, [bh, bl]: Wide): Wide => {
  const high = ah - bh
  return settled(high, sumError(ah, -bh, high) + al - bl)
}

export const wideQuotient = (a: Wide, b: Wide): Wide => {
  const first = a[0] / b[0]
  const rest = wideDifference(a, wideProduct(b, [first, 0]))
  return settled(first, rest[0] / b[0])
}

export const wideRoot = (a: Wide): Wide => {
  if (!(a[0] > 0)) return [0, 0]
  const first = Math.sqrt(a[0])
  const rest = wideDifference(a, wideProduct([first, 0], [first, 0]))
  return settled(first, rest[0] / (2 * first))
}

/**
 * Σ aᵢ · bᵢ, as if summed in twice the precision.
 * @see Ogita, Rump & Oishi (2005), SIAM Journal on Scientific Computing 26, 1955–1988, https://doi.org/10.1137/030601818
 */
export const wideDot = (a: Doubled, b: Doubled): Wide => {
  let sum = 0
  let rest = 0
  for (let i = 0; i < a.high.length; i++) {
    const ah = a.high[i] as number
    const bh = b.high[i] as number
    const product = ah * bh
    const next = sum + product
    rest +=
      productError(ah, bh, product) +
      sumError(sum, product, next) +
      (ah * (b.low[i] as number) + (a.low[i] as number) * bh)
    sum = next
  }
  return settled(sum, rest)
}

/** column −= factor · other, in place. */
export const takeMultiple = (column: Doubled, [fh, fl]: Wide, other: Doubled): void => {
  for (let i = 0; i < column.high.length; i++) {
    const oh = other.high[i] as number
    const product = fh * oh
    const high = column.high[i] as number
    const next = high - product
    const low =
      sumError(high, -product, next) +
      (column.low[i] as number) -
      (productError(fh, oh, product) + fh * (other.low[i] as number) + fl * oh)
    const sum = next + low
    column.high[i] = sum
    column.low[i] = low - (sum - next)
  }
}

/** column /= factor, in place. */
export const divideBy = (column: Doubled, factor: Wide): void => {
  for (let i = 0; i < column.high.length; i++) {
    const [high, low] = wideQuotient([column.high[i] as number, column.low[i] as number], factor)
    column.high[i] = high
    column.low[i] = low
  }
}

/** x to the powers 1 … degree, each in twice the precision: a polynomial loses no digits before it is fitted. */
export const powersOf = (values: Float64Array, degree: number): readonly Doubled[] => {
  const powers: Doubled[] = [{ high: values, low: new Float64Array(values.length) }]
  for (let k = 1; k < degree; k++) {
    const last = powers[k - 1] as Doubled
    const high = new Float64Array(values.length)
    const low = new Float64Array(values.length)
    for (let i = 0; i < values.length; i++)
      [high[i], low[i]] = wideProduct(
        [last.high[i] as number, last.low[i] as number],
        [values[i] as number, 0],
      ) as [number, number]
    powers.push({ high, low })
  }
  return powers
}
