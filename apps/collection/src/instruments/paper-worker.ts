import { parentPort, workerData } from 'node:worker_threads'
import { printQuestionnaire } from '@echolot/exchange/paper'
import type { Instrument } from '@echolot/instrument'
import { Problem } from '@echolot/problem'

/** What the thread is given. */
export type PaperJob = {
  readonly instrument: Instrument
  readonly language?: string
  readonly createdOn: Date
}
/** What it gives back: the file, or why this language cannot be printed. */
export type PaperResult = { readonly pdf: Uint8Array } | { readonly remedy: string }

const { instrument, ...options } = workerData as PaperJob
const printed = async (): Promise<PaperResult> => {
  try {
    return { pdf: await printQuestionnaire(instrument, options) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { remedy: String(error.details.remedy ?? error.message) }
  }
}
const result = await printed()
parentPort?.postMessage(result)
