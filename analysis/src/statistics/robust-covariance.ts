import { Matrix } from 'ml-matrix'
import { influences, type LeastSquares, leveragesOf } from '../numerics/least-squares.ts'
import { eigenOf } from '../numerics/symmetric.ts'

export const HC_TYPES = ['HC0', 'HC1', 'HC2', 'HC3', 'HC4'] as const
export type HcType = (typeof HC_TYPES)[number]
export const CR_TYPES = ['CR0', 'CR1', 'CR1p', 'CR1S', 'CR2', 'CR3'] as const
export type CrType = (typeof CR_TYPES)[number]

/**
 * Rows of (XᵀX)⁻¹Xᵀ diag(√ω), by coefficient: their cross-products are White's covariance of the coefficients, robust
 * against unequal variances. HC0 u², HC1 with n/(n − p), HC2 u²/(1 − h), HC3 u²/(1 − h)², HC4 with min(4, nh/p).
 * @see MacKinnon & White (1985), Journal of Econometrics 29, 305–325; Cribari-Neto (2004), CSDA 45, 215–233
 */
export const robustScores = (fit: LeastSquares, type: HcType): readonly Float64Array[] => {
  const n = fit.residuals.length
  const p = fit.coefficients.length
  const leverages = leveragesOf(fit)
  const factor = (h: number): number => {
    switch (type) {
      case 'HC0':
        return 1
      case 'HC1':
        return Math.sqrt(n / (n - p))
      case 'HC2':
        return 1 / Math.sqrt(1 - h)
      case 'HC3':
        return 1 / (1 - h)
      case 'HC4':
        return (1 - h) ** (-Math.min(4, (n * h) / p) / 2)
    }
  }
  const weights = fit.residuals.map((residual, i) => residual * factor(leverages[i] as number))
  return influences(fit).map((gain) => gain.map((value, i) => value * (weights[i] as number)))
}

/** Cross-products of columns. */
export const crossProducts = (columns: readonly Float64Array[]): readonly Float64Array[] =>
  columns.map((a) =>
    Float64Array.from(columns, (b) => {
      let sum = 0
      for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
      return sum
    }),
  )

export type ClusterRobust = {
  readonly clusters: number
  /** Standard errors by type and coefficient. */
  readonly se: Readonly<Record<CrType, Float64Array>>
  /** Degrees of freedom of CR2 by Satterthwaite, by coefficient; NaN where there is no variance. */
  readonly df: Float64Array
}

/**
 * Standard errors that are robust against dependence within clusters. CR0 without correction, CR1 m/(m − 1), CR1p
 * m/(m − p), CR1S m(n − 1)/((m − 1)(n − p)), CR2 bias-reduced with (I − H)^−½ of each cluster, CR3 with (I − H)⁻¹; degrees of
 * freedom of CR2 by Satterthwaite under equal variances.
 * @see Bell & McCaffrey (2002), Survey Methodology 28, 169–181; Pustejovsky & Tipton (2018), JBES 36, 672–683, https://doi.org/10.1080/07350015.2016.1247004
 */
export const clusterRobust = (fit: LeastSquares, clusters: ArrayLike<number>): ClusterRobust => {
  const n = fit.residuals.length
  const p = fit.coefficients.length
  const groups = groupsOf(clusters)
  const m = groups.length
  /** Rows of R⁻¹: coefficient j is Σₖ R⁻¹ⱼₖ·(Qᵀ…)ₖ. */
  const toCoefficients = (score: Float64Array) =>
    Float64Array.from({ length: p }, (_, j) => {
      let sum = 0
      for (let k = j; k < p; k++)
        sum += ((fit.inverse[k] as Float64Array)[j] as number) * (score[k] as number)
      return sum
    })
  const sums = { CR0: new Float64Array(p), CR2: new Float64Array(p), CR3: new Float64Array(p) }
  const turned = groups.map((rows) => {
    const { halves, wholes } = adjustments(fit, rows)
    const score = scoreOf(fit, rows)
    for (const [type, matrix] of [
      ['CR0', undefined],
      ['CR2', halves],
      ['CR3', wholes],
    ] as const) {
      const part = toCoefficients(matrix === undefined ? score : times(matrix, score))
      part.forEach((value, j) => {
        sums[type][j] = (sums[type][j] as number) + value * value
      })
    }
    return { rows, halves }
  })
  const scaled = (factor: number) => sums.CR0.map((value) => Math.sqrt(value * factor))
  return {
    clusters: m,
    se: {
      CR0: scaled(1),
      CR1: scaled(m / (m - 1)),
      CR1p: scaled(m / (m - p)),
      CR1S: scaled((m * (n - 1)) / ((m - 1) * (n - p))),
      CR2: sums.CR2.map(Math.sqrt),
      CR3: sums.CR3.map(Math.sqrt),
    },
    df: Float64Array.from({ length: p }, (_, j) => satterthwaite(fit, turned, j)),
  }
}

