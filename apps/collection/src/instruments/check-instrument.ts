import type { InstrumentEnvelope, InstrumentProblem } from '@echolot/contract/instruments'
import { inThread, TOO_MUCH } from '../threads/in-thread.ts'
import type { CheckOrder } from './check-worker.ts'

const WORKER = new URL('./check-worker.ts', import.meta.url)
const LIMIT_MS = 15_000

/**
 * Everything wrong with an instrument. In a thread: loading a large survey takes half a second in which respondents should
 * not wait, and a bad one could take for ever.
 */
export const checkInstrument = async (
  envelope: InstrumentEnvelope,
  { depth, limit = LIMIT_MS }: { depth: CheckOrder['depth']; limit?: number },
): Promise<readonly InstrumentProblem[]> => {
  const order = { instrument: envelope as unknown as CheckOrder['instrument'], depth }
  const problems = await inThread<CheckOrder, readonly InstrumentProblem[]>(WORKER, order, {
    limit,
  })
  return problems === TOO_MUCH ? [tooSlow(limit)] : problems
}

const tooSlow = (limit: number): InstrumentProblem => ({
  path: '/survey',
  severity: 'error',
  rule: 'check-too-slow',
  message: `The questionnaire could not be checked within ${limit / 1_000} seconds.`,
  remedy: 'Make it smaller: fewer rows and columns in matrices, fewer conditions on each other.',
})
