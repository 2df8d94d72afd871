import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** Writes a file for its owner's eyes that appears whole or not at all; what stood there before stays until then. */
export const writeWhole = async (
  path: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> => {
  const target = resolve(path)
  await mkdir(dirname(target), { recursive: true })
  const unfinished = join(dirname(target), `.${basename(target)}.unfinished-${process.pid}`)
  const file = await open(unfinished, 'w', 0o600)
  try {
    await write(file)
    await file.sync()
    await file.close()
    await rename(unfinished, target)
  } catch (fault) {
    await file.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw fault
  }
}
