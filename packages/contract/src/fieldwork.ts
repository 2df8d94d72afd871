import * as z from 'zod'
import { StudyId_, WaveId_ } from './scalars.ts'

/** A count, or null where fewer than ten are behind it ("unter 10"). */
export const HiddenBelowTen = z.int().nullable()

/** `GET /v1/fieldwork/{study}/{wave}`; drawn once a day, all counts of at least ten or hidden. */
export const Fieldwork = z.strictObject({
  study: StudyId_,
  wave: WaveId_,
  asOf: z.iso.date(),
  state: z.enum(['planned', 'open', 'closed']),
  closesOn: z.iso.date(),
  letters: z.int(),
  dispositions: z.array(z.strictObject({ code: z.string(), count: HiddenBelowTen })),
  strata: z.array(
    z.strictObject({
      stratum: z.string(),
      label: z.string(),
      letters: z.int(),
      finished: HiddenBelowTen,
    }),
  ),
  languages: z.array(z.strictObject({ language: z.string(), count: HiddenBelowTen })),
  /** Completed per ISO week. */
  weeks: z.array(z.strictObject({ week: z.string(), count: HiddenBelowTen })),
})
export type Fieldwork = z.infer<typeof Fieldwork>

/** `GET /v1/studies` for staff. */
export const StaffStudies = z.strictObject({
  studies: z.array(
    z.strictObject({
      study: StudyId_,
      title: z.string(),
      synthetic: z.boolean(),
      waves: z.array(
        z.strictObject({
          wave: WaveId_,
          instrument: z.string().nullable(),
          opensOn: z.iso.date(),
          closesOn: z.iso.date(),
          state: z.enum(['planned', 'open', 'closed']),
        }),
      ),
    }),
  ),
})
export type StaffStudies = z.infer<typeof StaffStudies>

/** `PUT /v1/studies/{study}/waves/{wave}/instrument`: which published version a wave asks. */
export const WaveInstrument = z.strictObject({ instrument: z.string() })
