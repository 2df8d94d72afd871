import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '@echolot/problem'
import type { Report } from '@echolot/report'
import { REPORT_FILES, type ReportFileKind } from './report-files.ts'

/** What the thread is given: a document, and what to make of it. */
export type RenderJob = {
  readonly document: Report
  readonly kind: ReportFileKind
  readonly createdOn: Date
}
/** What it gives back: the file, pages as text; or why it cannot be made. */
export type RenderResult = { readonly content: Uint8Array | string } | { readonly remedy: string }

const { document, kind, createdOn } = workerData as RenderJob
const rendered = async (): Promise<RenderResult> => {
  try {
    return { content: await REPORT_FILES[kind].make(document, createdOn) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { remedy: String(error.details.remedy ?? error.message) }
  }
}
const result = await rendered()
parentPort?.postMessage(result)
