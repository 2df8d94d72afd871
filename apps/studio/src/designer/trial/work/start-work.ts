import type { Instrument } from '@echolot/instrument'
import type { TrialWork } from './task.ts'

type Sign = {
  readonly number: number
  readonly progress?: number
  readonly told?: unknown
  readonly failed?: string
}
type Waiting = {
  readonly resolve: (told: never) => void
  readonly reject: (error: Error) => void
  readonly onProgress: ((share: number) => void) | undefined
}

/** Work in a worker of its own. */
export const startWork = (): TrialWork => {
  const worker = new Worker(new URL('./trial.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let number = 0
  let sent: Instrument | undefined
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Sign>) => {
    const asked = waiting.get(data.number)
    if (data.progress !== undefined) {
      asked?.onProgress?.(data.progress)
      return
    }
    waiting.delete(data.number)
    if (data.failed === undefined) asked?.resolve(data.told as never)
    else asked?.reject(new Error(data.failed))
  })
  worker.addEventListener('error', (event) =>
    failAll(new Error(event.message || 'The trial could not start.')),
  )
  return {
    ask: (instrument, name, asked, onProgress) =>
      new Promise((resolve, reject) => {
        if (sent !== instrument) worker.postMessage({ instrument })
        sent = instrument
        number += 1
        waiting.set(number, { resolve, reject, onProgress })
        worker.postMessage({ number, name, asked })
      }),
    stop: () => {
      worker.terminate()
      failAll(new Error('The trial was stopped.'))
    },
  }
}
