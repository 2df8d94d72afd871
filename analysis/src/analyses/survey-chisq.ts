import { chiSquareUpper, fUpper } from '../numerics/distributions.ts'
import { qrOf } from '../numerics/qr.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import { designCovariance, designDegrees, surveyMean } from '../statistics/survey-design.ts'
import { columnIn } from './columns.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { surveyFields, surveyOf } from './survey-fields.ts'

const fields = { ...surveyFields, row: ColumnName, column: ColumnName }
type Line = LineOf<typeof fields>

/** Association of two variables in a complex sample. */
export const surveyChisq = defineMethod({
  id: 'survey-chisq',
  about:
    'Independence of two variables in a complex sample: Pearson’s χ² of the weighted table corrected for the design by Rao and Scott, to first order (χ²) and second order (F). Design and domain as in `survey-mean`.',
  source:
    'Rao & Scott (1984), Annals of Statistics 12, 46–60; Thomas & Rao (1987), JASA 82, 630–636.',
  estimates: '`rao_scott_F.F`, `.ndf`, `.ddf`, `.p`; `rao_scott_1.X2`, `.p`; `shares` (matrix)',
  fields,
  example: { row: 'single', column: 'town', design: { weight: 'w', strata: 'stratum' } },
  run: (line, data) => runSurveyChisq(line, data),
})

const runSurveyChisq = (line: Line, data: Prepared): Found => {
  const method = 'survey-chisq'
  const { design, inside } = surveyOf(line, data, method)
  const [rows, columns] = [columnIn(data, line.row).values, columnIn(data, line.column).values]
  const present = (row: number) =>
    inside(row) &&
    design.weights[row] !== 0 &&
    !Number.isNaN(rows[row]) &&
    !Number.isNaN(columns[row])
  const codesOf = (values: Float64Array) =>
    [...new Set(values.filter((_, row) => present(row)))].sort((a, b) => a - b)
  const [rowCodes, columnCodes] = [codesOf(rows), codesOf(columns)]
  if (rowCodes.length < 2 || columnCodes.length < 2)
    throw notDefined({ method, reason: 'one of the variables has a single value' })
  const n = rows.filter((_, row) => present(row)).length
  const drawn = rows.filter((_, row) => inside(row)).length
  const cells = rowCodes.flatMap((a) => columnCodes.map((b) => ({ a, b })))
  const means = cells.map(({ a, b }) =>
    surveyMean(
      rows.map((value, row) => Number(value === a && columns[row] === b)),
      design,
      present,
    ),
  )
  const shares = means.map(({ value }) => value)
  const [r, c] = [rowCodes.length, columnCodes.length]
  const sum = (of: (i: number, j: number) => boolean) =>
    shares.reduce((total, share, k) => total + (of(Math.floor(k / c), k % c) ? share : 0), 0)
  const rowShares = rowCodes.map((_, i) => sum((a) => a === i))
  const columnShares = columnCodes.map((_, j) => sum((_a, b) => b === j))
  const pearson =
    n *
    shares.reduce((total, share, k) => {
      const expected = (rowShares[Math.floor(k / c)] as number) * (columnShares[k % c] as number)
      return total + (share - expected) ** 2 / expected
    }, 0)
  // Contrasts of the interaction, free of main effects, one a column.
  const contrasts: Float64Array[] = []
  for (let i = 1; i < r; i++)
    for (let j = 1; j < c; j++)
      contrasts.push(
        Float64Array.from(
          cells,
          (_, k) => (Number(Math.floor(k / c) === i) - 1 / r) * (Number(k % c === j) - 1 / c),
        ),
      )
  // The design's covariance of Cᵀ D⁻¹ p̂ is had from the influences of these sums themselves.
  const inverse = shares.map((share) => (share === 0 ? 0 : 1 / share))
  const influence = contrasts.map((contrast) => {
    const whole = new Float64Array(data.n)
    means.forEach((mean, k) => {
      const factor = (contrast[k] as number) * (inverse[k] as number)
      for (let row = 0; row < whole.length; row++)
        whole[row] = (whole[row] as number) + factor * (mean.influence[row] as number)
    })
    return whole
  })
  const actual = designCovariance(influence, design, method, present)
  const simple = qrOf(
    contrasts.map((a) =>
      Float64Array.from(contrasts, (b) =>
        a.reduce(
          (total, value, k) => total + (value * (b[k] as number) * (inverse[k] as number)) / drawn,
          0,
        ),
      ),
    ),
  )
  const delta = contrasts.map((_, j) =>
    simple
      .solve(Float64Array.from(contrasts, (_c, i) => actual[i]?.[j] as number))
      .map((value) => value ?? Number.NaN),
  )
  const trace = delta.reduce((total, column, j) => total + (column[j] as number), 0)
  const squares = delta.reduce(
    (total, column, j) =>
      total + column.reduce((part, value, i) => part + value * (delta[i]?.[j] as number), 0),
    0,
  )
  if (!(trace > 0)) throw notDefined({ method, reason: 'the design leaves the table no variance' })
  const ndf = trace ** 2 / squares
  const ddf = ndf * designDegrees(design, inside)
  const scaled = (pearson * drawn) / n
  const f = scaled / trace
  return {
    n,
    omitted: data.n - n,
    estimates: {
      ...estimatesOf(
        {
          rao_scott_F: { F: f, ndf, ddf, p: fUpper(f, ndf, ddf) },
          rao_scott_1: {
            X2: scaled,
            p: chiSquareUpper((scaled * delta.length) / trace, delta.length),
          },
        },
        n,
      ),
      shares: {
        kind: 'matrix',
        rows: rowCodes.map(String),
        cols: columnCodes.map(String),
        values: rowCodes.map((_, i) => shares.slice(i * c, (i + 1) * c)),
        base: Math.min(
          ...cells.map(
            ({ a, b }) =>
              rows.filter((value, row) => present(row) && value === a && columns[row] === b).length,
          ),
        ),
      },
    },
    warnings: shares.includes(0) ? ['a cell of the table is empty: the test is rough'] : [],
  }
}
