import { createHash } from 'node:crypto'
import { chmod, mkdir, open, realpath, rename } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { StudyId } from '@echolot/study'
import { newPrivateJwk, type PrivateJwk, publicJwkOf } from './jwk.ts'
import { joined } from './parts.ts'
import type { PeerIdentity } from './peer.ts'
import { keyFileUnsafe } from './problems.ts'
import { bytesOf, type NumberedKey, newSecret, type Secret } from './secret.ts'
import { newSessionKeys, type SessionKeys } from './session.ts'

export { keyFileUnsafe } from './problems.ts'
export { type NumberedKey, newSecret, type Secret } from './secret.ts'

/** The collection's keys of one study; destroying them makes its answers anonymous. */
export type CollectionStudyKeys = {
  /** K_ver, newest first, at most two. */
  readonly ver: readonly NumberedKey[]
  readonly wrap: Secret
  readonly psn: Secret
  readonly link: Secret
  readonly tomb: Secret
  readonly export: Secret
}
export type CollectionKeys = {
  readonly office: 'collection'
  /** Secret of the staff login. */
  readonly auth: Secret
  readonly audit: Secret
  readonly session: SessionKeys
  readonly sign: PrivateJwk
  readonly exchange: PrivateJwk
  readonly studies: Readonly<Record<string, CollectionStudyKeys>>
}
/** The vault's keys of one study. */
export type VaultStudyKeys = { readonly vlink: Secret }
export type VaultKeys = {
  readonly office: 'vault'
  readonly auth: Secret
  readonly audit: Secret
  readonly sign: PrivateJwk
  readonly exchange: PrivateJwk
  /** Events of the collection are sealed to it. */
  readonly seal: PrivateJwk
  readonly studies: Readonly<Record<string, VaultStudyKeys>>
}
export type KeysOf = { readonly collection: CollectionKeys; readonly vault: VaultKeys }

export const makeCollectionKeys = (): CollectionKeys => ({
  office: 'collection',
  auth: newSecret(),
  audit: newSecret(),
  session: newSessionKeys(),
  sign: newPrivateJwk('Ed25519'),
  exchange: newPrivateJwk('X25519'),
  studies: {},
})

export const makeVaultKeys = (): VaultKeys => ({
  office: 'vault',
  auth: newSecret(),
  audit: newSecret(),
  sign: newPrivateJwk('Ed25519'),
  exchange: newPrivateJwk('X25519'),
  seal: newPrivateJwk('X25519'),
  studies: {},
})

const makeCollectionStudyKeys = (): CollectionStudyKeys => ({
  ver: [{ kid: 1, key: newSecret() }],
  wrap: newSecret(),
  psn: newSecret(),
  link: newSecret(),
  tomb: newSecret(),
  export: newSecret(),
})

/** The same keys with those of `study` among them; a study that has keys keeps them. Write the file before using them. */
export const withStudyKeys = <Keys extends CollectionKeys | VaultKeys>(
  keys: Keys,
  study: StudyId,
): Keys => {
  if (Object.hasOwn(keys.studies, study)) return keys
  const made = keys.office === 'vault' ? { vlink: newSecret() } : makeCollectionStudyKeys()
  return { ...keys, studies: { ...keys.studies, [study]: made } }
}

/** The same keys without those of `study`: what was sealed with them can never be opened again. */
export const withoutStudyKeys = <Keys extends CollectionKeys | VaultKeys>(
  keys: Keys,
  study: StudyId,
): Keys => {
  const { [study]: _destroyed, ...studies } = keys.studies as Record<string, unknown>
  return { ...keys, studies }
}

/** Names one key of a study without telling anything of it. */
export type KeyFingerprint = { readonly key: string; readonly fingerprint: string }

/** Every key of a study by its name and a SHA-256 of its 256 random bits: says later which keys were destroyed. */
export const keyFingerprintsOf = (
  keys: CollectionStudyKeys | VaultStudyKeys,
  study: StudyId,
): readonly KeyFingerprint[] =>
  Object.entries(keys as Record<string, Secret | readonly NumberedKey[]>)
    .flatMap(([name, key]): readonly (readonly [string, Secret])[] =>
      typeof key === 'string'
        ? [[name, key]]
        : key.map((one) => [`${name}-${one.kid}`, one.key] as const),
    )
    .map(([name, secret]) => ({
      key: name,
      fingerprint: createHash('sha256')
        .update(joined('key-fingerprint/v1', study, name, bytesOf(secret)))
        .digest('hex'),
    }))

