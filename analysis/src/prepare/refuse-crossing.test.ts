import { describe, expect, it } from 'vitest'
import { Plan } from '../plan/plan.ts'
import { prepare } from './prepare.ts'
import { refuseCrossing } from './refuse-crossing.ts'
import type { Source } from './source.ts'

const identifying = new Set(['stratum', 'hh_partner', 'hh_children_n', 'resp_age'])
const derive = [
  { name: 'single', label: 'single', expression: 'if(hh_partner == 2, 1, 0)' },
  { name: 'place_family', label: 'both', expression: '10 * stratum + single' },
  {
    name: 'known',
    label: 'one of them',
    expression: 'if(place_family == 41, hh_children_n, none)',
  },
]
const refused = (...analyses: object[]) => {
  try {
    refuseCrossing(Plan.parse({ plan: 'Probe', derive, analyses }), identifying)
    return []
  } catch (problem) {
    return (problem as { details: { faults: { path: string; message: string }[] } }).details.faults
  }
}

describe('refuseCrossing (R-57)', () => {
  it('refuses commune × family × number of children in a table', () => {
    const table = { id: 'a', method: 'crosstab', rows: 'place_family', columns: 'hh_children_n' }
    expect(refused(table)).toMatchObject([
      {
        path: 'analyses[0].columns',
        message: '“stratum” × “hh_partner” × “hh_children_n” together can name a person',
      },
    ])
  })

  it('refuses it where two divide and the third is described, and within one derived variable', () => {
    const means = { id: 'a', method: 'survey-mean', variables: ['mood', 'hh_children_n'] }
    expect(refused({ ...means, by: 'place_family' })).toMatchObject([
      { path: 'analyses[0].variables[1]' },
    ])
    expect(refused({ id: 'b', method: 'frequencies', variables: ['known'] })).toMatchObject([
      { path: 'analyses[0].variables[0]' },
    ])
    const product = ['place_family', 'hh_children_n']
    expect(
      refused({ id: 'c', method: 'ols', outcome: 'mood', predictors: [{ product }] }),
    ).toMatchObject([{ path: 'analyses[0].predictors[0].product' }])
  })

  it('lets pass what crosses two, and what only stands beside each other', () => {
    const variables = ['stratum', 'hh_partner', 'hh_children_n', 'resp_age']
    expect(refused({ id: 'a', method: 'frequencies', variables })).toEqual([])
    expect(refused({ id: 'b', method: 'ols', outcome: 'mood', predictors: variables })).toEqual([])
    expect(
      refused({ id: 'c', method: 'survey-mean', variables: ['mood'], by: 'place_family' }),
    ).toEqual([])
  })

  it('is asked before anything is computed, with what the codebook says', () => {
    const variable = (known: boolean) => ({
      label: { de: 'Frage' },
      missing: [],
      sensitive: false,
      values: [],
      identifying: known,
    })
    const source = {
      n: 4,
      columns: { a: [1, 1, 2, 2], b: [1, 2, 1, 2], stratum: [1, 1, 1, 2] },
      variables: { a: variable(true), b: variable(true) },
      identifying: ['stratum'],
      frame: [],
      dispositions: [],
      provenance: { kind: 'file', digest: '', synthetic: true, instruments: [] },
    } as unknown as Source
    const plan = (expression: string) =>
      Plan.parse({
        plan: 'Probe',
        derive: [{ name: 'c', expression }],
        analyses: [{ id: 'a', method: 'frequencies', variables: ['c'] }],
      })
    expect(prepare(source, plan('a + b')).n).toBe(4)
    expect(() => prepare(source, plan('a + b + stratum'))).toThrow('cannot be carried out')
  })
})
