import { pairSecretOf } from '@echolot/crypto/peer'
import {
  openStaffLogin,
  type StaffLogin as StaffLoginOf,
  type Staff as StaffOf,
} from '@echolot/staff'
import { VAULT_ROLES, type VaultRole } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { findPeer } from '../store/peers.ts'
import type { Tables } from '../store/tables.ts'

/** Someone of the trust office's staff. */
export type Staff = StaffOf<VaultRole>
export type StaffLogin = StaffLoginOf<VaultRole, Tables>

/** The login of the trust office's staff. From where they signed in is kept for 90 days: they see addresses. */
export const openStaff = ({
  db,
  config,
  keyring,
  log,
  now,
}: Pick<House, 'db' | 'config' | 'keyring' | 'log' | 'now'>): StaffLogin =>
  openStaffLogin({
    office: 'vault',
    title: 'Echolot vault',
    roles: VAULT_ROLES,
    origins: 'ninety-days',
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
  })
