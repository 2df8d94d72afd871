import { Worker } from 'node:worker_threads'
import type { InstrumentEnvelope, InstrumentProblem } from '@echolot/contract/instruments'
import type { CheckOrder } from './check-worker.ts'

const LIMIT_MS = 15_000

/**
 * Everything wrong with an instrument. Runs in a thread of its own, with limits on time and memory: loading a large
 * survey takes half a second in which respondents should not wait, and a bad one could take for ever.
 */
export const checkInstrument = (
  envelope: InstrumentEnvelope,
  { depth, limit = LIMIT_MS }: { depth: CheckOrder['depth']; limit?: number },
): Promise<readonly InstrumentProblem[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
      workerData: {
        instrument: envelope as unknown as CheckOrder['instrument'],
        depth,
      } satisfies CheckOrder,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      void worker.terminate()
      settle()
    }
    const timer = setTimeout(() => end(() => resolve([tooSlow(limit)])), limit)
    worker.once('message', (problems) => end(() => resolve(problems)))
    worker.once('error', (error: Error) =>
      end(() =>
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve([tooSlow(limit)])
          : reject(error),
      ),
    )
  })

const tooSlow = (limit: number): InstrumentProblem => ({
  path: '/survey',
  severity: 'error',
  rule: 'check-too-slow',
  message: `The questionnaire could not be checked within ${limit / 1_000} seconds.`,
  remedy: 'Make it smaller: fewer rows and columns in matrices, fewer conditions on each other.',
})
