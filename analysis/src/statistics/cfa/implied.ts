import { Matrix } from 'ml-matrix'
import type { Parameter, Place } from './model.ts'

/** Means and covariances of one group, of the sample or as a model implies them. */
export type Moments = { readonly mean: readonly number[]; readonly covariance: Matrix }
export type Group = Moments & {
  readonly n: number
  /** Place of the group of the model they belong to, if not their own: respondents who gave the same items. */
  readonly of?: number
  /** Places of the items they gave, where not all; mean and covariance are of these. */
  readonly seen?: readonly number[]
}

type Matrices = {
  readonly loading: Matrix
  readonly factor: Matrix
  readonly residual: Matrix
  readonly intercept: Matrix
  readonly mean: Matrix
}
export type Size = { readonly items: number; readonly factors: number; readonly groups: number }

/** Where free parameters stand in `values`: undefined for a fixed one. */
export const freePlaces = (parameters: readonly Parameter[]): readonly (number | undefined)[] => {
  let next = 0
  return parameters.map(({ fixed }) => (fixed === undefined ? next++ : undefined))
}

export const matricesOf = (
  parameters: readonly Parameter[],
  values: readonly number[],
  { items, factors, groups }: Size,
): readonly Matrices[] => {
  const all = Array.from({ length: groups }, () => ({
    loading: Matrix.zeros(items, factors),
    factor: Matrix.zeros(factors, factors),
    residual: Matrix.zeros(items, items),
    intercept: Matrix.zeros(items, 1),
    mean: Matrix.zeros(factors, 1),
  }))
  const places = freePlaces(parameters)
  parameters.forEach(({ fixed, places: own }, i) => {
    const value = fixed ?? (values[places[i] as number] as number)
    for (const { matrix, group, row, column } of own) {
      const target = (all[group] as Matrices)[matrix]
      target.set(row, column, value)
      if (matrix === 'factor' || matrix === 'residual') target.set(column, row, value)
    }
  })
  return all
}

/** μ = ν + Λα and Σ = ΛΦΛ′ + Θ of each group. */
export const impliedBy = (matrices: readonly Matrices[]): readonly Moments[] =>
  matrices.map(({ loading, factor, residual, intercept, mean }) => ({
    mean: Matrix.add(intercept, loading.mmul(mean)).to1DArray(),
    covariance: loading.mmul(factor).mmul(loading.transpose()).add(residual),
  }))

/** Of the items that were seen. */
export const seenIn = ({ mean, covariance }: Moments, seen: readonly number[]): Moments => ({
  mean: seen.map((i) => mean[i] as number),
  covariance: covariance.selection([...seen], [...seen]),
})

export type Slope = {
  readonly mean: readonly number[] | undefined
  readonly covariance: Matrix | undefined
}

/** Derivatives of μ and Σ of a group by one parameter; undefined where they are 0. */
export const slopeOf = (
  { places }: Parameter,
  group: number,
  { loading, factor, mean }: Matrices,
): Slope => {
  const own = places.filter((place) => place.group === group)
  const p = loading.rows
  let covariance: Matrix | undefined
  let means: number[] | undefined
  const addMean = (vector: readonly number[]) => {
    means = (means ?? new Array(p).fill(0)).map(
      (value: number, i: number) => value + (vector[i] as number),
    )
  }
  const addCovariance = (at: Matrix) => {
    covariance = covariance ? covariance.add(at) : at
  }
  for (const { matrix, row, column } of own) {
    if (matrix === 'loading') {
      const at = Matrix.zeros(p, p)
      for (let i = 0; i < p; i++) {
        let value = 0
        for (let f = 0; f < factor.rows; f++) value += loading.get(i, f) * factor.get(f, column)
        at.set(i, row, at.get(i, row) + value)
        at.set(row, i, at.get(row, i) + value)
      }
      addCovariance(at)
      addMean(unit(p, row, mean.get(column, 0)))
    } else if (matrix === 'factor') {
      const at = Matrix.zeros(p, p)
      for (let i = 0; i < p; i++)
        for (let j = 0; j < p; j++)
          at.set(
            i,
            j,
            row === column
              ? loading.get(i, row) * loading.get(j, row)
              : loading.get(i, row) * loading.get(j, column) +
                  loading.get(i, column) * loading.get(j, row),
          )
      addCovariance(at)
    } else if (matrix === 'residual') {
      const at = Matrix.zeros(p, p)
      at.set(row, column, 1)
      at.set(column, row, 1)
      addCovariance(at)
    } else if (matrix === 'intercept') addMean(unit(p, row, 1))
    else addMean(loading.getColumn(row))
  }
  return { mean: means, covariance }
}

const unit = (length: number, at: number, value: number) =>
  Array.from({ length }, (_, i) => (i === at ? value : 0))

export type { Matrices, Place }
