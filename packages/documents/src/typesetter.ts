import { parentPort } from 'node:worker_threads'
import { type TypesetJob, typeset } from './typeset.ts'

/** The worker's loop: one document after the other, so that the server's own thread never waits. */
parentPort?.on('message', ({ id, job }: { id: number; job: TypesetJob }) => {
  const result = typeset(job)
  parentPort?.postMessage({ id, result })
})
