import * as z from 'zod'
import { Day, Language, StratumId_, StudyId_, WaveId_ } from './scalars.ts'

const InLanguages = z.record(z.string(), z.string().min(1))

/** `surveys/<study>/study.json`: what a study is, before anything is asked. */
export const StudyFile = z.strictObject({
  study: StudyId_,
  title: InLanguages,
  /** True for demonstrations: every screen, file and figure says so. */
  synthetic: z.boolean(),
  purpose: InLanguages,
  population: InLanguages,
  controller: z.string().min(1),
  legalBasis: InLanguages,
  hotline: z.string().min(1),
  email: z.string().optional(),
  /** The neutral sender line above the address, without a word about benefits. */
  returnAddress: z.string().min(1),
  /** Words used in texts as {name}, e.g. benefit_name. */
  terms: z.record(z.string(), z.string()),
  languages: z.array(Language).min(1),
  sampling: z.enum(['named-adult', 'both-adults']),
  strata: z
    .array(
      z.strictObject({
        stratum: StratumId_,
        label: InLanguages,
        population: z.int().positive(),
        mailed: z.int().nonnegative(),
        /** The group under which results are shown. */
        group: z.string(),
      }),
    )
    .max(60),
  groups: z.array(z.strictObject({ group: z.string(), label: InLanguages })),
  /** Smallest cell of the frame that may cross to the collection. */
  leastCell: z.int().min(1).default(20),
  /** Frame features that the approval allows to cross, e.g. `stratum`. */
  featuresAllowed: z.array(z.string()),
  approval: z.strictObject({ reference: z.string().min(1), until: Day }),
  waves: z
    .array(
      z.strictObject({
        wave: WaveId_,
        instrument: z.string(),
        opensOn: Day,
        closesOn: Day,
        withdrawUntil: Day,
      }),
    )
    .min(1),
  retention: z.strictObject({ addresses: Day, responses: Day }),
})
export type StudyFile = z.infer<typeof StudyFile>
