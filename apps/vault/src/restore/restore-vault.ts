import { basename } from 'node:path'
import { verifyChain } from '@echolot/crypto/audit'
import { openLinkSecret } from '@echolot/crypto/seal'
import { backupUnusable, restoreFrom } from '@echolot/database'
import type { Log } from '@echolot/http'
import { writeAudit } from '../audit/write-audit.ts'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import { openHouse } from '../open-house.ts'
import { officeRunning, restoredByHand } from '../problems.ts'
import { listAudit } from '../store/audit.ts'
import { makeFeedsOld } from '../store/feeds.ts'
import { putPeerRow } from '../store/peers.ts'
import { listSealedLinks } from '../store/persons.ts'
import { retireStudies } from '../studies/retire-studies.ts'
import { applyBlocks } from './apply-blocks.ts'
import { readPeerRow } from './outside-backups.ts'

export type Restored = { readonly blocked: number }

/**
 * Puts a backup in the place of the vault's database that is gone. What happened since is done again on a draft, before
 * any server can open it: blocks, deletions whose day has come, the place in the chain of messages. Nobody is reminded
 * before done-tokens were fetched anew.
 * @throws office-running, restored-by-hand (PostgreSQL), database-in-the-way, backup-unusable
 */
export const restoreVault = async (
  backup: string,
  { config, log, now }: { readonly config: Config; readonly log: Log; readonly now?: () => Date },
): Promise<Restored> => {
  if (!config.databaseUrl.startsWith('sqlite:'))
    throw restoredByHand({ remedy: 'use pg_restore, then run: echolot vault reapply' })
  await refuseWhileRunning(config)
  let restored: Restored = { blocked: 0 }
  await restoreFrom(backup, config.databaseUrl, async (databaseUrl) => {
    const house = await openHouse({ ...config, databaseUrl }, { log, ...(now ? { now } : {}) })
    try {
      await refuseOtherKeys(house, backup)
      restored = await reapply(house)
    } finally {
      await house.db.destroy()
    }
  })
  return restored
}

/** Does again what a restored database has forgotten; twice does no harm. */
export const reapply = async (house: House): Promise<Restored> => {
  const blocked = await applyBlocks(house)
  await retireStudies(house)
  await putPeerRow(house.db, await readPeerRow(house.config.dataDirectory))
  await makeFeedsOld(house.db)
  await writeAudit(house, { actor: 'command', act: 'backup.restored', obj: 'vault', n: blocked })
  return { blocked }
}

/** A server that lost its file under its feet would go on writing into nothing. */
const refuseWhileRunning = async ({ host, port }: Config) => {
  if (port === 0) return
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const answers = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  )
  if (answers) throw officeRunning({ place: url, remedy: 'stop the vault, then restore again' })
}

/** The audit chain and the link secrets of a backup were made with the keys of its time. */
const refuseOtherKeys = async (house: House, backup: string) => {
  const refuse = (reason: string) =>
    backupUnusable({
      place: basename(backup),
      reason,
      remedy: 'nothing was changed; name the key file that belongs to this backup (VAULT_KEYS)',
    })
  const { keyring, db } = house
  const chain = verifyChain(await listAudit(db), keyring.office().audit)
  if (!chain.intact)
    throw refuse(`other keys, or row ${chain.brokenAt} of its audit chain is ${chain.fault}`)
  for (const { study, person, link_ct } of await listSealedLinks(db)) {
    const keys = Object.hasOwn(keyring.office().studies, study) && keyring.office().studies[study]
    if (keys && !openLinkSecret(keys.vlink, { study, person }, link_ct))
      throw refuse(`other keys: the link secrets of study ${study} do not open`)
  }
}
