import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'
import {
  analyseGolden,
  describeGolden,
  expectGolden,
  readGolden,
} from '../statistics/golden.testing.ts'

describeGolden('aapor', () => {
  it('agrees with the reference under its own names', () => {
    const { inputs, expected } = readGolden('27-aapor')
    const { e, ...counts } = inputs
    const line = { id: 'x', method: 'aapor', e, counts }
    expectGolden(analyseGolden({ analyses: [line] }).get('x'), expected, { rel: 1e-12 })
  })
})

describe('aapor', () => {
  it('says why there is nothing to tell', () => {
    const find = (line: object) => analyseMade({ a: [1] }, { id: 'x', method: 'aapor', ...line })
    expect(find({}).warnings.join()).toContain('have no dispositions')
    expect(
      find({ counts: { I: 0, P: 0, R: 0, NC: 0, O: 0, U: 9, NE: 0 } }).warnings.join(),
    ).toContain('no case has an outcome')
  })
})
