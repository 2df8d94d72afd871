import { alphaFrom } from '../statistics/cronbach-alpha.ts'
import { type Reliability, reliabilityFrom } from '../statistics/item-analysis.ts'
import { oddEvenReliability } from '../statistics/item-moments.ts'
import { attempt } from './attempt.ts'
import { byName, estimatesOf, type Tree } from './estimates-of.ts'
import { scaleOrItems } from './fields.ts'
import { momentsOf } from './item-tables.ts'
import { itemFaults, itemsOf } from './items-of.ts'
import { defineMethod } from './method.ts'

/** Alpha with Feldt's interval, and how each item fits. Unweighted; listwise, and pair by pair beside it. */
export const alpha = defineMethod({
  id: 'alpha',
  about:
    'Cronbach’s alpha, k / (k − 1) · (1 − Σ s²ᵢ / s²ₜ), raw and standardised, with Feldt’s exact interval and Duhachek’s standard error, Guttman’s λ6, and how each item fits; of complete respondents and of all pairs of answers.',
  source:
    'Cronbach (1951), Psychometrika 16, 297–334; Feldt (1965), Psychometrika 30, 357–370; Duhachek & Iacobucci (2004), Journal of Applied Psychology 89, 792–808; as psych::alpha.',
  estimates:
    '`alpha` (`.low`, `.high`), `standardized`, `averageCorrelation`; under `complete.` and `pairwise.`: `n_used_rows`, `raw_alpha`, `std_alpha`, `guttman6`, `average_r`, `median_r`, `ase`, `mean`, `sd`, `ci95_duhachek_normal`, and by item `alpha_if_dropped`, `std_alpha_if_dropped`, `item_n`, `item_mean`, `item_sd`, `raw_r`, `std_r`, `r_cor`, `r_drop`; `complete.ci95_feldt`, `complete.spearman_brown_oddeven`; table `items`',
  fields: scaleOrItems,
  example: { items: ['tru_1', 'tru_2', 'tru_3'], reversed: ['tru_3'], min: 1, max: 5 },
  faults: itemFaults,
  run: (line, data, given) => {
    const { names, columns } = itemsOf(line, data, given)
    const { complete, present } = momentsOf(columns, data.crew)
    const found = alphaFrom(complete, data.n)
    const { n, omitted, items } = found
    const warnings: string[] = []
    const listwise = attempt('complete', () => reliabilityFrom(complete), warnings)
    const pairwise = attempt('pairwise', () => reliabilityFrom(present), warnings)
    return {
      n,
      omitted,
      estimates: {
        alpha: {
          kind: 'coefficient',
          value: found.alpha,
          low: found.alphaLow,
          high: found.alphaHigh,
          base: n,
        },
        standardized: { kind: 'coefficient', value: found.standardized, base: n },
        averageCorrelation: { kind: 'coefficient', value: found.averageCorrelation, base: n },
        ...estimatesOf(
          {
            complete: {
              n_used_rows: n,
              ...(listwise ? treeOf(listwise, names) : {}),
              ci95_feldt: [found.alphaLow, found.alphaHigh],
              spearman_brown_oddeven: oddEvenReliability(complete),
            },
            ...(pairwise ? { pairwise: { n_used_rows: data.n, ...treeOf(pairwise, names) } } : {}),
          },
          n,
        ),
      },
      tables: {
        items: {
          kind: 'coefficients',
          rows: names,
          columns: ['mean', 'sd', 'itemRest', 'alphaWithout'],
          values: items.map(({ mean, sd, itemRest, alphaWithout }) => [
            mean,
            sd,
            itemRest,
            alphaWithout ?? null,
          ]),
          base: n,
        },
      },
      warnings: [
        ...warnings,
        ...items.flatMap(({ itemRest }, i) =>
          itemRest < 0.3 ? [`${names[i]}: item–rest correlation below .30`] : [],
        ),
        ...(found.alpha < 0 ? ['alpha is below 0: check which items are reversed'] : []),
      ],
    }
  },
})

const treeOf = (found: Reliability, names: readonly string[]): Tree => {
  const by = (of: keyof Reliability['items'][number]) =>
    byName(
      names,
      found.items.map((item) => item[of]),
    )
  return {
    raw_alpha: found.alpha,
    std_alpha: found.standardized,
    guttman6: found.guttman6,
    average_r: found.averageCorrelation,
    median_r: found.medianCorrelation,
    ase: found.standardError,
    ci95_duhachek_normal: [found.alphaLow, found.alphaHigh],
    mean: found.mean,
    sd: found.sd,
    ...(names.length > 2
      ? { alpha_if_dropped: by('alphaWithout'), std_alpha_if_dropped: by('standardizedWithout') }
      : {}),
    item_n: by('n'),
    item_mean: by('mean'),
    item_sd: by('sd'),
    raw_r: by('total'),
    std_r: by('standardizedTotal'),
    r_cor: by('corrected'),
    r_drop: by('rest'),
  }
}
