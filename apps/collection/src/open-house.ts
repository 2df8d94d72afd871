import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeGroupCommit, migrate, openDatabase, whileAlone } from '@echolot/database'
import type { Log } from '@echolot/http'
import { makeLimits } from './access/limits.ts'
import type { Config } from './config.ts'
import type { House } from './house.ts'
import { makeInstrumentShelf } from './instruments/instrument-shelf.ts'
import { keyPlaceOf } from './key-place.ts'
import { openKeyring } from './keyring.ts'
import { openStaff } from './staff/login.ts'
import { migrations } from './store/migrations/index.ts'
import type { Tables } from './store/tables.ts'
import { makeTally } from './tally.ts'

/** Opens keys and database, brings the tables up to date, and puts everything together that the office works with. */
export const openHouse = async (
  config: Config,
  { log, now = () => new Date() }: { readonly log: Log; readonly now?: () => Date },
): Promise<House> => {
  const keyring = await openKeyring(keyPlaceOf(config, log))
  await mkdir(config.dataDirectory, { recursive: true, mode: 0o700 })
  if (config.databaseUrl.startsWith('sqlite:/'))
    await mkdir(dirname(config.databaseUrl.slice(7)), { recursive: true })
  const db = openDatabase<Tables>(config.databaseUrl)
  const staff = openStaff({ db, config, keyring, log, now })
  await whileAlone(db, async () => {
    await migrate(db, migrations)
    await staff.migrate()
  })
  return {
    db,
    together: makeGroupCommit(db),
    keyring,
    staff,
    limits: makeLimits(config.limits),
    config,
    log,
    now,
    instruments: makeInstrumentShelf(),
    tally: makeTally(),
  }
}
