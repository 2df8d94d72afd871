import { verifyChain } from '@echolot/crypto/audit'
import { endpoint } from '@echolot/http'
import * as z from 'zod'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { listAudit } from '../store/audit.ts'

const NEWEST = 500

const AuditReport = z.strictObject({
  intact: z.boolean(),
  brokenAt: z.int().nullable(),
  rows: z.int(),
  /** The newest acts, the newest first. */
  newest: z.array(
    z.strictObject({
      seq: z.int(),
      day: z.string(),
      actor: z.string(),
      act: z.string(),
      obj: z.string(),
      n: z.int(),
    }),
  ),
})

/** The chain of acts, walked anew at each call: whether it is as it was written, and its newest rows. */
export const getAudit = endpoint({
  method: 'get',
  path: '/v1/audit',
  summary: 'Whether the audit chain is intact, and its newest acts.',
  access: byRole('auditor'),
  problems: BY_ROLE_PROBLEMS,
  answer: AuditReport,
  run: async (_asked, { db, keyring }: House): Promise<z.infer<typeof AuditReport>> => {
    const rows = await listAudit(db)
    const found = verifyChain(rows, keyring.office().audit)
    return {
      intact: found.intact,
      brokenAt: found.intact ? null : found.brokenAt,
      rows: rows.length,
      newest: rows
        .slice(-NEWEST)
        .reverse()
        .map(({ seq, day, actor, act, obj, n }) => ({ seq, day, actor, act, obj, n })),
    }
  },
})
