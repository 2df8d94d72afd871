import * as z from 'zod'
import type { Prepared } from '../prepare/prepared.ts'
import { notDefined, type PlanFault, planRefused } from '../problems.ts'
import { type Cfa, type CfaOrder, fitCfa } from '../statistics/cfa/fit-cfa.ts'
import { fitIncompleteCfa } from '../statistics/cfa/fit-incomplete.ts'
import type { CfaFit } from '../statistics/cfa/fit-measures.ts'
import { type CfaModel, itemsIn } from '../statistics/cfa/model.ts'
import { readCfaModel } from '../statistics/cfa/model-text.ts'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import { attempt } from './attempt.ts'
import { columnIn } from './columns.ts'
import { byName, estimatesOf, type Tree } from './estimates-of.ts'
import { ColumnName, Columns } from './fields.ts'
import { defineMethod } from './method.ts'

const LEVELS = ['configural', 'metric', 'scalar'] as const

/** Confirmatory factor analysis by maximum likelihood. Unweighted. */
export const cfa = defineMethod({
  id: 'cfa',
  about:
    'Confirmatory factor analysis by maximum likelihood with lavaan’s conventions (divisor n, expected information), beside it MLR: robust standard errors and Yuan and Bentler’s scaled χ². `scaling`: `marker` sets the first loading of a factor to 1, `unit-variance` its variance. `missing`: `listwise` takes complete respondents, `fiml` all who gave one item (full information: means are modelled, errors from the observed information). With `invarianceBy` the model is fitted to all groups with nothing, loadings, and loadings and intercepts the same.',
  source:
    'Jöreskog (1969), Psychometrika 34, 183–202; Rosseel (2012), Journal of Statistical Software 48(2); Yuan & Bentler (2000), Sociological Methodology 30, 165–200; Steiger (1990), Multivariate Behavioral Research 25, 173–180, for RMSEA; Arbuckle (1996), in: Advanced Structural Equation Modeling, 243–277, for FIML.',
  estimates:
    '`fit.chisq`, `fit.df`, `fit.pvalue`, `fit.baseline.chisq`, `fit.baseline.df`, `fit.cfi`, `fit.tli`, `fit.nnfi`, `fit.rmsea`, `fit.rmsea.ci.lower`, `fit.rmsea.ci.upper`, `fit.rmsea.pvalue`, `fit.srmr`, `fit.logl`, `fit.aic`, `fit.bic`, `fit.bic2`, `fit.gfi` (`listwise`), `fit.npar`; matrix `parameters` (est, se, z, pvalue, ci.lower, ci.upper, std.lv, std.all); `mlr.se.<parameter>`, `mlr.scaled.chisq.scaled`, `.pvalue.scaled`, `.chisq.scaling.factor`, `.cfi.scaled`, `.rmsea.scaled`, and of complete respondents `.cfi.robust`, `.rmsea.robust`; matrix `invariance` (chisq, df, pvalue, cfi, rmsea, srmr) and `invariance_tests` (χ² differences)',
  fields: {
    /** As lavaan writes it, a line each: `f =~ x1 + x2 + x3`, `x1 ~~ x2`, `f ~~ 0*g`. */
    model: z.string().min(1).optional(),
    /** The same, one entry a factor. */
    factors: z
      .array(z.strictObject({ name: z.string().regex(/^\w+$/), items: Columns }))
      .min(1)
      .optional(),
    /** Pairs of items whose residuals covary. */
    residualCovariances: z.array(z.tuple([ColumnName, ColumnName])).optional(),
    scaling: z.enum(['marker', 'unit-variance']).default('marker'),
    /** Respondents without an item: left out, or counted with the items they gave. */
    missing: z.enum(['listwise', 'fiml']).default('listwise'),
    /** Column with the groups that are compared. */
    invarianceBy: ColumnName.optional(),
  },
  example: {
    factors: [
      { name: 'trust', items: ['tru_1', 'tru_2', 'tru_4'] },
      { name: 'household', items: ['hres_1', 'hres_2', 'hres_4'] },
    ],
  },
  faults: (line) => {
    if ((line.model === undefined) === (line.factors === undefined))
      return [
        {
          path: '',
          message: 'one description of the model, not two and not none',
          remedy: 'give "model" (text) or "factors"',
        },
      ]
    const model = modelOf(line)
    if ('message' in model) return [model]
    const items = itemsIn(model)
    const repeated = model.factors.find(({ items: own }) => new Set(own).size < own.length)
    const foreign = model.residualCovariances.flat().find((item) => !items.includes(item))
    return [
      ...(repeated
        ? [
            {
              path: 'factors',
              message: `factor “${repeated.name}” names an item twice`,
              remedy: 'name each item once',
            },
          ]
        : []),
      ...(foreign === undefined
        ? []
        : [
            {
              path: 'residualCovariances',
              message: `“${foreign}” is not an item of the model`,
              remedy: 'name items of its factors',
            },
          ]),
    ]
  },
  run: (line, data) => {
    const model = modelOf(line)
    if ('message' in model) throw planRefused({ faults: [model] })
    const items = itemsIn(model)
    const values = items.map((item) => columnOf(data, item))
    const { fitted, used } = WAYS[line.missing]
    const warnings: string[] = []
    const order = {
      model,
      scaling: line.scaling,
      groups: [used(values)],
      invariance: 'configural',
    } as const
    const found =
      attempt('mlr', () => fitted({ ...order, robust: 'mlr' }), warnings) ??
      fitted({ ...order, robust: 'none' })
    const by = line.invarianceBy
    const invariance =
      by === undefined
        ? undefined
        : attempt(
            'invariance',
            () =>
              invarianceOf({
                model,
                scaling: line.scaling,
                values,
                by: columnIn(data, by).values,
                way: WAYS[line.missing],
              }),
            warnings,
          )
    const { n, parameters } = found
    const table = {
      rows: parameters.map(({ name }) => name),
      values: parameters.map(
        ({ estimate, se, z: ratio, p, low, high, standardizedFactor, standardized }) => [
          estimate,
          se,
          ratio ?? null,
          p ?? null,
          low,
          high,
          standardizedFactor,
          standardized,
        ],
      ),
    }
    const columns = ['est', 'se', 'z', 'pvalue', 'ci.lower', 'ci.upper', 'std.lv', 'std.all']
    return {
      n,
      omitted: data.n - n,
      estimates: estimatesOf(
        { ...treeOf(found), parameters: { ...table, cols: columns }, ...invariance?.tree },
        n,
      ),
      tables: {
        parameters: { kind: 'coefficients', ...table, columns, base: n },
      },
      warnings: [...warnings, ...found.warnings, ...(invariance?.warnings ?? [])],
    }
  },
})

