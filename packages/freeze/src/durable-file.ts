import { open } from 'node:fs/promises'

/** A file that is on the disk when `close` returns. */
export type DurableFile = {
  /** Gathers texts; await the answer if there is one. */
  readonly add: (text: string) => Promise<void> | undefined
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

const BUFFERED = 1 << 20

/** Opens a new file for writing; fails if it exists. Texts are gathered to about a megabyte. */
export const openDurableFile = async (path: string): Promise<DurableFile> => {
  const file = await open(path, 'wx')
  let texts: string[] = []
  let gathered = 0
  const flush = async () => {
    if (gathered === 0) return
    const bytes = Buffer.from(texts.join(''))
    texts = []
    gathered = 0
    await file.writeFile(bytes)
  }
  return {
    add: (text) => {
      texts.push(text)
      gathered += text.length
      return gathered > BUFFERED ? flush() : undefined
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
