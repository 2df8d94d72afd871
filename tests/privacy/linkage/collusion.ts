import { readFileSync } from 'node:fs'
import type { CollectionKeys, VaultKeys } from '@echolot/crypto/keys'
import { wavePseudonym } from '@echolot/crypto/pseudonym'
import { openLinkSecret } from '@echolot/crypto/seal'
import type { StudyId, WaveId } from '@echolot/study'
import { liveTables } from './known-pairs.ts'
import { answerTables, type Office, textOf } from './read-office.ts'

export type Collusion = {
  readonly persons: number
  readonly answers: number
  readonly found: number
}

/**
 * What both offices together could do with both key files: no fault but the limit of the protocol (panel mode), and the
 * proof that this attacker reads the data rightly. Once the link secrets or the keys are destroyed it finds nobody.
 */
export const collude = (
  vault: Office,
  collection: Office,
  keyFiles: { readonly vault: string; readonly collection: string },
): Collusion => {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
  const [ours, theirs] = [
    read(keyFiles.vault) as VaultKeys,
    read(keyFiles.collection) as CollectionKeys,
  ]
  const rows = answerTables({ ...collection, tables: liveTables(collection) }).flatMap(
    (table) => table.rows,
  )
  const known = new Set(rows.map((row) => textOf(row.psn)))
  const waves = new Set(rows.map((row) => textOf(row.wave)))
  const sample = liveTables(vault).find(({ table }) => table === 'sample')?.rows ?? []
  const found = sample.filter((row) => {
    const study = textOf(row.study) as StudyId
    const [lock, keys] = [ours.studies[study]?.vlink, theirs.studies[study]?.psn]
    const link =
      lock &&
      row.link_ct &&
      openLinkSecret(lock, { study, person: textOf(row.person) }, textOf(row.link_ct))
    return (
      keys !== undefined &&
      link !== undefined &&
      link !== null &&
      link !== '' &&
      [...waves].some((wave) =>
        known.has(wavePseudonym(keys, { study, wave: wave as WaveId, link: link as never })),
      )
    )
  }).length
  return { persons: sample.length, answers: rows.length, found }
}