const groupsOf = (clusters: ArrayLike<number>): readonly (readonly number[])[] => {
  const groups = new Map<number, number[]>()
  for (let i = 0; i < clusters.length; i++) {
    const rows = groups.get(clusters[i] as number)
    if (rows === undefined) groups.set(clusters[i] as number, [i])
    else rows.push(i)
  }
  return [...groups.values()]
}

/** Q_gᵀu of one cluster. */
const scoreOf = ({ q, residuals }: LeastSquares, rows: readonly number[]): Float64Array =>
  Float64Array.from(q, (unit) => {
    let sum = 0
    for (const row of rows) sum += (unit[row] as number) * (residuals[row] as number)
    return sum
  })

type Square = readonly Float64Array[]
const times = (matrix: Square, vector: Float64Array): Float64Array =>
  Float64Array.from(matrix, (row) =>
    row.reduce((sum, value, k) => sum + value * (vector[k] as number), 0),
  )

/**
 * With G = Q_gᵀQ_g = VΛVᵀ, Q_gᵀ(I − H_gg)^−½ = V(I − Λ)^−½Vᵀ · Q_gᵀ: no matrix as large as the cluster is needed. Directions
 * with λ = 1 are of the cluster alone and drop out.
 */
const adjustments = ({ q }: LeastSquares, rows: readonly number[]) => {
  const parts = q.map((unit) => Float64Array.from(rows, (row) => unit[row] as number))
  const { values, vectors } = eigenOf(new Matrix(crossProducts(parts).map((row) => [...row])))
  const made = (power: number): Square =>
    q.map((_, a) =>
      Float64Array.from(q, (_, b) =>
        values.reduce(
          (sum, lambda, k) =>
            sum +
            vectors.get(a, k) *
              vectors.get(b, k) *
              (1 - lambda < 1e-10 ? 0 : (1 - lambda) ** power),
          0,
        ),
      ),
    )
  return { halves: made(-0.5), wholes: made(-1) }
}

/** (Σ pₘᵀpₘ)² / ΣΣ (pₘᵀpₙ)², where pₘᵀpₙ = δ·|sₘ|² − tₘᵀtₙ with s = A·Q_g·R⁻ᵀc and t = Q_gᵀs. */
const satterthwaite = (
  fit: LeastSquares,
  groups: readonly { readonly rows: readonly number[]; readonly halves: Square }[],
  j: number,
): number => {
  const p = fit.q.length
  const row = Float64Array.from(fit.inverse, (column) => column[j] as number)
  const gram = Array.from({ length: p }, () => new Float64Array(p))
  let trace = 0
  let own = 0
  for (const { rows, halves } of groups) {
    const direction = times(halves, row)
    let squares = 0
    const t = new Float64Array(p)
    for (const i of rows) {
      let s = 0
      for (let k = 0; k < p; k++)
        s += ((fit.q[k] as Float64Array)[i] as number) * (direction[k] as number)
      squares += s * s
      for (let k = 0; k < p; k++)
        t[k] = (t[k] as number) + ((fit.q[k] as Float64Array)[i] as number) * s
    }
    const inner = t.reduce((sum, value) => sum + value * value, 0)
    trace += squares - inner
    own += (squares - inner) ** 2 - inner ** 2
    for (let a = 0; a < p; a++)
      for (let b = 0; b < p; b++) {
        const line = gram[a] as Float64Array
        line[b] = (line[b] as number) + (t[a] as number) * (t[b] as number)
      }
  }
  const cross = gram.reduce(
    (sum, line) => sum + line.reduce((part, value) => part + value * value, 0),
    0,
  )
  return trace ** 2 / (own + cross)
}
