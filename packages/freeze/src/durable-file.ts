import { open } from 'node:fs/promises'
import { mostBytesOf, writeCsvLine } from './csv.ts'

/** A file that is on the disk when `close` returns. */
export type DurableFile = {
  /** Adds a line of CSV to those gathered; await the answer if there is one, before the next. */
  readonly add: (fields: readonly (string | number | null)[]) => Promise<void> | undefined
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

const GATHERED = 1 << 20

/** Opens a new file for writing; fails if it exists. Lines are gathered to about a megabyte. */
export const openDurableFile = async (path: string): Promise<DurableFile> => {
  const file = await open(path, 'wx')
  let gathered = Buffer.alloc(0)
  let end = 0
  const flush = async () => {
    if (end === 0) return
    const bytes = gathered.subarray(0, end)
    end = 0
    await file.writeFile(bytes)
  }
  const put = (fields: readonly (string | number | null)[], most: number) => {
    if (gathered.length < most) gathered = Buffer.alloc(Math.max(GATHERED, most))
    end = writeCsvLine(fields, gathered, end)
  }
  return {
    add: (fields) => {
      const most = mostBytesOf(fields)
      if (end > 0 && end + most > gathered.length) return flush().then(() => put(fields, most))
      put(fields, most)
      return undefined
    },
    write: async (bytes) => {
      await flush()
      await file.writeFile(bytes)
    },
    close: async () => {
      await flush()
      await file.sync()
      await file.close()
    },
  }
}

/** Makes renames and new files in a folder survive a power cut. */
export const syncFolder = async (path: string) => {
  const folder = await open(path, 'r')
  await folder.sync()
  await folder.close()
}
