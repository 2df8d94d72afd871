import { Worker } from 'node:worker_threads'
import type { Imported } from '@echolot/exchange/loss'
import { fileUnreadable } from '@echolot/exchange/problems'
import type { SourceFile } from '@echolot/exchange/source-file'
import { Problem } from '@echolot/problem'
import type { ReadAnswer } from './read-worker.ts'

/** Milliseconds after which a file is held to be damaged: the largest known ones are read in two seconds. */
const LIMIT = 60_000
/** Megabytes that reading one file may take. */
const MEMORY = 2_048

/**
 * Reads a questionnaire in a thread of its own: a damaged workbook can keep the library that unpacks it busy for ever.
 * @throws file-unreadable when it takes longer than `limit` milliseconds or more memory than there is, too; otherwise as
 * `readQuestionnaire`
 */
export const readInTime = (file: SourceFile, limit = LIMIT): Promise<Imported> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    })
    const stop = () => {
      clearTimeout(timer)
      void worker.terminate()
    }
    const timer = setTimeout(() => {
      stop()
      reject(damaged(file, `after ${limit / 1_000} seconds of reading`))
    }, limit)
    worker.once('message', (answer: ReadAnswer) => {
      stop()
      if ('imported' in answer) return resolve(answer.imported)
      const { type, status, title, details } = answer.problem
      reject(new Problem(type, status, title, details))
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      stop()
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? damaged(file, `after ${MEMORY} megabytes of memory`)
          : error,
      )
    })
  })

const damaged = (file: SourceFile, place: string) =>
  fileUnreadable({
    format: file.name.slice(file.name.lastIndexOf('.')),
    place,
    remedy: 'The file seems to be damaged. Open it in the program it comes from and save it anew.',
  })
