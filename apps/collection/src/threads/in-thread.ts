import { Worker } from 'node:worker_threads'

/** What `inThread` gives when the work took too long or too much memory. */
export const TOO_MUCH = Symbol('too much')

/**
 * One piece of work in a thread of its own, so that nobody who answers waits for it: `worker` is given `job` and posts one
 * message. Ended at the limit of time or memory.
 * @throws what the work throws
 */
export const inThread = <Job, Result>(
  worker: URL,
  job: Job,
  { limit }: { readonly limit: number },
): Promise<Result | typeof TOO_MUCH> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(worker, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      void thread.terminate()
      settle()
    }
    const timer = setTimeout(() => end(() => resolve(TOO_MUCH)), limit)
    thread.once('message', (result: Result) => end(() => resolve(result)))
    thread.once('error', (error: Error) =>
      end(() =>
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(TOO_MUCH)
          : reject(error),
      ),
    )
  })
