import type { Instrument } from '@echolot/instrument'
import { checkSurvey } from '@echolot/routing'

type Asked = { readonly number: number; readonly instrument: Instrument }

/** Runs the check beside the page, so that typing never waits for it. */
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { number, instrument } = data
  try {
    self.postMessage({ number, problems: checkSurvey(instrument) })
  } catch (error) {
    self.postMessage({ number, failed: error instanceof Error ? error.message : String(error) })
  }
})
