import type { Instrument } from '@echolot/instrument'
import type { Proof } from '@echolot/routing/logic'

/** Proves what an instrument's logic can do, off the page's own thread; `signal` gives the proof up. */
export type Prove = (
  instrument: Instrument,
  options: { readonly limit: number; readonly signal: AbortSignal },
) => Promise<Proof>

type Answer = { readonly proof?: Proof; readonly failed?: string }

/** Proofs in a worker of their own. It lives on between proofs, and ends in the middle of one that is given up. */
export const makeWorkerProve = (): { readonly prove: Prove; readonly stop: () => void } => {
  let worker: Worker | undefined
  const stop = () => {
    worker?.terminate()
    worker = undefined
  }
  const prove: Prove = (instrument, { limit, signal }) =>
    new Promise((resolve, reject) => {
      worker ??= new Worker(new URL('./prove.worker.ts', import.meta.url), { type: 'module' })
      const asked = worker
      const giveUp = () => {
        stop()
        reject(new Error('The proof was given up.'))
      }
      asked.onmessage = ({ data }: MessageEvent<Answer>) => {
        signal.removeEventListener('abort', giveUp)
        if (data.proof === undefined) reject(new Error(data.failed ?? 'The proof gave no answer.'))
        else resolve(data.proof)
      }
      asked.onerror = (event) => {
        signal.removeEventListener('abort', giveUp)
        stop()
        reject(new Error(event.message || 'The proof could not start.'))
      }
      signal.addEventListener('abort', giveUp, { once: true })
      asked.postMessage({ instrument, limit })
    })
  return { prove, stop }
}
