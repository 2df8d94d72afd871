import { notPrintable } from '../problems.ts'
import { inThread, TOO_MUCH } from '../threads/in-thread.ts'
import { setOneByOne } from '../threads/set-one-by-one.ts'
import type { PaperJob, PaperResult } from './paper-worker.ts'

const WORKER = new URL('./paper-worker.ts', import.meta.url)
const LIMIT_MS = 30_000

/**
 * The questionnaire on paper, as PDF, when those before it are set.
 * @throws not-printable when the typeface lacks the language's script, or it takes too long
 */
export const printDraft = async (job: PaperJob, { limit = LIMIT_MS } = {}): Promise<Uint8Array> => {
  const result = await setOneByOne(() => inThread<PaperJob, PaperResult>(WORKER, job, { limit }))
  if (result === TOO_MUCH)
    throw notPrintable({
      remedy: `It could not be set within ${limit / 1_000} seconds. Print a shorter questionnaire.`,
    })
  if ('remedy' in result) throw notPrintable(result)
  return result.pdf
}
