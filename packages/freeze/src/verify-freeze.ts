import { readdir, readFile } from 'node:fs/promises'
import { sha256Hex } from '@echolot/crypto/digest'
import { digestOfFile } from './digest-of-file.ts'
import { digestedText, Manifest } from './manifest.ts'
import { type FreezeFault, freezeDamaged } from './problems.ts'

/** What a look at a folder gave: its manifest, and every way in which the folder differs from it. */
export type FreezeCheck = {
  readonly manifest: Manifest | undefined
  readonly faults: readonly FreezeFault[]
}

/** Compares every byte of a freeze with its manifest. Throws nothing: faults are the answer. */
export const verifyFreeze = async (folder: string): Promise<FreezeCheck> => {
  const manifest = await readManifest(folder)
  if (manifest === undefined) {
    const there: readonly string[] = await readdir(folder).catch(() => [])
    const fault = there.includes('manifest.json') ? 'unreadable' : 'missing'
    return { manifest, faults: [{ file: 'manifest.json', fault }] }
  }
  const faults: FreezeFault[] = []
  if ((await sha256Hex(digestedText(manifest))) !== manifest.digest)
    faults.push({ file: 'manifest.json', fault: 'changed' })
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = await digestOfFile(`${folder}/${path}`).catch(() => undefined)
    if (found === undefined) faults.push({ file: path, fault: 'missing' })
    else if (found.bytes !== bytes || found.sha256 !== sha256)
      faults.push({ file: path, fault: 'changed' })
  }
  const known = new Set(['manifest.json', ...manifest.files.map(({ path }) => path)])
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = `${entry.parentPath}/${entry.name}`.slice(folder.length).replace(/^\/+/, '')
    if (!entry.isDirectory() && !known.has(path)) faults.push({ file: path, fault: 'unexpected' })
  }
  return { manifest, faults }
}

/** @throws freezeDamaged with every fault found. */
export const verifiedManifest = async (folder: string): Promise<Manifest> => {
  const { manifest, faults } = await verifyFreeze(folder)
  if (manifest === undefined || faults.length > 0) throw freezeDamaged({ faults })
  return manifest
}

const readManifest = async (folder: string) => {
  try {
    const text = await readFile(`${folder}/manifest.json`, 'utf8')
    return Manifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
