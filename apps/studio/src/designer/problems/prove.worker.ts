import type { Instrument } from '@echolot/instrument'
import { proveInstrument } from '@echolot/routing/logic'

type Asked = { readonly instrument: Instrument; readonly limit: number }

/** Runs the proofs beside the page; a newer edit ends the worker in the middle of one. */
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { instrument, limit } = data
  try {
    self.postMessage({ proof: proveInstrument(instrument, { limit }) })
  } catch (error) {
    self.postMessage({ failed: error instanceof Error ? error.message : String(error) })
  }
})
