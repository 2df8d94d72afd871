import { expect, it } from 'vitest'
import type { Result } from '../result.ts'
import type { ReportOrder } from './make-report.ts'

it('cannot be given a result that did not pass disclosure control', () => {
  const result: Result = { id: 'x', method: 'x', n: 3, omitted: 0, estimates: {}, warnings: [] }
  // @ts-expect-error a raw result is not a disclosed one
  const results: ReportOrder['results'] = [result]
  expect(results).toHaveLength(1)
})
