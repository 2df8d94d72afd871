import { isBlank } from './missing-of.ts'

/** Text as written; what is no text (files, signatures, unknown types) as its JSON. */
export const textCell = (raw: unknown): string | undefined => {
  if (isBlank(raw) || (typeof raw === 'number' && (raw === -77 || raw === -88))) return undefined
  return typeof raw === 'string' ? raw : JSON.stringify(raw)
}