type Way = {
  readonly fitted: (order: CfaOrder) => Cfa
  readonly used: (values: readonly Float64Array[]) => readonly Float64Array[]
}
const WAYS: Readonly<Record<'listwise' | 'fiml', Way>> = {
  listwise: { fitted: fitCfa, used: completeCases },
  fiml: { fitted: fitIncompleteCfa, used: (values) => values },
}

type Line = {
  readonly model?: string | undefined
  readonly factors?:
    | readonly { readonly name: string; readonly items: readonly string[] }[]
    | undefined
  readonly residualCovariances?: readonly (readonly [string, string])[] | undefined
}

const modelOf = (line: Line): CfaModel | PlanFault => {
  if (line.model === undefined)
    return {
      factors: line.factors ?? [],
      residualCovariances: line.residualCovariances ?? [],
      uncorrelated: [],
    }
  const read = readCfaModel(line.model)
  if ('factors' in read)
    return {
      ...read,
      residualCovariances: [...read.residualCovariances, ...(line.residualCovariances ?? [])],
    }
  return {
    path: 'model',
    message: `“${read.line}”: ${read.message}`,
    remedy: 'write f =~ x1 + x2 + x3',
  }
}

/** @throws planRefused for a name in the text of the model that is no column. */
const columnOf = (data: Prepared, item: string): Float64Array => {
  const column = data.columns.get(item)
  if (column === undefined)
    throw planRefused({
      faults: [
        {
          path: 'model',
          message: `there is no column “${item}”`,
          remedy: 'check the spelling against the codebook',
        },
      ],
    })
  return column.values
}

