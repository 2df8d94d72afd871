import { describe, expect, it } from 'vitest'
import { defineProblem, Problem } from './problem.ts'

const late = defineProblem<{ readonly by: number; readonly status?: number }>(
  'late',
  409,
  'This came too late.',
)

describe('defineProblem', () => {
  it('makes an error which says its name, with its details', () => {
    const problem = late({ by: 3 })
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toBeInstanceOf(Error)
    expect({ ...problem }).toMatchObject({ type: 'late', status: 409, details: { by: 3 } })
    expect(problem.message).toBe('This came too late.')
  })

  it('writes the body of RFC 9457, which no detail can change', () => {
    expect(JSON.parse(JSON.stringify(late({ by: 3, status: 200 })))).toEqual({
      by: 3,
      type: '/problems/late',
      title: 'This came too late.',
      status: 409,
    })
  })
})
