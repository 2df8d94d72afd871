import { describe, expect, it } from 'vitest'
import { Plan } from '../plan/plan.ts'
import { refusePooling } from './refuse-pooling.ts'

const mood = { variable: 'mood', from: '1.0.0', to: '1.1.0', message: 'is asked in other words' }
const low = { name: 'low', label: 'mood', expression: 'if(mood < 3, 1, 0)' }
const asks = { id: 'a', method: 'frequencies', variables: ['mood'] }
const plan = (more: object) => Plan.parse({ plan: 'Probe', analyses: [], ...more })
const faultsOf = (given: Plan): unknown => {
  try {
    refusePooling(given, [mood])
    return []
  } catch (problem) {
    return (problem as { details: { faults: unknown } }).details.faults
  }
}

describe('refusePooling', () => {
  it('refuses a plan that uses an item asked in two ways, and says where', () => {
    expect(faultsOf(plan({ analyses: [asks] }))).toEqual([
      {
        path: 'analyses[0].variables[0]',
        message:
          '“mood” was asked in versions 1.0.0 and 1.1.0, and is asked in other words in 1.1.0',
        remedy: expect.stringContaining('1.1.0'),
      },
    ])
  })

  it('finds it in expressions too, and is not misled by labels', () => {
    const analyses = [{ ...asks, variables: ['low'] }]
    expect(faultsOf(plan({ derive: [low], analyses }))).toMatchObject([
      { path: 'derive[0].expression' },
    ])
    expect(faultsOf(plan({ derive: [{ ...low, expression: '1' }], analyses }))).toEqual([])
  })

  it('lets every plan pass for data of one version', () => {
    expect(refusePooling(plan({ analyses: [asks] }), [])).toBeUndefined()
  })
})
