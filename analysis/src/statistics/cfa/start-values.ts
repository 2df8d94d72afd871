import { Matrix } from 'ml-matrix'
import { eigenOf } from '../../numerics/symmetric.ts'
import { correlationsFrom } from '../factor/correlation-matrix.ts'
import type { Group } from './implied.ts'
import { type CfaModel, itemsIn, type Parameter, type Scaling } from './model.ts'

/** Where the search starts: the first principal component of each factor's items. */
export const startValues = (
  model: CfaModel,
  parameters: readonly Parameter[],
  { groups, scaling }: { readonly groups: readonly Group[]; readonly scaling: Scaling },
): readonly number[] => {
  const items = itemsIn(model)
  const starts = groups.map((group) => startOf(model, items, { group, scaling }))
  return parameters.flatMap(({ fixed, places }) => {
    if (fixed !== undefined) return []
    const place = places[0]
    if (place === undefined) return []
    const { matrix, group, row, column } = place
    const start = starts[group] as ReturnType<typeof startOf>
    switch (matrix) {
      case 'loading':
        return [start.loadings.get(row, column)]
      case 'factor':
        return [start.factors.get(row, column)]
      case 'residual':
        return [row === column ? (start.residuals[row] as number) : 0]
      case 'intercept':
        return [groups[group]?.mean[row] as number]
      default:
        return [0]
    }
  })
}

const startOf = (
  model: CfaModel,
  items: readonly string[],
  { group, scaling }: { readonly group: Group; readonly scaling: Scaling },
) => {
  const { covariance } = group
  const correlations = correlationsFrom(covariance, 'cfa')
  const spreads = covariance.diagonal().map(Math.sqrt)
  const loadings = Matrix.zeros(items.length, model.factors.length)
  const shared = items.map(() => 0)
  const weights = Matrix.zeros(items.length, model.factors.length)
  model.factors.forEach(({ items: own }, factor) => {
    const places = own.map((item) => items.indexOf(item))
    const { values, vectors } = eigenOf(correlations.selection(places, places))
    const sign = vectors.get(0, 0) < 0 ? -1 : 1
    const length = Math.sqrt(values[0] as number) * (own.length === 1 ? 1 : 0.8)
    places.forEach((row, i) => {
      const loading = sign * vectors.get(i, 0) * length
      shared[row] = Math.max(shared[row] as number, loading * loading)
      weights.set(row, factor, sign * vectors.get(i, 0))
      loadings.set(row, factor, loading * (spreads[row] as number))
    })
  })
  const between = weights.transpose().mmul(correlations).mmul(weights)
  const factors = Matrix.eye(model.factors.length)
  for (let a = 0; a < factors.rows; a++)
    for (let b = 0; b < a; b++) {
      const r = between.get(a, b) / Math.sqrt(between.get(a, a) * between.get(b, b))
      factors.set(a, b, Math.max(-0.7, Math.min(0.7, r)))
      factors.set(b, a, factors.get(a, b))
    }
  if (scaling === 'marker')
    model.factors.forEach(({ items: own }, factor) => {
      const marker = loadings.get(items.indexOf(own[0] as string), factor)
      const scale = Math.abs(marker) < 0.05 ? 0.05 : marker
      loadings.mulColumn(factor, 1 / scale)
      factors.mulColumn(factor, scale).mulRow(factor, scale)
    })
  return {
    loadings,
    factors,
    residuals: spreads.map(
      (spread, i) => spread * spread * Math.max(0.2, 1 - (shared[i] as number)),
    ),
  }
}
