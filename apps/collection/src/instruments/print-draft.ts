import { Worker } from 'node:worker_threads'
import { notPrintable } from '../problems.ts'
import type { PaperJob, PaperResult } from './paper-worker.ts'

const LIMIT_MS = 30_000

/**
 * The questionnaire on paper, as PDF. Runs in a thread of its own, with limits on time and memory, so that nobody who
 * answers waits for it and a questionnaire without end prints nothing.
 * @throws not-printable when the typeface lacks the language's script, or it takes too long
 */
export const printDraft = (job: PaperJob, { limit = LIMIT_MS } = {}): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      void worker.terminate()
      settle()
    }
    const tooLarge = () =>
      end(() =>
        reject(
          notPrintable({
            remedy: `It could not be set within ${limit / 1_000} seconds. Print a shorter questionnaire.`,
          }),
        ),
      )
    const timer = setTimeout(tooLarge, limit)
    worker.once('message', (result: PaperResult) =>
      end(() => ('pdf' in result ? resolve(result.pdf) : reject(notPrintable(result)))),
    )
    worker.once('error', (error: Error) =>
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? tooLarge()
        : end(() => reject(error)),
    )
  })
