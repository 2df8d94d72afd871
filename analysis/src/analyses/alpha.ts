import { cronbachAlpha } from '../statistics/cronbach-alpha.ts'
import { scaleOrItems } from './fields.ts'
import { itemFaults, itemsOf } from './items-of.ts'
import { defineMethod } from './method.ts'

/** Alpha with Feldt's interval, and how each item fits. Unweighted, listwise. */
export const alpha = defineMethod({
  id: 'alpha',
  about:
    'Cronbach’s alpha, k / (k − 1) · (1 − Σ s²ᵢ / s²ₜ), of complete respondents, with Feldt’s exact interval; how each item fits.',
  source: 'Cronbach (1951), Psychometrika 16, 297–334; Feldt (1965), Psychometrika 30, 357–370.',
  estimates: '`alpha`, `standardized`, `averageCorrelation`; table `items`',
  fields: scaleOrItems,
  example: { items: ['tru_1', 'tru_2', 'tru_3'], reversed: ['tru_3'], min: 1, max: 5 },
  faults: itemFaults,
  run: (line, data, given) => {
    const { names, values } = itemsOf(line, data, given)
    const found = cronbachAlpha(values)
    const { n, omitted, items } = found
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
      warnings: items.flatMap(({ itemRest }, i) =>
        itemRest < 0.3 ? [`${names[i]}: item–rest correlation below .30`] : [],
      ),
    }
  },
})
