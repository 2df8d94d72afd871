import { pairSecretOf } from '@echolot/crypto/peer'
import {
  openStaffLogin,
  type PasswordCost,
  type StaffLogin as StaffLoginOf,
  type Staff as StaffOf,
} from '@echolot/staff'
import { COLLECTION_ROLES, type CollectionRole } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { findPeer } from '../store/peers.ts'
import type { Tables } from '../store/tables.ts'

/** Someone of the university's staff. */
export type Staff = StaffOf<CollectionRole>
export type StaffLogin = StaffLoginOf<CollectionRole, Tables>

/** The login of the university's staff. No table of this office holds an address or a browser, not even of staff. */
export const openStaff = ({
  db,
  config,
  keyring,
  log,
  now,
  passwordCost,
}: Pick<House, 'db' | 'config' | 'keyring' | 'log' | 'now'> & {
  readonly passwordCost?: PasswordCost
}): StaffLogin =>
  openStaffLogin({
    office: 'collection',
    title: 'Echolot',
    roles: COLLECTION_ROLES,
    origins: 'never',
    secret: keyring.office().auth,
    pairSecret: async (within) => {
      const peer = await findPeer(within)
      return peer && pairSecretOf(keyring.office().exchange, peer.identity.exchange)
    },
    writeAudit: (within, act) => writeAudit({ db: within, keyring, now }, act),
    db,
    config,
    log,
    now,
    ...(passwordCost && { passwordCost }),
  })
