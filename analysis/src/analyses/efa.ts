import { Matrix } from 'ml-matrix'
import * as z from 'zod'
import { adequacyOf } from '../statistics/factor/adequacy.ts'
import type { Correlations } from '../statistics/factor/correlation-matrix.ts'
import {
  type Extracted,
  type Extraction,
  extractFactors,
  type FactorFit,
  factorFit,
  rmsOf,
} from '../statistics/factor/extraction.ts'
import { inOrder, promax, quartimin, type Rotated, varimax } from '../statistics/factor/rotation.ts'
import { attempt } from './attempt.ts'
import { correlationInput, correlationsOf, valuesOf } from './correlations-of.ts'
import { byName, estimatesOf, type Tree } from './estimates-of.ts'
import { ColumnName } from './fields.ts'
import { defineMethod } from './method.ts'

/** Exploratory factor analysis of Pearson correlations. Unweighted, listwise. */
export const efa = defineMethod({
  id: 'efa',
  about:
    'Exploratory factors of Pearson correlations: minres (unweighted least squares) and maximum likelihood, or principal axes without a bound; unrotated, varimax (Kaiser-normalised), direct quartimin (oblimin, γ = 0) and promax (m = 4). Columns are turned so that they sum to more than 0, the largest sum of squares first. With KMO, Bartlett’s test, Velicer’s MAP and fit.',
  source:
    'Harman & Jones (1966), Psychometrika 31, 351–368; Jöreskog (1967), Psychometrika 32, 443–482; Kaiser (1958), Psychometrika 23, 187–200; Jennrich (2002), Psychometrika 67, 7–19; as psych::fa, factanal, GPArotation.',
  estimates:
    '`n`, `p`, `factors`, `kmo.overall`, `kmo.items.X`, `bartlett.chisq`, `bartlett.df`, `bartlett.p`, `determinant`, `smc.X`, `eigenvalues`, `map` (lists); under `uls.` (`paf.` for principal axes) `communalities.X`, `uniqueness.X`, `ss_loadings.F1` …, `rms_residual`, `iterations_of_paf` and the matrices `loadings_unrotated`, `varimax`, `oblimin_pattern`, `oblimin_phi`, `oblimin_structure`, `promax_pattern`, `promax_phi`; `psych_fit.objective`, `.chisq_likelihood`, `.dof`, `.p`, `.rmsea`, `.tli`, `.rms`; under `ml.` the same matrices, `uniqueness.X`, `chisq`, `df`, `p`, `criterion`, `rmsea`, `tli`; table `loadings` of the chosen extraction and rotation',
  fields: {
    items: z.array(ColumnName).min(3),
    factors: z.int().min(1),
    extraction: z.enum(['minres', 'ml', 'paf']).default('minres'),
    rotation: z.enum(['oblimin', 'varimax', 'promax', 'none']).default('oblimin'),
    /** For data that are a correlation matrix. */
    correlations: correlationInput.optional(),
  },
  example: { items: ['hres_1', 'hres_2', 'hres_4', 'tru_1', 'tru_2', 'tru_4'], factors: 2 },
  run: (line, data) => {
    const { items: names, factors, extraction, rotation } = line
    const read = correlationsOf(valuesOf(names, data), { method: 'efa', given: line.correlations })
    const { matrix, n, omitted } = read
    const adequacy = adequacyOf(read)
    const warnings: string[] = []
    const leastKind = extraction === 'paf' ? 'paf' : 'minres'
    const find = (kind: Extraction) =>
      kind === extraction
        ? extractFactors(matrix, factors, kind)
        : attempt(kind, () => extractFactors(matrix, factors, kind), warnings)
    const least = find(leastKind)
    const likeliest = find('ml')
    const chosen = (extraction === 'ml' ? likeliest : least) as Extracted
    const fit = least && attempt('fit', () => factorFit(read, least), warnings)
    const shown = inOrder(ROTATIONS[rotation](chosen.loadings))
    return {
      n,
      omitted,
      estimates: estimatesOf(
        {
          n,
          p: names.length,
          factors,
          kmo: { overall: adequacy.kmo, items: byName(names, adequacy.kmoOfItems) },
          bartlett: {
            chisq: adequacy.bartlett.chiSquare,
            p: adequacy.bartlett.p,
            df: adequacy.bartlett.df,
          },
          determinant: adequacy.determinant,
          smc: byName(names, adequacy.squaredMultiple),
          eigenvalues: adequacy.eigenvalues,
          map: adequacy.minimumAveragePartial,
          ...(least
            ? {
                [leastKind === 'paf' ? 'paf' : 'uls']: {
                  ...extractedTree(names, least, warnings),
                  rms_residual: rmsOf(read, least),
                  iterations_of_paf: least.iterations,
                },
              }
            : {}),
          ...(fit
            ? {
                psych_fit: {
                  objective: fit.discrepancy,
                  chisq_likelihood: fit.chiSquare,
                  dof: fit.df,
                  p: fit.p,
                  rmsea: fit.rmsea,
                  tli: fit.tli,
                  rms: fit.rms,
                },
              }
            : {}),
          ...(likeliest
            ? {
                ml: {
                  ...extractedTree(names, likeliest, warnings),
                  ...likelihoodTree(factorFit(read, likeliest)),
                },
              }
            : {}),
        },
        n,
      ),
      tables: {
        loadings: {
          kind: 'coefficients',
          rows: names,
          columns: [...factorNames(factors), 'communality'],
          values: names.map((_, i) => [
            ...shown.loadings.getRow(i),
            chosen.communalities[i] as number,
          ]),
          base: n,
        },
        correlations: {
          kind: 'coefficients',
          rows: factorNames(factors),
          columns: factorNames(factors),
          values: shown.phi.to2DArray(),
          base: n,
        },
      },
      warnings: [...warnings, ...warningsOf(names, { chosen, kmo: adequacy.kmo, read })],
    }
  },
})

