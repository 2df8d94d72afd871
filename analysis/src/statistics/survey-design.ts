import { notDefined } from '../problems.ts'
import { crossProducts } from './robust-covariance.ts'

/** What is done with a stratum of one unit: `fail`, no variance (`remove`), deviation from the overall mean (`adjust`), or the mean variance of the other strata (`average`). */
export const LONELY = ['fail', 'remove', 'adjust', 'average'] as const
export type Lonely = (typeof LONELY)[number]

/** How respondents were drawn: weights, and of the first stage strata, units (clusters) and units in the population. */
export type SurveyDesign = {
  readonly weights: Float64Array
  readonly strata: Float64Array
  readonly clusters: Float64Array
  /** Units of the stratum in the population, from 1 on, or the share of them drawn, up to 1; infinite without correction. */
  readonly populations: Float64Array
  readonly lonely: Lonely
  /** Takes out of influences what the weights were calibrated to. */
  readonly calibrated?: (influence: Float64Array) => Float64Array
}

/**
 * Covariance of estimated totals by their influences (weight included): between first-stage units within strata, with
 * n/(n − 1) and the finite population correction. Variances of strata are averaged (`average`) over those that have
 * somebody `among` the respondents in question.
 * @throws notDefined at a stratum of one unit unless the design says what to do.
 * @see Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, ch. 5; Lumley (2010), Complex Surveys, ch. 2
 */
export const designCovariance = (
  influences: readonly Float64Array[],
  design: SurveyDesign,
  method = 'survey',
  among: (row: number) => boolean = () => true,
): readonly Float64Array[] => {
  const { calibrated } = design
  const used = calibrated === undefined ? influences : influences.map(calibrated)
  const strata = unitsOf(design)
  const total = used.map(() => new Float64Array(used.length))
  let counted = 0
  let lonely = 0
  for (const { stratum, units, population } of strata) {
    const n = units.length
    const left = Number.isFinite(population)
      ? population <= 1
        ? 1 - population
        : (population - n) / population
      : 1
    if (left < -1e-9)
      throw notDefined({ method, reason: `stratum ${stratum} has more units than its population` })
    if (!units.some((rows) => rows.some(among))) continue
    if (left < 1e-7) {
      counted += 1
      continue
    }
    const sums = used.map((influence) =>
      Float64Array.from(units, (rows) =>
        rows.reduce((sum, row) => sum + (influence[row] as number), 0),
      ),
    )
    if (n === 1 && design.lonely === 'fail')
      throw notDefined({
        method,
        reason: `stratum ${stratum} has one unit only; say in "lonely" what to do: remove, adjust or average`,
      })
    if (n === 1 && design.lonely === 'average') {
      lonely += 1
      continue
    }
    counted += 1
    if (n === 1 && design.lonely === 'remove') continue
    const centered = sums.map((column) => {
      const mean = n === 1 ? 0 : column.reduce((sum, value) => sum + value, 0) / n
      return column.map((value) => value - mean)
    })
    const scale = n === 1 ? left : (left * n) / (n - 1)
    crossProducts(centered).forEach((row, a) => {
      const line = total[a] as Float64Array
      row.forEach((value, b) => {
        line[b] = (line[b] as number) + value * scale
      })
    })
  }
  if (counted === 0)
    throw notDefined({
      method,
      reason: 'every stratum has one unit only: there is no variance to take',
    })
  const factor = (counted + lonely) / counted
  return total.map((row) => row.map((value) => value * factor))
}

/** First-stage units minus strata, among those with a weight in the domain. */
export const designDegrees = (
  { weights, strata, clusters }: SurveyDesign,
  inside?: (row: number) => boolean,
): number => {
  const units = new Set<string>()
  const found = new Set<number>()
  for (let row = 0; row < weights.length; row++)
    if (weights[row] !== 0 && (inside === undefined || inside(row))) {
      units.add(`${strata[row]} ${clusters[row]}`)
      found.add(strata[row] as number)
    }
  return units.size - found.size
}

const unitsOf = ({ strata, clusters, populations }: SurveyDesign) => {
  const found = new Map<number, { rows: Map<number, number[]>; population: number }>()
  for (let row = 0; row < strata.length; row++) {
    const stratum = strata[row] as number
    const entry = found.get(stratum) ?? { rows: new Map(), population: populations[row] as number }
    const unit = entry.rows.get(clusters[row] as number)
    if (unit === undefined) entry.rows.set(clusters[row] as number, [row])
    else unit.push(row)
    found.set(stratum, entry)
  }
  return [...found].map(([stratum, { rows, population }]) => ({
    stratum,
    units: [...rows.values()],
    population,
  }))
}

/** An estimate with the influence of each respondent on it, weight included. */
export type Linearized = { readonly value: number; readonly influence: Float64Array }

/** Weighted total of those inside a domain. */
export const surveyTotal = (
  values: Float64Array,
  { weights }: SurveyDesign,
  inside: (row: number) => boolean,
): Linearized => {
  const influence = values.map((value, row) => (inside(row) ? value * (weights[row] as number) : 0))
  return { value: influence.reduce((sum, part) => sum + part, 0), influence }
}

/** Weighted mean of those inside a domain. */
export const surveyMean = (
  values: Float64Array,
  design: SurveyDesign,
  inside: (row: number) => boolean,
): Linearized => surveyRatio(values, new Float64Array(values.length).fill(1), design, inside)

/** Ratio of two weighted totals of those inside a domain. */
export const surveyRatio = (
  numerator: Float64Array,
  denominator: Float64Array,
  design: SurveyDesign,
  inside: (row: number) => boolean,
): Linearized => {
  const above = surveyTotal(numerator, design, inside)
  const below = surveyTotal(denominator, design, inside)
  const value = above.value / below.value
  return {
    value,
    influence: above.influence.map(
      (part, row) => (part - value * (below.influence[row] as number)) / below.value,
    ),
  }
}

/** Variance in the population, n/(n − 1) · Σw(x − x̄)² / Σw, with its influence. */
export const surveyVariance = (
  values: Float64Array,
  design: SurveyDesign,
  inside: (row: number) => boolean,
): Linearized => {
  const mean = surveyMean(values, design, inside).value
  const n = values.reduce(
    (sum, _, row) => sum + Number(inside(row) && design.weights[row] !== 0),
    0,
  )
  return surveyMean(
    values.map((value) => ((value - mean) ** 2 * n) / (n - 1)),
    design,
    inside,
  )
}
