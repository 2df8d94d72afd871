import type { WorkName, Works } from './work.ts'

type Waiting = {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}
type Answer = { readonly number: number; readonly answer?: unknown; readonly failed?: string }

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/** One worker for all rooms, begun with the first question. */
const running = (): Worker => {
  if (worker !== undefined) return worker
  const made = new Worker(new URL('./words.worker.ts', import.meta.url), { type: 'module' })
  made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.number)
    waiting.delete(data.number)
    if (data.failed === undefined) asked?.resolve(data.answer)
    else asked?.reject(new Error(data.failed))
  })
  made.addEventListener('error', (event) => {
    worker = undefined
    for (const { reject } of waiting.values())
      reject(new Error(event.message || 'The worker could not start.'))
    waiting.clear()
  })
  worker = made
  return made
}

/** Has a work done beside the page; where there are no workers (tests), in it. */
export const askWorker = async <Name extends WorkName>(
  name: Name,
  order: Works[Name]['order'],
): Promise<Works[Name]['answer']> => {
  if (typeof Worker === 'undefined') return (await import('./work.ts')).WORKS[name](order)
  const number = ++last
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve: resolve as Waiting['resolve'], reject })
    running().postMessage({ number, name, order })
  })
}
