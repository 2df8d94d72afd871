import type { GroupCommit } from '@echolot/database'
import type { Log } from '@echolot/http'
import type { Kysely } from 'kysely'
import type { Limits } from './access/limits.ts'
import type { Config } from './config.ts'
import type { InstrumentShelf } from './instruments/instrument-shelf.ts'
import type { Keyring } from './keyring.ts'
import type { StaffLogin } from './staff/login.ts'
import type { Tables } from './store/tables.ts'
import type { Tally } from './tally.ts'

/** All that the collection's endpoints may reach; made once in main.ts, and by each test. */
export type House = {
  readonly db: Kysely<Tables>
  /** A transaction for one page of one respondent, committed together with others. */
  readonly together: GroupCommit<Tables>
  readonly keyring: Keyring
  readonly instruments: InstrumentShelf
  readonly limits: Limits
  readonly staff: StaffLogin
  readonly tally: Tally
  readonly config: Config
  readonly log: Log
  readonly now: () => Date
}