/** What an office may show: its public keys. */
export const identityOf = (keys: CollectionKeys | VaultKeys): PeerIdentity => ({
  office: keys.office,
  sign: publicJwkOf(keys.sign),
  exchange: publicJwkOf(keys.exchange),
  ...(keys.office === 'vault' ? { seal: publicJwkOf(keys.seal) } : {}),
})

/** Where a key file stands and what must not be near it. */
export type KeyFilePlace = {
  readonly file: string
  /** Databases and backups lie here; keys must not. */
  readonly dataDirectory: string
  /** Told when the system has no file modes to check. */
  readonly warn: (line: string) => void
}

/**
 * Reads an office's keys.
 * @throws key-file-unsafe when others may read it, when it lies under the data directory, or holds something else
 */
export const readKeyFile = async <Office extends keyof KeysOf>(
  office: Office,
  place: KeyFilePlace,
): Promise<KeysOf[Office]> => {
  await refuseBesideData(place)
  const handle = await open(place.file, 'r')
  try {
    if (process.platform === 'win32')
      place.warn(`${place.file}: file modes cannot be checked on this system`)
    else if (((await handle.stat()).mode & 0o177) !== 0)
      throw keyFileUnsafe({
        file: place.file,
        reason: 'others than its owner may read or change it',
        remedy: `chmod 600 ${place.file}`,
      })
    const keys = parsed(await handle.readFile('utf8'))
    // Replaced while it was read, so perhaps overwritten already.
    if ((await handle.stat()).nlink === 0) return await readKeyFile(office, place)
    if (keys?.office === office) return keys as KeysOf[Office]
  } finally {
    await handle.close()
  }
  throw keyFileUnsafe({
    file: place.file,
    reason: `it does not hold the keys of the ${office}`,
    remedy: `name the key file of the ${office}, or make one`,
  })
}

/** What a key file holds, or undefined when it is no JSON object; the parser's own words would quote the keys. */
const parsed = (text: string): { readonly office?: unknown } | undefined => {
  try {
    const keys: unknown = JSON.parse(text)
    return typeof keys === 'object' && keys !== null ? keys : undefined
  } catch {
    return undefined
  }
}

/**
 * Writes an office's keys in one step (a crash leaves the old file or the new one), readable by its owner only. The file
 * that was replaced is overwritten, so that keys which are gone from the new one are gone from the disk.
 */
export const writeKeyFile = async (
  keys: CollectionKeys | VaultKeys,
  place: KeyFilePlace,
): Promise<void> => {
  await refuseBesideData(place)
  await mkdir(dirname(place.file), { recursive: true, mode: 0o700 })
  const draft = `${place.file}.new`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(keys, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (process.platform === 'win32')
    place.warn(`${place.file}: file modes cannot be set on this system`)
  else await chmod(draft, 0o600)
  // Windows replaces no file that is open.
  const replaced = process.platform === 'win32' ? undefined : await openIfThere(place.file)
  try {
    await rename(draft, place.file)
    if (process.platform !== 'win32') await syncFolder(dirname(place.file))
    await replaced?.write(Buffer.alloc((await replaced.stat()).size), 0)
    await replaced?.sync()
  } finally {
    await replaced?.close()
  }
}

const openIfThere = async (file: string) => {
  try {
    return await open(file, 'r+')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const syncFolder = async (folder: string) => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const refuseBesideData = async ({ file, dataDirectory }: KeyFilePlace) => {
  const way = relative(await realPath(resolve(dataDirectory)), await realPath(resolve(file)))
  if (way !== '' && (way.startsWith('..') || isAbsolute(way))) return
  throw keyFileUnsafe({
    file,
    reason: 'it lies in the data directory, so every backup of the data would carry the keys',
    remedy: `move it out of ${dataDirectory}`,
  })
}

/** The path with its links followed as far as it exists. */
const realPath = async (path: string): Promise<string> => {
  try {
    return await realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await realPath(parent), basename(path))
  }
}