const treeOf = ({ fit, robust, parameters }: Cfa): Tree => ({
  fit: {
    ...fitTree(fit),
    'baseline.chisq': fit.baseline.chiSquare,
    'baseline.df': fit.baseline.df,
    tli: fit.tli,
    nnfi: fit.tli,
    'rmsea.ci.lower': fit.rmseaLow,
    'rmsea.ci.upper': fit.rmseaHigh,
    'rmsea.pvalue': fit.rmseaClose,
    logl: fit.logLikelihood,
    aic: fit.aic,
    bic: fit.bic,
    bic2: fit.bicAdjusted,
    ...(fit.gfi === undefined ? {} : { gfi: fit.gfi }),
    npar: fit.freeParameters,
  },
  ...(parameters.some(({ robustSe }) => robustSe !== undefined)
    ? {
        mlr: {
          // A fixed parameter has an error of 0.
          se: byName(
            parameters.map(({ name }) => name),
            parameters.map(({ robustSe }) => robustSe ?? 0),
          ),
          ...(robust
            ? {
                scaled: {
                  'chisq.scaled': robust.chiSquare,
                  'pvalue.scaled': robust.p,
                  'chisq.scaling.factor': robust.scalingFactor,
                  'cfi.scaled': robust.cfiScaled,
                  'rmsea.scaled': robust.rmseaScaled,
                  ...(robust.cfi === undefined ? {} : { 'cfi.robust': robust.cfi }),
                  ...(robust.rmsea === undefined ? {} : { 'rmsea.robust': robust.rmsea }),
                },
              }
            : {}),
        },
      }
    : {}),
})

const fitTree = (fit: CfaFit) => ({
  chisq: fit.chiSquare,
  df: fit.df,
  pvalue: fit.p,
  cfi: fit.cfi,
  rmsea: fit.rmsea,
  srmr: fit.srmr,
})

type InvarianceInput = {
  readonly model: CfaModel
  readonly scaling: 'marker' | 'unit-variance'
  readonly values: readonly Float64Array[]
  readonly by: Float64Array
  readonly way: Way
}

const invarianceOf = ({ model, scaling, values, by, way }: InvarianceInput) => {
  const codes = [...new Set(by)].filter((code) => !Number.isNaN(code)).sort((a, b) => a - b)
  if (codes.length < 2)
    throw notDefined({ method: 'cfa', reason: 'invariance needs two groups or more' })
  const groups = codes.map((code) =>
    way.used(values.map((item) => item.map((value, i) => (by[i] === code ? value : Number.NaN)))),
  )
  const fits = LEVELS.map((invariance) =>
    way.fitted({ model, scaling, groups, invariance, robust: 'none' }),
  )
  const rows = ['chisq', 'df', 'pvalue', 'cfi', 'rmsea', 'srmr'] as const
  const numbers = fits.map(({ fit }) => fitTree(fit))
  return {
    tree: {
      invariance: {
        rows,
        cols: LEVELS,
        values: rows.map((row) => numbers.map((fit) => fit[row])),
      },
      invariance_tests: {
        rows: ['metric', 'scalar'],
        cols: ['chisq', 'df', 'cfi'],
        values: [1, 2].map((i) =>
          (['chisq', 'df', 'cfi'] as const).map(
            (row) => (numbers[i]?.[row] as number) - (numbers[i - 1]?.[row] as number),
          ),
        ),
      },
    },
    warnings: fits.flatMap(({ warnings }, i) =>
      warnings.map((warning) => `${LEVELS[i]}: ${warning}`),
    ),
  }
}
