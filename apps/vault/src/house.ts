import type { Log } from '@echolot/http'
import type { Kysely } from 'kysely'
import type { StaffLogin } from './access/login.ts'
import type { Config } from './config.ts'
import type { Jobs } from './jobs.ts'
import type { Keyring } from './keyring.ts'
import type { Press } from './letters/press.ts'
import type { Collection } from './peer/collection.ts'
import type { Tables } from './store/tables.ts'

/** All that the vault's endpoints may reach; made once in main.ts, and by each test. */
export type House = {
  readonly db: Kysely<Tables>
  readonly keyring: Keyring
  readonly staff: StaffLogin
  readonly collection: Collection
  readonly press: Press
  readonly jobs: Jobs
  readonly config: Config
  readonly log: Log
  readonly now: () => Date
}
