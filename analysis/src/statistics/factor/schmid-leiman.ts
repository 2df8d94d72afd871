import { Matrix } from 'ml-matrix'
import { notDefined } from '../../problems.ts'
import { extractFactors } from './extraction.ts'
import { quartimin } from './rotation.ts'

export type SchmidLeiman = {
  /** Loading of each item on the general factor. */
  readonly general: readonly number[]
  /** Items × group factors, the one with the largest sum of squares first. */
  readonly groups: Matrix
  /** Loadings of the group factors on the general one, in the same order. */
  readonly secondOrder: readonly number[]
  readonly omegaHierarchical: number
  readonly omegaTotal: number
  /** Explained common variance: share of the general factor in what the items have in common. */
  readonly explainedCommonVariance: number
  readonly warnings: readonly string[]
}

/**
 * McDonald's omega hierarchical and total by Schmid and Leiman's transformation: minres factors, direct quartimin,
 * and one factor of the factors (three: the exact triad; two: equal loadings, for nothing else is identified).
 * ωₕ = (Σg)² / ΣR and ωₜ = 1 − Σu² / ΣR of the correlations R; items are taken as they are keyed.
 *
 * @throws notDefined with fewer than two group factors, or if group factors correlate in a way that no general
 *   factor explains.
 * @see Zinbarg, Revelle, Yovel & Li (2005), Psychometrika 70, 123–133, https://doi.org/10.1007/s11336-003-0974-7
 */
export const schmidLeiman = (correlations: Matrix, factors: number): SchmidLeiman => {
  if (factors < 2)
    throw notDefined({ method: 'omega', reason: 'a hierarchy needs two group factors or more' })
  const extracted = extractFactors(correlations, factors, 'minres')
  const { loadings, phi } = withPositiveColumns(quartimin(extracted.loadings))
  const { loadings: upper, warnings } = secondOrderOf(phi)
  const general = loadings.mmul(Matrix.columnVector([...upper])).to1DArray()
  const groups = loadings.clone()
  upper.forEach((value, j) => {
    groups.mulColumn(j, Math.sqrt(Math.max(0, 1 - value * value)))
  })
  const squares = upper.map((_, j) => sumOfSquares(groups.getColumn(j)))
  const order = upper.map((_, j) => j)
  order.sort((a, b) => (squares[b] as number) - (squares[a] as number))
  const total = correlations.sum()
  if (!(total > 0))
    throw notDefined({ method: 'omega', reason: 'the sum of the items has no variance' })
  const common = sumOfSquares(general)
  return {
    general,
    groups: groups.subMatrixColumn(order),
    secondOrder: order.map((j) => upper[j] as number),
    omegaHierarchical: general.reduce((sum, value) => sum + value, 0) ** 2 / total,
    omegaTotal: 1 - extracted.uniquenesses.reduce((sum, value) => sum + value, 0) / total,
    explainedCommonVariance: common / (common + squares.reduce((sum, value) => sum + value, 0)),
    warnings: [
      ...warnings,
      ...(extracted.heywood.length > 0 ? ['a communality of 1: the solution is improper'] : []),
      ...(factors === 2
        ? ['two group factors: their loadings on the general factor are taken as equal']
        : []),
    ],
  }
}

const sumOfSquares = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value * value, 0)

const withPositiveColumns = ({ loadings, phi }: { loadings: Matrix; phi: Matrix }) => {
  const turned = { loadings: loadings.clone(), phi: phi.clone() }
  for (let j = 0; j < loadings.columns; j++)
    if (loadings.getColumn(j).reduce((sum, value) => sum + value, 0) < 0) {
      turned.loadings.mulColumn(j, -1)
      turned.phi.mulColumn(j, -1).mulRow(j, -1)
    }
  return turned
}

const secondOrderOf = (
  phi: Matrix,
): { readonly loadings: readonly number[]; readonly warnings: readonly string[] } => {
  const raw = rawSecondOrder(phi)
  const improper = raw.some((value) => value > 1)
  return {
    loadings: raw.map((value) => Math.min(1, value)),
    warnings: improper
      ? ['a group factor would load above 1 on the general factor; it is held at 1']
      : [],
  }
}

const rawSecondOrder = (phi: Matrix): readonly number[] => {
  const k = phi.rows
  if (k === 2) {
    if (phi.get(0, 1) < 0)
      throw notDefined({ method: 'omega', reason: 'the two group factors correlate negatively' })
    return [Math.sqrt(phi.get(0, 1)), Math.sqrt(phi.get(0, 1))]
  }
  if (k === 3) {
    const [a, b, c] = [phi.get(0, 1), phi.get(0, 2), phi.get(1, 2)]
    if (!(a * b * c > 0))
      throw notDefined({
        method: 'omega',
        reason: 'the correlations of the group factors allow no general factor',
      })
    return [Math.sqrt((a * b) / c), Math.sqrt((a * c) / b), Math.sqrt((b * c) / a)]
  }
  return extractFactors(phi, 1, 'paf').loadings.to1DArray().map(Math.abs)
}
