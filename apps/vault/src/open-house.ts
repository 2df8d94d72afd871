import { mkdir } from 'node:fs/promises'
import { migrate, openDatabase, whileAlone } from '@echolot/database'
import type { Log } from '@echolot/http'
import { openStaff } from './access/login.ts'
import type { Config } from './config.ts'
import type { House } from './house.ts'
import { openJobs } from './jobs.ts'
import { openKeyring } from './keyring.ts'
import { openPress } from './letters/press.ts'
import { openCollection } from './peer/collection.ts'
import { migrations } from './store/migrations/index.ts'
import type { Tables } from './store/tables.ts'

/** Opens keys and database and brings the tables up to date; for the server and for the office's commands. */
export const openHouse = async (
  config: Config,
  { log, now = () => new Date() }: { readonly log: Log; readonly now?: () => Date },
): Promise<House> => {
  await mkdir(config.dataDirectory, { recursive: true, mode: 0o700 })
  const keyring = await openKeyring({
    file: config.keyFile,
    dataDirectory: config.dataDirectory,
    warn: (line) => log.say(line),
  })
  const db = openDatabase<Tables>(config.databaseUrl)
  const staff = openStaff({ db, keyring, config, log, now })
  await whileAlone(db, async () => {
    await migrate(db, migrations)
    await staff.migrate()
  })
  return {
    db,
    keyring,
    staff,
    collection: openCollection({
      db,
      keyring,
      url: config.collectionUrl,
      dataDirectory: config.dataDirectory,
    }),
    press: openPress(),
    jobs: openJobs(log),
    config,
    log,
    now,
  }
}
