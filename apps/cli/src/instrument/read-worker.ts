import { parentPort, workerData } from 'node:worker_threads'
import { readQuestionnaire } from '@echolot/exchange/formats'
import type { SourceFile } from '@echolot/exchange/source-file'
import { Problem } from '@echolot/problem'

/** What the worker says: the import, or the problem with its parts, since classes do not cross threads. */
export type ReadAnswer =
  | { readonly imported: Awaited<ReturnType<typeof readQuestionnaire>> }
  | {
      readonly problem: {
        readonly type: string
        readonly status: number
        readonly title: string
        readonly details: Readonly<Record<string, unknown>>
      }
    }

const answer = async (): Promise<ReadAnswer> => {
  try {
    return { imported: await readQuestionnaire(workerData as SourceFile) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { type, status, title, details } = error
    return { problem: { type, status, title, details } }
  }
}

parentPort?.postMessage(await answer())
