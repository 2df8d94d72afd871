import type {
  CredentialId,
  InstrumentId,
  Lookup,
  StratumId,
  StudyId,
  WaveId,
  WrapKey,
} from '@echolot/study'
import * as z from 'zod'

/** A short name in an address: small letters, digits, dashes. */
const slug = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/)
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

export const StudyId_ = slug as unknown as z.ZodType<StudyId, string>
export const WaveId_ = slug as unknown as z.ZodType<WaveId, string>
export const StratumId_ = z.string().regex(/^[A-Za-z0-9-]{1,16}$/) as unknown as z.ZodType<
  StratumId,
  string
>
export const CredentialId_ = hex(16) as unknown as z.ZodType<CredentialId, string>
export const Lookup_ = hex(32) as unknown as z.ZodType<Lookup, string>
export const WrapKey_ = hex(32) as unknown as z.ZodType<WrapKey, string>
export const InstrumentId_ = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}@\d+\.\d+\.\d+$/) as unknown as z.ZodType<InstrumentId, string>
/** Made on the device for one attempt at the questionnaire: 128 random bits. */
export const Attempt = hex(16)
/** BCP 47, e.g. `de`, `de-x-ls`, `pt-BR`. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)
export const Day = z.iso.date()
/** ISO 8601 week, e.g. `2027-W17`. */
export const Week = z.string().regex(/^\d{4}-W\d{2}$/)
/** A text in one language, or in several by language tag. */
export const Localized = z.union([z.string(), z.record(z.string(), z.string())])
export const Sha256 = hex(32)
export const Nothing = z.undefined().or(z.strictObject({}))