const ROTATIONS = {
  none: (loadings: Matrix): Rotated => ({ loadings, phi: Matrix.eye(loadings.columns) }),
  varimax,
  oblimin: quartimin,
  promax,
} as const

const factorNames = (factors: number): readonly string[] =>
  Array.from({ length: factors }, (_, j) => `F${j + 1}`)

const extractedTree = (
  names: readonly string[],
  { loadings, communalities, uniquenesses }: Extracted,
  warnings: string[],
): Tree => {
  const cols = factorNames(loadings.columns)
  const table = (matrix: Matrix, rows = names) => ({ rows, cols, values: matrix.to2DArray() })
  const plain = inOrder(ROTATIONS.none(loadings)).loadings
  const oblique = attempt('oblimin', () => inOrder(quartimin(loadings)), warnings)
  const powered = attempt('promax', () => inOrder(promax(loadings)), warnings)
  return {
    communalities: byName(names, communalities),
    uniqueness: byName(names, uniquenesses),
    loadings_unrotated: table(plain),
    ss_loadings: byName(
      cols,
      cols.map((_, j) => plain.getColumn(j).reduce((sum, value) => sum + value * value, 0)),
    ),
    varimax: table(inOrder(varimax(loadings)).loadings),
    ...(oblique
      ? {
          oblimin_pattern: table(oblique.loadings),
          oblimin_phi: table(oblique.phi, cols),
          oblimin_structure: table(oblique.loadings.mmul(oblique.phi)),
        }
      : {}),
    ...(powered
      ? { promax_pattern: table(powered.loadings), promax_phi: table(powered.phi, cols) }
      : {}),
  }
}

const likelihoodTree = ({ chiSquare, df, p, discrepancy, rmsea, tli }: FactorFit): Tree => ({
  chisq: chiSquare,
  df,
  p,
  criterion: discrepancy,
  rmsea,
  tli,
})

const warningsOf = (
  names: readonly string[],
  {
    chosen,
    kmo,
    read,
  }: { readonly chosen: Extracted; readonly kmo: number; readonly read: Correlations },
): readonly string[] => [
  ...chosen.heywood.map(
    (i) => `${names[i]}: communality at 1 (Heywood case), the solution is improper`,
  ),
  ...(kmo < 0.5 ? ['KMO below .50: these items are not fit for factors'] : []),
  ...(read.n < 5 * names.length ? ['fewer than five respondents an item'] : []),
]
