import { reportNotSet } from '../problems.ts'
import { inThread, TOO_MUCH } from '../threads/in-thread.ts'
import { setOneByOne } from '../threads/set-one-by-one.ts'
import type { RenderJob, RenderResult } from './render-worker.ts'

const WORKER = new URL('./render-worker.ts', import.meta.url)
const LIMIT_MS = 60_000

/**
 * One file of a document, when those before it are made; undefined where nobody wrote it.
 * @throws report-not-set when the typeface lacks a sign, or it takes too long
 */
export const renderReport = async (
  job: RenderJob,
  { limit = LIMIT_MS } = {},
): Promise<Uint8Array | string | undefined> => {
  const result = await setOneByOne(() => inThread<RenderJob, RenderResult>(WORKER, job, { limit }))
  if (result === TOO_MUCH)
    throw reportNotSet({ remedy: `It took more than ${limit / 1_000} seconds. Try again later.` })
  if ('remedy' in result) throw reportNotSet(result)
  return result.content
}
