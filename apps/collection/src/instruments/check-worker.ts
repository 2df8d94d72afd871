import { parentPort, workerData } from 'node:worker_threads'
import type { Instrument } from '@echolot/instrument'
import { checkSurvey, publicationProblems } from '@echolot/routing'

/** What the thread is given: a quick look while drafting, or everything that publishing must know. */
export type CheckOrder = {
  readonly instrument: Instrument
  readonly depth: 'draft' | 'publication'
}

const { instrument, depth } = workerData as CheckOrder
parentPort?.postMessage(
  depth === 'publication' ? publicationProblems(instrument) : checkSurvey(instrument),
)
