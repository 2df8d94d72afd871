import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '@echolot/problem'
import type { Report } from '@echolot/report'
import { makeReportFile, type ReportFileKind } from './report-files.ts'

/** What the thread is given: a document, and what to make of it. */
export type RenderJob = { readonly document: Report; readonly kind: ReportFileKind }
/** What it gives back: the file, pages as text, nothing where it was not written; or why it cannot be made. */
export type RenderResult =
  | { readonly content: Uint8Array | string | undefined }
  | { readonly remedy: string }

const { document, kind } = workerData as RenderJob
const made = async (): Promise<RenderResult> => {
  try {
    return { content: await makeReportFile(document, kind) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { remedy: String(error.details.remedy ?? error.message) }
  }
}
const result = await made()
parentPort?.postMessage(result)
