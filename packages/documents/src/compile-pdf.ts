import { Worker } from 'node:worker_threads'
import { documentRefused } from './problems.ts'
import type { TypesetJob, TypesetResult } from './typeset.ts'

/** PDF/UA-1 is tagged and accessible; 2a adds long-term archiving without the accessibility checks. */
export type PdfStandard = 'ua-1' | 'a-2a' | '1.7'

/** One document: Typst source and everything it reads. */
export type Document = {
  readonly source: string
  /** What the source may read or import, by relative path. Nothing else is within its reach. */
  readonly files?: Readonly<Record<string, Uint8Array | string>>
  /** Short texts, as `sys.inputs` in the source. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly standard?: PdfStandard
  /** The moment written into the file; there is no other clock in it. */
  readonly createdOn: Date
}

/**
 * Typesets a document to PDF, by default tagged PDF/UA-1. The same document gives the same bytes. Works in one
 * worker thread, documents one after the other; no network, no files but those given, no typefaces but ours.
 * @throws documentRefused with what the typesetter said: a fault in the source, a missing alternative text, a
 *   character that the typeface lacks, an unknown typeface.
 */
export const compilePdf = async (document: Document): Promise<Uint8Array> => {
  const result = await inWorker({
    source: document.source,
    files: document.files ?? {},
    inputs: document.inputs ?? {},
    standard: document.standard ?? 'ua-1',
    timestamp: Math.floor(document.createdOn.getTime() / 1000),
  })
  if ('diagnostics' in result) throw documentRefused({ diagnostics: result.diagnostics })
  return result.pdf
}

type Waiting = {
  readonly resolve: (result: TypesetResult) => void
  readonly reject: (fault: Error) => void
}

let worker: Worker | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

const inWorker = (job: TypesetJob) =>
  new Promise<TypesetResult>((resolve, reject) => {
    worker ??= startWorker()
    const id = ++lastId
    waiting.set(id, { resolve, reject })
    worker.ref()
    worker.postMessage({ id, job })
  })

/** Started with the first document; holds the process open only while a document is under way. */
const startWorker = () => {
  const started = new Worker(new URL('./typesetter.ts', import.meta.url))
  started.on('message', ({ id, result }: { id: number; result: TypesetResult }) => {
    waiting.get(id)?.resolve(result)
    waiting.delete(id)
    if (waiting.size === 0) started.unref()
  })
  const failAll = (fault: Error) => {
    if (worker === started) worker = undefined
    for (const { reject } of waiting.values()) reject(fault)
    waiting.clear()
  }
  started.on('error', failAll)
  started.on('exit', (code) => failAll(new Error(`the typesetter ended with ${code}`)))
  return started
}
