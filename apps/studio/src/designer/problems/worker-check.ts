import type { Check, FoundProblem } from './found-problem.ts'

type Answer = {
  readonly number: number
  readonly problems?: readonly FoundProblem[]
  readonly failed?: string
}

/** A check in a worker of its own, which starts with the first check, not while the page is drawn; `stop` ends it. */
export const makeWorkerCheck = (): { readonly check: Check; readonly stop: () => void } => {
  let worker: Worker | undefined
  const waiting = new Map<
    number,
    {
      readonly resolve: (problems: readonly FoundProblem[]) => void
      readonly reject: (error: Error) => void
    }
  >()
  let number = 0
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const made = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const asked = waiting.get(data.number)
      waiting.delete(data.number)
      if (data.problems === undefined)
        asked?.reject(new Error(data.failed ?? 'The check gave no answer.'))
      else asked?.resolve(data.problems)
    })
    made.addEventListener('error', (event) =>
      failAll(new Error(event.message || 'The check could not start.')),
    )
    return made
  }
  return {
    check: (instrument, published) =>
      new Promise((resolve, reject) => {
        number += 1
        waiting.set(number, { resolve, reject })
        worker ??= start()
        worker.postMessage({ number, instrument, published })
      }),
    stop: () => {
      worker?.terminate()
      failAll(new Error('The check was stopped.'))
    },
  }
}
