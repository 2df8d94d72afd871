import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { sha256Hex } from '@echolot/crypto/digest'

/** Size and SHA-256 of a file, read in pieces. */
export const digestOfFile = async (path: string) => ({
  bytes: (await stat(path)).size,
  sha256: await sha256Hex(createReadStream(path, { highWaterMark: 1 << 20 })),
})

/** SHA-256 of a text in UTF-8. */
export const digestOfText = (text: string): Promise<string> =>
  sha256Hex(Readable.from([Buffer.from(text)]))
