import { basename } from 'node:path'
import { verifyChain } from '@echolot/crypto/audit'
import { backupUnusable, restoreFrom } from '@echolot/database'
import type { Log } from '@echolot/http'
import type { Config } from '../config.ts'
import { openHouse } from '../open-house.ts'
import { applyTombstones } from './apply-tombstones.ts'
import { applyChainPlace } from './chain-place.ts'

/**
 * Puts a backup in the place of the collection's database that is gone. On a draft, before any server can open it, what
 * was withdrawn since is deleted again and the chain of the vault's messages moved on to where it stands. Gives the number of persons whose answers had come back.
 * @throws RangeError for PostgreSQL; database-in-the-way, backup-unusable
 */
export const restoreCollection = async (
  backup: string,
  { config, log }: { readonly config: Config; readonly log: Log },
): Promise<number> => {
  if (!config.databaseUrl.startsWith('sqlite:'))
    throw new RangeError('restore PostgreSQL with pg_restore, then run `tombstones`')
  let erased = 0
  await restoreFrom(backup, config.databaseUrl, async (databaseUrl) => {
    const house = await openHouse({ ...config, databaseUrl }, { log })
    try {
      const rows = await house.db.selectFrom('audit').selectAll().orderBy('seq').execute()
      const chain = verifyChain(rows, house.keyring.office().audit)
      if (!chain.intact)
        throw backupUnusable({
          place: basename(backup),
          reason: `other keys, or row ${chain.brokenAt} of its audit chain is ${chain.fault}`,
          remedy:
            'nothing was changed; name the key file that belongs to this backup (COLLECTION_KEYS)',
        })
      await applyChainPlace(house.db, config.dataDirectory)
      erased = await applyTombstones(house)
    } finally {
      await house.db.destroy()
    }
  })
  return erased
}
