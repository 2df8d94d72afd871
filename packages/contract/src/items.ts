import * as z from 'zod'
import { Day, Language, StudyId_, WaveId_ } from './scalars.ts'

/** Items as they lie in the library; `@echolot/instrument/library` takes them out of and puts them into questionnaires. */
export const LibraryContent = z.strictObject({
  languages: z
    .array(
      z.strictObject({
        tag: Language,
        status: z.enum(['source', 'draft', 'reviewed']),
        live: z.boolean(),
      }),
    )
    .min(1),
  elements: z.array(z.record(z.string(), z.json())).min(1),
  variables: z.array(z.looseObject({ name: z.string() })),
  scales: z.array(z.looseObject({ name: z.string() })),
})
export type LibraryContent = z.infer<typeof LibraryContent>

const Words = z.string().trim().max(500)
/** What is said about an entry's version when it is put into the library. */
const About = {
  title: z.string().trim().min(1).max(200),
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  /** Who made the items, e.g. a citation. */
  source: Words,
  /** Under which licence they may be used. */
  licence: Words,
  /** What is new in this version. */
  note: Words,
}

/** `POST /v1/library` and `POST /v1/library/{id}/versions`. */
export const LibraryDeposit = z.strictObject({
  ...About,
  /** The questionnaire it was taken from, `name@version` or a draft's name. */
  origin: z.string().max(60),
  content: LibraryContent,
})
export type LibraryDeposit = z.infer<typeof LibraryDeposit>
export const LibraryReceipt = z.strictObject({ id: z.string(), version: z.int() })

export const LibraryVersion = z.strictObject({
  ...About,
  version: z.int(),
  on: Day,
  by: z.string(),
  origin: z.string(),
  content: LibraryContent,
})
export type LibraryVersion = z.infer<typeof LibraryVersion>

/** One line of the library: its newest version. */
export const LibraryEntry = z.strictObject({ id: z.string(), newest: LibraryVersion })
export type LibraryEntry = z.infer<typeof LibraryEntry>
export const LibraryList = z.strictObject({ entries: z.array(LibraryEntry) })

/** A number as a released report shows it. */
const Shown = z.union([
  z.number(),
  z.strictObject({ hidden: z.string() }),
  z.strictObject({ words: z.string() }),
])
export type Shown = z.infer<typeof Shown>

/** What a released report says about one item of the entry; nothing is computed from answers here. */
export const ItemStatistic = z.strictObject({
  report: z.string(),
  study: StudyId_,
  wave: WaveId_,
  releasedOn: Day,
  variable: z.string(),
  method: z.string(),
  n: Shown,
  omitted: Shown,
  estimates: z.record(z.string(), Shown),
  table: z
    .strictObject({
      rows: z.array(z.string()),
      columns: z.array(z.string()),
      cells: z.array(z.array(Shown.nullable())),
    })
    .nullable(),
})
export type ItemStatistic = z.infer<typeof ItemStatistic>

/** `GET /v1/library/{id}`. */
export const LibraryDetails = z.strictObject({
  id: z.string(),
  /** The newest first. */
  versions: z.array(LibraryVersion),
  usedIn: z.array(
    z.strictObject({
      /** `name@version`, or a draft's name. */
      instrument: z.string(),
      version: z.int(),
      items: z.array(z.string()),
    }),
  ),
  statistics: z.array(ItemStatistic),
})
export type LibraryDetails = z.infer<typeof LibraryDetails>
