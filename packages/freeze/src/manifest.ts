import * as z from 'zod'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().nonnegative()

/** `manifest.json`: what the folder holds and how many rows came in and went out. */
export const Manifest = z.strictObject({
  format: z.literal('echolot-freeze'),
  formatVersion: z.literal(1),
  study: z.string(),
  wave: z.string(),
  /** Day, ISO 8601. */
  madeOn: z.iso.date(),
  codeVersion: z.string(),
  /** True when no person answered: demonstration and test data. */
  synthetic: z.boolean(),
  instruments: z.array(z.string()),
  rows: z.strictObject({
    in: Count,
    omitted: z.array(z.strictObject({ reason: z.string(), count: Count })),
    out: Count,
  }),
  columns: Count,
  missingReasons: Count,
  files: z.array(z.strictObject({ path: z.string(), bytes: Count, sha256: Digest })),
  /** SHA-256 of everything above, as one line of JSON in this order. */
  digest: Digest,
})
export type Manifest = z.infer<typeof Manifest>

/** The text whose SHA-256 is the freeze's digest. */
export const digestedText = ({ digest: _, ...rest }: Manifest): string => JSON.stringify(rest)
