import * as z from 'zod'
import type { Edition } from './edition.ts'
import type * as Model from './model.ts'

// The shapes of `model.ts` and `edition.ts` as they cross a wire or a folder. The compiler holds both together.

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
const Name = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)
const Sentence = z.string().max(4000)
const Line = z.string().max(600)
const Language = z.enum(['de', 'en'])
const Strength = z.enum(['sound', 'hint', 'open'])
const Appointment = z.strictObject({ what: Line, on: z.iso.date() })

const Cell = z.union([
  Sentence,
  z.strictObject({
    words: Line,
    value: z.number(),
    low: z.number().exactOptional(),
    high: z.number().exactOptional(),
  }),
]) satisfies z.ZodType<Model.Cell>

const Table = z.strictObject({
  caption: Line,
  head: z.array(Line).min(1),
  rows: z.array(z.array(Cell)),
}) satisfies z.ZodType<Model.Table>

const Figure = z.strictObject({
  id: Id,
  caption: Line,
  description: z.string().max(20_000),
  read: Sentence,
  basis: Line,
  svg: z.string().startsWith('<svg').max(500_000),
  table: Table,
}) satisfies z.ZodType<Model.Figure>

const MeasureState = z.enum([
  'proposed',
  'in-review',
  'decided',
  'in-progress',
  'done',
  'not-pursued',
])
const MeasureRow = z.strictObject({
  findings: z.array(Line),
  recommendation: Line,
  measure: Line,
  office: Line,
  due: z.iso.date(),
  overdue: z.boolean(),
  state: MeasureState,
  why: Line,
  history: z.array(
    z.strictObject({
      on: z.iso.date(),
      by: z.enum(['lead', 'job_centre', 'carrier']),
      state: MeasureState,
      why: Line,
    }),
  ),
}) satisfies z.ZodType<Model.MeasureRow>

const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: Sentence }),
  z.strictObject({ kind: z.literal('subheading'), text: Line }),
  z.strictObject({ kind: z.literal('note'), text: Sentence }),
  z.strictObject({ kind: z.literal('list'), items: z.array(Sentence) }),
  z.strictObject({
    kind: z.literal('facts'),
    items: z.array(z.strictObject({ value: Line, label: Line, note: Sentence })),
  }),
  z.strictObject({
    kind: z.literal('lines'),
    see: Sentence,
    sure: Sentence,
    follow: Sentence.exactOptional(),
    recommendation: Sentence.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('remarks'),
    items: z.array(z.strictObject({ term: Line, text: Sentence })),
  }),
  z.strictObject({
    kind: z.literal('quotes'),
    themes: z.array(z.strictObject({ theme: Line, count: Line, quotes: z.array(Sentence) })),
  }),
  z.strictObject({ kind: z.literal('timeline'), steps: z.array(Appointment) }),
  z.strictObject({ kind: z.literal('measures'), rows: z.array(MeasureRow) }),
  z.strictObject({ kind: z.literal('figure'), figure: Figure }),
  z.strictObject({ kind: z.literal('table'), table: Table }),
]) satisfies z.ZodType<Model.Block>

const wording = { heading: Line, see: Sentence, sure: Sentence }
const more = { follow: Sentence.exactOptional(), brief: Sentence.exactOptional() }
const Wording = z.strictObject({ ...wording, ...more }) satisfies z.ZodType<Model.Wording>

const Section = z.strictObject({
  id: Id,
  question: Line,
  heading: Line,
  part: z.enum(['main', 'appendix', 'technical']),
  blocks: z.array(Block),
  short: Line.exactOptional(),
  strength: Strength.exactOptional(),
  wording: Wording.exactOptional(),
  values: z
    .record(Name, z.strictObject({ words: Line, label: Line, about: Line.exactOptional() }))
    .exactOptional(),
}) satisfies z.ZodType<Model.Section>

const Sheet = z.strictObject({
  title: Line,
  intro: Sentence,
  said: z.array(Sentence),
  happens: z.array(Sentence),
  not: z.array(z.strictObject({ what: Sentence, because: Sentence })),
  contact: z.array(Line),
})
const Families = z.strictObject({
  plain: Sheet.exactOptional(),
  easy: Sheet.exactOptional(),
}) satisfies z.ZodType<Model.Families>

export const ReportShape = z.strictObject({
  language: Language,
  version: z.int().min(0),
  title: Line,
  subtitle: Line,
  study: Line,
  publisher: Line,
  client: Line,
  population: Line,
  dataOn: z.iso.date().exactOptional(),
  marks: z.array(z.enum(['synthetic', 'draft'])),
  released: z.strictObject({ by: Line, on: z.iso.date() }).exactOptional(),
  digests: z.strictObject({ data: Line, plan: Line, code: Line }),
  provenance: Line,
  summary: z.strictObject({
    intro: Sentence,
    findings: z.array(
      z.strictObject({
        section: Id.exactOptional(),
        name: Line,
        text: Sentence,
        strength: Strength,
      }),
    ),
    decisions: z.array(Sentence),
    unknown: Sentence,
    next: Appointment.exactOptional(),
    whatIsNew: z.array(Sentence),
  }),
  sections: z.array(Section),
  families: Families.exactOptional(),
  changes: z.array(
    z.strictObject({
      section: Id,
      heading: Line,
      what: z.enum(['strength', 'hidden']),
      from: Strength.exactOptional(),
      to: Strength.exactOptional(),
      reason: Sentence,
    }),
  ),
}) satisfies z.ZodType<Model.Report>

export const EditionShape = z.strictObject({
  language: Language,
  sections: z.record(
    Id,
    z.strictObject({
      heading: Line.exactOptional(),
      see: Sentence.exactOptional(),
      sure: Sentence.exactOptional(),
      ...more,
      strength: z.strictObject({ value: Strength, reason: Sentence }).exactOptional(),
      recommendation: Sentence.exactOptional(),
      hidden: z.strictObject({ reason: Sentence }).exactOptional(),
    }),
  ),
  order: z.array(Id).exactOptional(),
  picked: z.array(Id).exactOptional(),
  whatIsNew: z.array(Sentence).exactOptional(),
  decisions: z.array(Sentence).exactOptional(),
  unknown: Sentence.exactOptional(),
  next: Appointment.exactOptional(),
  families: Families.exactOptional(),
}) satisfies z.ZodType<Edition>
