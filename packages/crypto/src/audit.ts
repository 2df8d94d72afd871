import { mac } from './parts.ts'
import type { Secret } from './secret.ts'

/** What one link of the audit chain says; no pseudonym, code, name, address, free text or exact time. */
export type AuditBody = {
  readonly seq: number
  /** ISO 8601 day. */
  readonly day: string
  /** Opaque staff id, or the name of a job. */
  readonly actor: string
  readonly act: string
  /** Study, wave, export or mailing id. */
  readonly obj: string
  readonly n: number
  /** Digest of the act's parameters, or empty. */
  readonly params: string
}
export type AuditRow = AuditBody & { readonly prev: string; readonly mac: string }

/** The `prev` of the first row. */
export const CHAIN_START = ''

/** Binds a row to all rows before it: HMAC(K_audit, prev ‖ body), 64 hexadecimal digits. */
export const auditMac = (key: Secret, prev: string, body: AuditBody): string =>
  mac(
    key,
    'audit',
    prev,
    String(body.seq),
    body.day,
    body.actor,
    body.act,
    body.obj,
    String(body.n),
    body.params,
  ).toString('hex')

/** Makes the next row of a chain whose last row is `last`. */
export const auditRow = (
  key: Secret,
  last: Pick<AuditRow, 'seq' | 'mac'> | undefined,
  body: Omit<AuditBody, 'seq'>,
): AuditRow => {
  const whole = { ...body, seq: (last?.seq ?? 0) + 1 }
  const prev = last?.mac ?? CHAIN_START
  return { ...whole, prev, mac: auditMac(key, prev, whole) }
}

export type ChainFinding =
  | { readonly intact: true; readonly head: string; readonly rows: number }
  /** `brokenAt` is the number of the first row that is not as it was written. */
  | {
      readonly intact: false
      readonly brokenAt: number
      readonly fault: 'missing' | 'changed' | 'cut short'
    }

/**
 * Walks the chain in order of `seq`. A chain cut at its end is found only against a `witness`: the newest head the
 * other office has seen.
 */
export const verifyChain = (
  rows: readonly AuditRow[],
  key: Secret,
  witness?: string,
): ChainFinding => {
  let head = CHAIN_START
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1) return { intact: false, brokenAt: index + 1, fault: 'missing' }
    if (row.prev !== head || row.mac !== auditMac(key, head, row))
      return { intact: false, brokenAt: row.seq, fault: 'changed' }
    head = row.mac
  }
  if (witness !== undefined && witness !== CHAIN_START && !rows.some((row) => row.mac === witness))
    return { intact: false, brokenAt: rows.length + 1, fault: 'cut short' }
  return { intact: true, head, rows: rows.length }
}
