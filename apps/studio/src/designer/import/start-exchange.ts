import { Problem } from '@echolot/problem'
import type { Exchange } from './exchange-task.ts'

type Answer = {
  readonly told?: unknown
  readonly problem?: { readonly type: string; readonly status: number; readonly title: string }
  readonly failed?: string
}

/** Milliseconds after which a file is given up. */
const LIMIT = 60_000

/** Each file in a worker of its own, which ends with it, or when nobody wants it any more. */
export const exchangeInWorker: Exchange = (name, asked, signal) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', giveUp)
      worker.terminate()
      settle()
    }
    const giveUp = () => end(() => reject(unreadable('it was given up')))
    signal?.addEventListener('abort', giveUp)
    const timer = setTimeout(() => end(() => reject(unreadable('it takes too long'))), LIMIT)
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
      end(() => {
        if (data.problem !== undefined) {
          const { type, status, title, ...details } = data.problem
          reject(new Problem(type, status, title, details))
        } else if (data.told === undefined) reject(unreadable(data.failed ?? ''))
        else resolve(data.told as never)
      }),
    )
    worker.addEventListener('error', (event) => end(() => reject(unreadable(event.message))))
    worker.postMessage({ name, asked })
  })

const unreadable = (place: string) =>
  new Problem('file-unreadable', 422, 'The file cannot be read.', { place, remedy: '' })
