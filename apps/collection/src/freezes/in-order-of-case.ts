import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FreezeRow } from '@echolot/freeze'
import type { Codebook } from '@echolot/instrument'

/** Letters of all lines that are kept in memory; more of them go to a file. */
const MOST_LETTERS = 1 << 24
/** Rows are put apart by the first two digits of their case. */
const BUCKETS = 256

/**
 * The same rows in order of their cases, which tells nothing of the order in which they came. However many they are,
 * memory holds a 256th part of them at a time; the others wait in a file without a name in `folder`, which nobody else can
 * open and of which nothing is left when the process ends. It holds nothing that the freeze does not hold.
 */
export const inOrderOfCase = async function* (
  rows: AsyncIterable<FreezeRow>,
  { folder, variables }: { readonly folder: string } & Pick<Codebook, 'variables'>,
): AsyncGenerator<FreezeRow> {
  const names = variables.map(({ name }) => name)
  const waiting = openBuckets(folder)
  try {
    for await (const row of rows) {
      const added = waiting.add(Number.parseInt(row.case.slice(0, 2), 16), lineOf(row, names))
      if (added !== undefined) await added
    }
    for (let bucket = 0; bucket < BUCKETS; bucket++)
      // All cases are of one length, so that lines are in their order.
      for (const line of (await waiting.take(bucket)).sort()) yield rowOf(line, names)
  } finally {
    await waiting.close()
  }
}

/** A row as one line that begins with its case. */
const lineOf = ({ case: id, values, ...row }: FreezeRow, names: readonly string[]): string =>
  JSON.stringify([id, names.map((name) => values[name]), row])

const rowOf = (line: string, names: readonly string[]): FreezeRow => {
  const [id, cells, row] = JSON.parse(line) as [
    string,
    readonly (number | string | null)[],
    Omit<FreezeRow, 'case' | 'values'>,
  ]
  const values: Record<string, number | string | null> = {}
  for (const [place, name] of names.entries()) values[name] = cells[place] as number | string | null
  return { case: id, ...row, values }
}

type Piece = { readonly at: number; readonly bytes: number }

const openBuckets = (folder: string) => {
  const buckets = Array.from({ length: BUCKETS }, () => ({
    lines: [] as string[],
    pieces: [] as Piece[],
  }))
  let letters = 0
  let file: FileHandle | undefined
  let end = 0
  const putAway = async () => {
    file ??= await openNameless(folder)
    for (const bucket of buckets) {
      if (bucket.lines.length === 0) continue
      const text = Buffer.from(bucket.lines.join('\n'))
      for (let done = 0; done < text.length; )
        done += (await file.write(text, done, text.length - done, end + done)).bytesWritten
      bucket.pieces.push({ at: end, bytes: text.length })
      end += text.length
      bucket.lines = []
    }
    letters = 0
  }
  return {
    /** Await the answer if there is one. */
    add: (place: number, line: string): Promise<void> | undefined => {
      buckets[place]?.lines.push(line)
      letters += line.length
      return letters > MOST_LETTERS ? putAway() : undefined
    },
    /** The lines of a bucket, which is empty then. */
    take: async (place: number): Promise<string[]> => {
      const { lines, pieces } = buckets[place] as (typeof buckets)[number]
      buckets[place] = { lines: [], pieces: [] }
      for (const { at, bytes } of pieces) {
        const room = Buffer.allocUnsafe(bytes)
        for (let done = 0; done < bytes; ) {
          const read = await file?.read(room, done, bytes - done, at + done)
          if (!read?.bytesRead) throw new RangeError('rows that waited are gone')
          done += read.bytesRead
        }
        lines.push(...room.toString('utf8').split('\n'))
      }
      return lines
    },
    close: async () => file?.close(),
  }
}

const openNameless = async (folder: string): Promise<FileHandle> => {
  const own = await mkdtemp(join(folder, 'waiting-'))
  try {
    return await open(join(own, 'rows'), 'wx+', 0o600)
  } finally {
    await rm(own, { recursive: true })
  }
}
