import { describe, expect, it } from 'vitest'
import { changesOf, planHistory } from './plan-history.ts'
import { readPlan } from './read-plan.ts'

const PLAN = {
  plan: 'x',
  data: { missing: [-99] },
  analyses: [
    { id: 'trust', method: 'alpha', items: ['a', 'b', 'c'] },
    { id: 'hours', method: 'descriptives', variable: 'h' },
  ],
}
const fileOf = (plan: object) => {
  const text = JSON.stringify(plan)
  return { text, digest: text, plan: readPlan(text) }
}

describe('changesOf', () => {
  it('names places by id, and tells what came and what went', () => {
    const after = {
      ...PLAN,
      data: { missing: [-99, -77] },
      analyses: [
        { id: 'hours', method: 'descriptives', variable: 'h', confidence: 0.9 },
        { id: 'net', method: 'frequencies', variables: ['n'] },
      ],
    }
    expect(changesOf(PLAN, after)).toEqual([
      { path: 'data.missing', before: [-99], after: [-99, -77] },
      { path: 'analyses[trust]', before: PLAN.analyses[0], after: null },
      { path: 'analyses[hours].confidence', before: null, after: 0.9 },
      { path: 'analyses[net]', before: null, after: after.analyses[1] },
    ])
  })

  it('finds nothing in another order of keys', () =>
    expect(changesOf({ a: 1, b: [{ id: 'x' }] }, { b: [{ id: 'x' }], a: 1 })).toEqual([]))
})

describe('planHistory', () => {
  it('knows the same plan, a rewritten one and none', () => {
    expect(planHistory(fileOf(PLAN), fileOf(PLAN)).state).toBe('same')
    expect(planHistory(fileOf(PLAN), undefined).state).toBe('not-fixed')
    const { plan, ...rest } = PLAN
    expect(planHistory(fileOf({ ...rest, plan }), fileOf(PLAN)).state).toBe('rewritten')
  })

  it('takes reasons from the plan and from the run', () => {
    const changed = {
      ...PLAN,
      note: 'more',
      changes: [{ on: '2027-06-30', why: 'a typing error' }],
    }
    expect(planHistory(fileOf(changed), fileOf(PLAN), 'asked by the board')).toMatchObject({
      state: 'changed',
      changes: [{ path: 'note', before: null, after: 'more' }],
      reasons: [{ on: '2027-06-30', why: 'a typing error' }, { why: 'asked by the board' }],
    })
  })
})
