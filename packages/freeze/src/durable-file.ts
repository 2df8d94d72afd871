import { open } from 'node:fs/promises'

/** A file that is on the disk when `close` returns. */
export type DurableFile = {
  readonly write: (content: string | Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

const BUFFERED = 1 << 20

/** Opens a new file for writing; fails if it exists. Texts are gathered to about a megabyte. */
export const openDurableFile = async (path: string): Promise<DurableFile> => {
  const file = await open(path, 'wx')
  let texts = ''
  const flush = async () => {
    if (texts === '') return
    const bytes = Buffer.from(texts)
    texts = ''
    await file.writeFile(bytes)
  }
  return {
    write: async (content) => {
      if (typeof content === 'string') {
        texts += content
        if (texts.length > BUFFERED) await flush()
      } else {
        await flush()
        await file.writeFile(content)
      }
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
