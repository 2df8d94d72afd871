import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { digesting, sha256Hex } from '@echolot/crypto/digest'

const PIECE = 1 << 20

/** Size and SHA-256 of a file, read in pieces. */
export const digestOfFile = async (path: string) => {
  let bytes = 0
  const file = await open(path)
  /** One room for all pieces: each is digested before the next is read. */
  const pieces = async function* () {
    const room = new Uint8Array(PIECE)
    for (;;) {
      const { bytesRead } = await file.read(room, 0, PIECE, null)
      if (bytesRead === 0) return
      bytes += bytesRead
      yield room.subarray(0, bytesRead)
    }
  }
  try {
    const sha256 = await sha256Hex(pieces())
    return { bytes, sha256 }
  } finally {
    await file.close()
  }
}

/** A file as it is read, once and in pieces, and when it has ended its SHA-256; a pipe as well. */
export const readDigesting = (path: string) =>
  digesting(createReadStream(path, { highWaterMark: PIECE }))

/** SHA-256 of bytes, or of a text in UTF-8. */
export const digestOfText = (text: string | Uint8Array): Promise<string> => sha256Hex(text)
