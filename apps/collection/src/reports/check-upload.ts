import type { ReportUpload } from '@echolot/contract/reports'
import { invalidInput } from '@echolot/problem'
import { inThread, TOO_MUCH } from '../threads/in-thread.ts'
import type { UploadProblem } from './upload-problems.ts'

const WORKER = new URL('./upload-worker.ts', import.meta.url)
const LIMIT_MS = 20_000

/** Reads the models in a thread: they are large, and come from outside. @throws invalid-input */
export const checkUpload = async (upload: ReportUpload): Promise<void> => {
  const problems = await inThread<ReportUpload, readonly UploadProblem[]>(WORKER, upload, {
    limit: LIMIT_MS,
  })
  const errors =
    problems === TOO_MUCH
      ? [{ path: 'models', message: `must be readable within ${LIMIT_MS / 1_000} seconds` }]
      : problems
  if (errors.length > 0) throw invalidInput({ errors })
}
