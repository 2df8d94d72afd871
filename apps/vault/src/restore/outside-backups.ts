import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Two small files beside the database hold what a restored backup would forget: blocks, and where the chain of messages
 * to the collection stands. They lie in no backup of the database. A block there is the digest that the table has too.
 */
const BLOCKS = 'blocks.ndjson'
const PEER = 'peer.json'

/** Adds one line; it is on the disk when the promise resolves. */
export const appendBlock = async (directory: string, block: object): Promise<void> => {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await written(await open(join(directory, BLOCKS), 'a', 0o600), `${JSON.stringify(block)}\n`)
}

/** The lines in order; none when nobody was ever blocked. */
export const readBlockLines = async (directory: string): Promise<readonly unknown[]> =>
  ((await textOf(join(directory, BLOCKS))) ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

export const replaceBlockLines = (directory: string, lines: readonly unknown[]): Promise<void> =>
  replaced(join(directory, BLOCKS), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))

/** The newest state of the chain of messages, as its row stands in the table. */
export const writePeerRow = (directory: string, row: object): Promise<void> =>
  replaced(join(directory, PEER), JSON.stringify(row))

export const readPeerRow = async (directory: string): Promise<unknown> => {
  const text = await textOf(join(directory, PEER))
  return text === undefined ? undefined : JSON.parse(text)
}

/** A crash leaves the old file or the new one. */
const replaced = async (file: string, text: string) => {
  await written(await open(`${file}.new`, 'w', 0o600), text)
  await rename(`${file}.new`, file)
}

const written = async (file: Awaited<ReturnType<typeof open>>, text: string) => {
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

const textOf = (file: string) =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
