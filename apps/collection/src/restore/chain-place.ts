import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { MessageHash } from '@echolot/crypto/peer'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import { findPeer, saveLastMessage } from '../store/peers.ts'
import type { Tables } from '../store/tables.ts'

/** Where the chain of the vault's messages stands. It holds no message and nobody's answers. */
const ChainPlace = z.strictObject({
  fingerprint: z.string(),
  seq: z.int().min(1),
  hash: z.string(),
})
export type ChainPlace = z.infer<typeof ChainPlace>

const fileIn = (directory: string) => join(directory, 'chain.json')

/**
 * Writes the place down outside all backups, before the message is dealt with: a restored database would otherwise
 * refuse the vault's next message as a gap. A crash leaves the old file or the new one; a message that was noted and
 * not dealt with is the last one, which may always be sent again.
 */
export const noteChainPlace = async (directory: string, place: ChainPlace): Promise<void> => {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const draft = `${fileIn(directory)}.new`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(JSON.stringify(place))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, fileIn(directory))
}

/** Moves a restored database on to the newest message of the same vault; older notes and other vaults' change nothing. */
export const applyChainPlace = async (db: Kysely<Tables>, directory: string): Promise<void> => {
  const text = await readFile(fileIn(directory), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  const peer = await findPeer(db)
  if (text === undefined || peer === undefined) return
  const { fingerprint, seq, hash } = ChainPlace.parse(JSON.parse(text))
  if (fingerprint === peer.fingerprint && seq > peer.lastSeq)
    await saveLastMessage(db, { seq, hash: hash as MessageHash })
}
