import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Codes of respondents who follow each other, in memory that threads share or on a shelf. */
export type Portion = Codes | Shelved
export type Codes = Uint8Array | Uint16Array
/** Where codes stand on a shelf. */
export type Shelved = {
  readonly length: number
  readonly file: number
  readonly at: number
  readonly codeBytes: 1 | 2
}

/**
 * Where codes stand that are too many for memory: a file without a name, which nobody else can open and of which
 * nothing is left when the process ends. The threads of a process write to it and read from it.
 */
export type Shelf = {
  readonly file: number
  /** Its length, shared by all who put something there. */
  readonly end: BigInt64Array
}

export const openShelf = (): Shelf => {
  const folder = mkdtempSync(join(tmpdir(), 'codes-'))
  const file = openSync(join(folder, 'codes'), 'wx+', 0o600)
  rmSync(folder, { recursive: true })
  return { file, end: new BigInt64Array(new SharedArrayBuffer(8)) }
}

export const closeShelf = ({ file }: Shelf): void => closeSync(file)

/** Puts codes on the shelf; without one they stay in memory, which must be shared. */
export const kept = (codes: Codes, shelf: Shelf | undefined): Portion => {
  if (shelf === undefined) return codes
  const { file, end } = shelf
  const at = Number(Atomics.add(end, 0, BigInt(codes.byteLength)))
  for (let done = 0; done < codes.byteLength; )
    done += writeSync(file, bytesOf(codes), done, codes.byteLength - done, at + done)
  const { length } = codes
  return { length, file, at, codeBytes: codes.BYTES_PER_ELEMENT as 1 | 2 }
}

/** The codes of a portion, wherever they stand. */
export const codesOf = (portion: Portion): Codes => {
  if (!('file' in portion)) return portion
  const { length, file, at, codeBytes } = portion
  const codes = codeBytes === 1 ? new Uint8Array(length) : new Uint16Array(length)
  for (let done = 0; done < codes.byteLength; ) {
    const read = readSync(file, bytesOf(codes), done, codes.byteLength - done, at + done)
    if (read === 0) throw new RangeError('codes were taken off their shelf')
    done += read
  }
  return codes
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Codes) =>
  new Uint8Array(buffer, byteOffset, byteLength)
