import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

// A connection of its own: the office goes on answering while the copy is written.
const { from, into } = workerData as { readonly from: string; readonly into: string }
const database = new Sqlite(from, { readonly: true })
try {
  database.prepare('vacuum into ?').run(into)
} finally {
  database.close()
}
parentPort?.postMessage('written')
