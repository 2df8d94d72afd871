import * as z from 'zod'
import { chiSquareUpper, fUpper, tTwoSided, tUpperQuantile } from '../numerics/distributions.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined } from '../problems.ts'
import type { Estimate } from '../result.ts'
import {
  breuschPagan,
  durbinWatson,
  extremesOf,
  linearModel,
  standardized,
  varianceInflation,
  waldF,
} from '../statistics/linear-model.ts'
import {
  CR_TYPES,
  clusterRobust,
  crossProducts,
  HC_TYPES,
  robustScores,
} from '../statistics/robust-covariance.ts'
import { columnIn } from './columns.ts'
import { estimatesOf } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
import type { Found } from './found.ts'
import { defineMethod, type LineOf } from './method.ts'
import { at, modelData, modelFields } from './model-terms.ts'

const fields = {
  ...modelFields,
  /** Column whose values name the clusters. */
  cluster: ColumnName.optional(),
  /** How `coef` is laid out: as R's summary, or as NIST certifies it (rows B0, B1 …, columns estimate and se). */
  layout: z.enum(['r', 'nist']).default('r'),
}
type Line = LineOf<typeof fields>

/** Linear regression by QR; never by normal equations. */
export const ols = defineMethod({
  id: 'ols',
  about:
    'Linear regression by least squares (QR, twice the precision where predictors are close): coefficients, fit, standardized coefficients, variance inflation, diagnostics; standard errors robust against unequal variances (HC0–HC4) and, with `cluster`, against dependence (CR0–CR3, CR2 with Satterthwaite’s degrees of freedom). A predictor is a column (texts become indicators against the first level), `{"factor": v, "reference": code}`, `{"variable": v, "degree": k}` or `{"product": [v, w]}`.',
  source:
    'Weisberg (2014), Applied Linear Regression; MacKinnon & White (1985), Journal of Econometrics 29, 305–325; Cribari-Neto (2004), CSDA 45, 215–233; Bell & McCaffrey (2002), Survey Methodology 28, 169–181; Fox & Monette (1992), JASA 87, 178–183.',
  estimates:
    '`n`, `coef` (matrix), `ci95`, `sigma`, `r2`, `adj_r2`, `F`, `F_df`, `F_p`, `logLik`, `aic`, `bic`, `se_hc`, `coef_hc0` … `coef_hc4`, `ci95_hc0` …, `wald_F_hc3.F`, `.p` (also hc0 … hc4), `std_beta.v`, `std_beta_hc3.v` (with `.low` and `.high`), `vif.v` (with factors the matrix `vif`), `leverage_max`, `cooks_max`, `breusch_pagan.chi2`, `.p`, `durbin_watson`, `residualSd`, `dfRegression`, `dfResidual`, `ssRegression`, `ssResidual`; `cluster.CR2.v` (CR0, CR1, CR1p, CR1S, CR2, CR3), `cluster.CR2_satterthwaite`',
  fields,
  example: { outcome: 'TRU', predictors: ['JCA', 'jc_contact', { factor: 'language' }] },
  run: (line, data) => runOls(line, data),
})

