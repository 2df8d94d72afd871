/** A stream of uniform and of standard normal numbers. */
export type RandomStream = {
  /** In (0, 1). */
  readonly uniform: () => number
  readonly normal: () => number
}

const SIZE = 624
const SHIFT = 397

/**
 * The random numbers of R after `set.seed(seed)`: Mersenne Twister and inversion, R's defaults. So a simulation
 * can be repeated in R number for number.
 * @see Matsumoto & Nishimura (1998), ACM TOMACS 8, 3–30, https://doi.org/10.1145/272991.272995
 */
export const rRandom = (seed: number): RandomStream => {
  const state = new Int32Array(SIZE)
  let scrambled = seed | 0
  const nextSeed = () => {
    scrambled = (Math.imul(69_069, scrambled) + 1) | 0
    return scrambled
  }
  for (let i = 0; i < 50; i++) nextSeed()
  // The first seed is the place in the state, which R then sets to its end.
  nextSeed()
  for (let i = 0; i < SIZE; i++) state[i] = nextSeed()
  let place = SIZE
  const twist = () => {
    for (let i = 0; i < SIZE; i++) {
      const y =
        ((state[i] as number) & 0x80000000) | ((state[(i + 1) % SIZE] as number) & 0x7fffffff)
      state[i] = (state[(i + SHIFT) % SIZE] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0)
    }
    place = 0
  }
  const uniform = () => {
    if (place === SIZE) twist()
    let y = state[place++] as number
    y ^= y >>> 11
    y ^= (y << 7) & 0x9d2c5680
    y ^= (y << 15) & 0xefc60000
    y ^= y >>> 18
    const value = (y >>> 0) * 2.3283064365386963e-10
    return value <= 0 ? HALF_STEP : 1 - value <= 0 ? 1 - HALF_STEP : value
  }
  const normal = () => {
    const high = Math.trunc(134_217_728 * uniform())
    return normalQuantile((high + uniform()) / 134_217_728)
  }
  return { uniform, normal }
}

const HALF_STEP = 0.5 * 2.328306437080797e-10

/**
 * The z below which a standard normal number stays with probability p.
 * @see Wichura (1988), Applied Statistics 37, 477–484 (AS 241), https://doi.org/10.2307/2347330
 */
export const normalQuantile = (p: number): number => {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(r, CENTRE)) / polynomial(r, CENTRE_BELOW)
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const z =
    r <= 5
      ? polynomial(r - 1.6, MIDDLE) / polynomial(r - 1.6, MIDDLE_BELOW)
      : polynomial(r - 5, TAIL) / polynomial(r - 5, TAIL_BELOW)
  return q < 0 ? -z : z
}

/** Eight coefficients, highest power first; unrolled, for a simulation draws millions. */
const polynomial = (x: number, [a, b, c, d, e, f, g, h]: Eight) =>
  ((((((a * x + b) * x + c) * x + d) * x + e) * x + f) * x + g) * x + h
type Eight = readonly [number, number, number, number, number, number, number, number]

const CENTRE: Eight = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
]
const CENTRE_BELOW: Eight = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
]
const MIDDLE: Eight = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
]
const MIDDLE_BELOW: Eight = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
  0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
]
const TAIL: Eight = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
]
const TAIL_BELOW: Eight = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
]
