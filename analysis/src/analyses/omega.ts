import { omegaTotal } from '../statistics/omega-total.ts'
import { scaleOrItems } from './fields.ts'
import { itemFaults, itemsOf } from './items-of.ts'
import { defineMethod } from './method.ts'

/** Omega total of the one-factor model, with the loadings. Unweighted, listwise. */
export const omega = defineMethod({
  id: 'omega',
  about: 'McDonald’s omega total of the one-factor model, of complete respondents.',
  source: 'McDonald (1999), Test Theory: A Unified Treatment.',
  estimates: '`omega`; table `loadings`',
  fields: scaleOrItems,
  example: { scale: 'TRU' },
  faults: itemFaults,
  run: (line, data, given) => {
    const { names, values } = itemsOf(line, data, given)
    const found = omegaTotal(values)
    const { n, omitted } = found
    return {
      n,
      omitted,
      estimates: { omega: { kind: 'coefficient', value: found.omega, base: n } },
      tables: {
        loadings: {
          kind: 'coefficients',
          rows: names,
          columns: ['loading'],
          values: found.loadings.map((loading) => [loading]),
          base: n,
        },
      },
      warnings: [],
    }
  },
})