const runOls = (line: Line, data: Prepared): Found => {
  const model = modelData(line, data, {
    method: 'ols',
    also: line.cluster === undefined ? [] : [line.cluster],
  })
  const linear = linearModel(model.columns, model.outcome, { intercept: line.intercept })
  const { fit, n, dfResidual } = linear
  const { kept } = fit
  const names = kept.map((j) => model.names[j] as string)
  const left = model.names.filter((_, j) => !kept.includes(j))
  const coefficients = [...fit.coefficients]
  const table = (se: ArrayLike<number>) =>
    coefficients.map((value, j) => {
      const error = se[j] as number
      const t = value === 0 && error === 0 ? Number.NaN : value / error
      return [value, error, t, Math.abs(t) === Infinity ? 0 : tTwoSided(t, dfResidual)].map(orNull)
    })
  const reach = tUpperQuantile(0.025, dfResidual)
  const interval = (se: ArrayLike<number>) =>
    coefficients.map((value, j) => [
      orNull(value - reach * (se[j] as number)),
      orNull(value + reach * (se[j] as number)),
    ])
  const first = Number(line.intercept && kept[0] === 0)
  const robust = HC_TYPES.map((type) => {
    const scores = robustScores(fit, type)
    const se = crossProducts(scores).map((row, j) => Math.sqrt(row[j] as number))
    const f = waldF(coefficients.slice(first), scores.slice(first))
    return { type, se, f, p: fUpper(f, coefficients.length - first, dfResidual) }
  })
  const sure = robust.every(({ se }) => se.every(Number.isFinite))
  const coefficientColumns = ['Estimate', 'Std. Error', 't value', 'Pr(>|t|)']
  const intervalColumns = ['2.5 %', '97.5 %']
  const matrix = (
    cols: readonly string[],
    values: readonly (readonly (number | null)[])[],
    rows: readonly string[] = names,
  ): Estimate => ({ kind: 'matrix', rows, cols, values, base: n })
  const { cooks, leverage } = extremesOf(linear)
  const slopes = kept.slice(first)
  const plain = slopes.map((j) => {
    const column = model.columns[j] as (typeof model.columns)[number]
    return 'high' in column ? column.high : column
  })
  return {
    n,
    omitted: data.n - n,
    estimates: {
      n: { kind: 'count', value: n },
      coef:
        line.layout === 'nist'
          ? matrix(
              ['estimate', 'se'],
              coefficients.map((value, j) => [value, linear.se[j] as number]),
              kept.map((j) => `B${line.intercept ? j : j + 1}`),
            )
          : matrix(coefficientColumns, table(linear.se)),
      ci95: matrix(intervalColumns, interval(linear.se)),
      ...estimatesOf(
        {
          sigma: linear.sigma,
          residualSd: linear.sigma,
          r2: linear.r2,
          adj_r2: linear.adjustedR2,
          F: linear.f,
          F_p: linear.fP,
          logLik: linear.exact ? Number.NaN : linear.logLikelihood,
          aic: linear.exact ? Number.NaN : linear.aic,
          bic: linear.exact ? Number.NaN : linear.bic,
          ssRegression: linear.ssRegression,
          ssResidual: linear.ssResidual,
          std_beta: Object.fromEntries(
            slopes.map((j, i) => [
              model.names[j] as string,
              standardized(
                coefficients[i + first] as number,
                plain[i] as Float64Array,
                model.outcome,
              ),
            ]),
          ),
          ...(linear.exact
            ? {}
            : {
                breusch_pagan: {
                  chi2: breuschPagan(linear),
                  p: chiSquareUpper(breuschPagan(linear), linear.dfRegression),
                },
                durbin_watson: durbinWatson(linear),
                ...Object.fromEntries(
                  robust.map(({ type, f, p }) => [`wald_F_${type.toLowerCase()}`, { F: f, p }]),
                ),
              }),
        },
        n,
      ),
      F_df: { kind: 'list', values: [linear.dfRegression, dfResidual], base: n },
      dfRegression: { kind: 'constant', value: linear.dfRegression },
      dfResidual: { kind: 'constant', value: dfResidual },
      ...(sure && !linear.exact
        ? {
            se_hc: matrix(
              HC_TYPES,
              names.map((_, j) => robust.map(({ se }) => se[j] as number)),
            ),
            ...Object.fromEntries(
              robust.flatMap(({ type, se }) => [
                [`coef_${type.toLowerCase()}`, matrix(coefficientColumns, table(se))],
                [`ci95_${type.toLowerCase()}`, matrix(intervalColumns, interval(se))],
              ]),
            ),
          }
        : {}),
      ...(sure && !linear.exact
        ? Object.fromEntries(
            slopes.map((j, i): [string, Estimate] => {
              const at = (value: number) =>
                standardized(value, plain[i] as Float64Array, model.outcome)
              const value = coefficients[i + first] as number
              const error = reach * (robust.find(({ type }) => type === 'HC3')?.se[i + first] ?? 0)
              return [
                `std_beta_hc3.${model.names[j]}`,
                {
                  kind: 'coefficient',
                  value: at(value),
                  low: at(value - error),
                  high: at(value + error),
                  base: n,
                },
              ]
            }),
          )
        : {}),
      leverage_max: { kind: 'extreme', value: leverage, base: n },
      ...(Number.isNaN(cooks) ? {} : { cooks_max: { kind: 'extreme', value: cooks, base: n } }),
      ...inflation(line, { model, kept, plain, slopes, n }),
      ...(line.cluster === undefined
        ? {}
        : clustered(at(columnIn(data, line.cluster).values, model.rows), { fit, names, n })),
    },
    warnings: [
      ...left.map((name) => `${name} is left out: it is a combination of the columns before it`),
      ...(linear.exact
        ? ['the model meets every value exactly; there is no error to test against']
        : []),
      ...(sure || linear.exact
        ? []
        : ['robust standard errors are not defined: one respondent alone decides a coefficient']),
    ],
  }
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

const inflation = (
  line: Line,
  {
    model,
    slopes,
    plain,
    n,
  }: {
    readonly model: ReturnType<typeof modelData>
    readonly kept: readonly number[]
    readonly slopes: readonly number[]
    readonly plain: readonly Float64Array[]
    readonly n: number
  },
): Readonly<Record<string, Estimate>> => {
  const terms = model.terms
    .flatMap(({ name, columns }) =>
      line.predictors.some(
        (term) => typeof term !== 'string' && 'variable' in term && term.variable === name,
      )
        ? columns.map((j) => ({ name: model.names[j] as string, columns: [j] }))
        : [{ name, columns }],
    )
    .map(({ name, columns }) => ({
      name,
      places: columns.map((j) => slopes.indexOf(j)).filter((place) => place >= 0),
    }))
    .filter(({ places }) => places.length > 0)
  if (!line.intercept || terms.length < 2) return {}
  const values = varianceInflation(
    plain,
    terms.map(({ places }) => places),
  )
  if (!values.every(Number.isFinite)) return {}
  return terms.every(({ places }) => places.length === 1)
    ? estimatesOf(
        { vif: Object.fromEntries(terms.map(({ name }, i) => [name, values[i] as number])) },
        n,
      )
    : {
        vif: {
          kind: 'matrix',
          rows: terms.map(({ name }) => name),
          cols: ['GVIF', 'Df', 'GVIF^(1/(2*Df))'],
          values: terms.map(({ places }, i) => [
            values[i] as number,
            places.length,
            (values[i] as number) ** (1 / (2 * places.length)),
          ]),
          base: n,
        },
      }
}

const clustered = (
  clusters: Float64Array,
  {
    fit,
    names,
    n,
  }: {
    readonly fit: ReturnType<typeof linearModel>['fit']
    readonly names: readonly string[]
    readonly n: number
  },
): Readonly<Record<string, Estimate>> => {
  const found = clusterRobust(fit, clusters)
  if (found.clusters < 2) throw notDefined({ method: 'ols', reason: 'there is one cluster only' })
  return {
    ...estimatesOf(
      {
        cluster: {
          clusters: found.clusters,
          ...Object.fromEntries(
            CR_TYPES.filter((type) => found.se[type].every(Number.isFinite)).map((type) => [
              type,
              Object.fromEntries(names.map((name, j) => [name, found.se[type][j] as number])),
            ]),
          ),
        },
      },
      n,
    ),
    'cluster.CR2_satterthwaite': {
      kind: 'matrix',
      rows: names,
      cols: ['beta', 'SE', 'tstat', 'df_Satt', 'p_Satt'],
      values: names.map((_, j) => {
        const beta = fit.coefficients[j] as number
        const se = found.se.CR2[j] as number
        const df = found.df[j] as number
        return [beta, se, beta / se, df, tTwoSided(beta / se, df)].map(orNull)
      }),
      base: n,
    },
  }
}
