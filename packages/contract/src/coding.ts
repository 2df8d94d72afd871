import * as z from 'zod'
import { Day } from './scalars.ts'

/** What a passage of an answer may give away. */
export const SPAN_KINDS = [
  'name',
  'place',
  'address',
  'phone',
  'email',
  'link',
  'iban',
  'case-number',
  'number',
  'date',
  'school',
  'employer',
  'job',
  'children',
  'origin',
  'third-person',
  'health',
] as const
export const SpanKind = z.enum(SPAN_KINDS)
export type SpanKind = z.infer<typeof SpanKind>

/** What stands in the place of a masked passage; study language. */
export const MASK_WORDS: Readonly<Record<SpanKind, string>> = {
  name: '[Name]',
  place: '[Ort]',
  address: '[Anschrift]',
  phone: '[Telefon]',
  email: '[E-Mail]',
  link: '[Internetadresse]',
  iban: '[Konto]',
  'case-number': '[Aktenzeichen]',
  number: '[Nummer]',
  date: '[Datum]',
  school: '[Einrichtung]',
  employer: '[Arbeitgeber]',
  job: '[Beruf]',
  children: '[Kinder]',
  origin: '[Herkunft]',
  'third-person': '[Person]',
  health: '[Gesundheit]',
}

/** Why a passage is proposed: how it was found. */
export const SPAN_REASONS = [
  'known-word',
  'form',
  'check-digit',
  'title-before',
  'introduced',
  'initial',
  'word-ending',
  'with-number',
  'relation',
] as const
export const SpanReason = z.enum(SPAN_REASONS)
export type SpanReason = z.infer<typeof SpanReason>

/** A passage, from the place of its first to behind its last UTF-16 unit. */
const Place = { start: z.int().min(0), end: z.int().min(1) }

/** A passage that the assistant proposes to mask. */
export const Span = z.strictObject({
  ...Place,
  kind: SpanKind,
  reason: SpanReason,
  /** `sure`: left readable, it needs a second reader. */
  certainty: z.enum(['sure', 'likely']),
})
export type Span = z.infer<typeof Span>
/** A passage that a person masks. */
export const Mask = z.strictObject({ ...Place, kind: SpanKind })
export type Mask = z.infer<typeof Mask>

const Words = z.string().max(10_000)
const StaffName = z.strictObject({ id: z.string(), name: z.string() })
export type StaffName = z.infer<typeof StaffName>
const ThemeIds = z.array(z.string().max(32)).max(60)

/** How the answers to one open question are coded. */
export const CodingSetUp = z.strictObject({
  /** Of 100 answers, how many both coders get. */
  doubled: z.int().min(20).max(100),
  /** The item that asks whether words may be quoted; without one nothing is quoted. */
  quoteConsent: z
    .strictObject({
      item: z.string().min(1).max(200),
      agreed: z.array(z.union([z.string(), z.number()])).min(1),
    })
    .nullable(),
  coders: z.tuple([z.string().max(64), z.string().max(64)]),
})
export type CodingSetUp = z.infer<typeof CodingSetUp>

/** One open question of a wave and how far its coding has come. */
export const OpenQuestion = z.strictObject({
  item: z.string(),
  title: z.string(),
  setUp: CodingSetUp.nullable(),
  answers: z.strictObject({
    /** Written answers that were not taken over yet. */
    outside: z.int(),
    waiting: z.int(),
    second: z.int(),
    passed: z.int(),
    withheld: z.int(),
    /** Passed, and given to no coder yet. */
    undealt: z.int(),
  }),
  /** The first and the second seat. */
  coders: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      own: z.boolean(),
      given: z.int(),
      coded: z.int(),
      doneOn: Day.nullable(),
      /** Who sat there before, and what they coded. */
      before: z.array(z.strictObject({ name: z.string(), coded: z.int(), leftOn: Day })),
    }),
  ),
  /** Newest version of the themes; 0 without any. */
  themes: z.int(),
  /** Disputed answers that nobody has settled; null while the coders are blind. */
  disputed: z.int().nullable(),
})
export type OpenQuestion = z.infer<typeof OpenQuestion>

/** `GET /v1/studies/{study}/waves/{wave}/coding`. */
export const CodingOverview = z.strictObject({
  questions: z.array(OpenQuestion),
  /** Whoever may be made a coder. */
  staff: z.array(StaffName),
  /** Questions with choices, one of which may ask for the consent to quotes. */
  choices: z.array(
    z.strictObject({
      item: z.string(),
      title: z.string(),
      values: z.array(
        z.strictObject({ value: z.union([z.string(), z.number()]), text: z.string() }),
      ),
    }),
  ),
})
export type CodingOverview = z.infer<typeof CodingOverview>

/** `POST …/coding/{item}/drawing`, `…/dealing` and `…/replacements`. */
export const AnswersMoved = z.strictObject({ answers: z.int() })

/** `POST …/coding/{item}/replacements`: who is ill, and who codes what is left. */
export const CoderReplacement = z.strictObject({
  leaving: z.string().max(64),
  coming: z.string().max(64),
  reason: z.string().trim().min(1).max(300),
})
export type CoderReplacement = z.infer<typeof CoderReplacement>

/** `POST …/coding/{item}/readings`: the next answer somebody must read, as it was written; null when there is none. */
export const Reading = z.strictObject({
  left: z.int(),
  answer: z
    .strictObject({
      id: z.string(),
      words: z.string(),
      spans: z.array(Span),
      /** What the first reader did; null for the first. */
      first: z
        .strictObject({
          masks: z.array(Mask),
          smoothed: z.string().nullable(),
          note: z.string(),
        })
        .nullable(),
    })
    .nullable(),
})
export type Reading = z.infer<typeof Reading>

/** `PUT …/coding/{item}/readings/{id}`. */
export const ReadingVerdict = z.strictObject({
  masks: z.array(Mask).max(500),
  /** Shortened, spelling smoothed; what a quote may be made of. Null when nobody wrote one. */
  smoothed: Words.nullable(),
  /** `second-reader`: somebody else shall look. `withhold`: nobody shall read it any more. */
  verdict: z.enum(['pass', 'second-reader', 'withhold']),
  note: z.string().max(1_000),
})
export type ReadingVerdict = z.infer<typeof ReadingVerdict>
/** What became of it. `second` may come of `pass`: where something sure can still be read. */
export const ReadingReceipt = z.strictObject({ state: z.enum(['passed', 'second', 'withheld']) })
export type ReadingReceipt = z.infer<typeof ReadingReceipt>

export const Theme = z.strictObject({
  id: z.string().max(32),
  label: z.string().trim().min(1).max(120),
  definition: z.string().trim().min(1).max(2_000),
  example: z.string().trim().max(1_000),
  counterExample: z.string().trim().max(1_000),
  /** The theme that took this one in. */
  mergedInto: z.string().max(32).nullable(),
})
export type Theme = z.infer<typeof Theme>

/** `GET …/coding/{item}/themes`: the newest version; `versions` tells the way there. */
export const ThemeBook = z.strictObject({
  version: z.int().min(0),
  themes: z.array(Theme),
  versions: z.array(
    z.strictObject({ version: z.int(), on: Day, by: z.string(), note: z.string() }),
  ),
})
export type ThemeBook = z.infer<typeof ThemeBook>
/** `PUT …/coding/{item}/themes`: a theme without an id is new; known ones stay, if only merged. */
export const ThemeBookChange = z.strictObject({
  base: z.int().min(0),
  themes: z
    .array(Theme.extend({ id: z.string().max(32).nullable() }))
    .min(1)
    .max(60),
  note: z.string().trim().max(1_000),
})
export type ThemeBookChange = z.infer<typeof ThemeBookChange>
export const ThemeBookReceipt = z.strictObject({ version: z.int() })

/** `GET …/coding/{item}/tasks`: the caller's own answers in an order of their own, and nothing else of who gave them. */
export const CodingTasks = z.strictObject({
  doneOn: Day.nullable(),
  book: z.strictObject({ version: z.int(), themes: z.array(Theme) }),
  tasks: z.array(
    z.strictObject({
      id: z.string(),
      words: z.string(),
      /** Null until coded; empty where no theme fits. */
      themes: ThemeIds.nullable(),
      /** Version of the themes it was coded by. */
      version: z.int().nullable(),
    }),
  ),
})
export type CodingTasks = z.infer<typeof CodingTasks>
/** `PUT …/coding/{item}/tasks/{id}`. */
export const CodingMade = z.strictObject({ themes: ThemeIds, version: z.int().min(1) })
export type CodingMade = z.infer<typeof CodingMade>

/** Agreement of two coders on one theme, over the answers that both coded. */
export const Agreement = z.strictObject({
  both: z.int(),
  first: z.int(),
  second: z.int(),
  neither: z.int(),
  /** Cohen's kappa and Krippendorff's alpha (nominal); null where not defined, e.g. if nobody used the theme. */
  kappa: z.number().nullable(),
  alpha: z.number().nullable(),
})
export type Agreement = z.infer<typeof Agreement>

/** `GET …/coding/{item}/agreement`, for the joint view; refused while one of the coders is not done. */
export const JointView = z.strictObject({
  /** Whoever coded on the first and on the second seat, one after the other. */
  coders: z.tuple([z.array(z.string()).min(1), z.array(z.string()).min(1)]),
  doubled: z.int(),
  themes: z.array(Theme),
  agreement: z.array(z.strictObject({ theme: z.string(), ...Agreement.shape })),
  disputed: z.array(
    z.strictObject({
      id: z.string(),
      words: z.string(),
      first: ThemeIds,
      second: ThemeIds,
      settled: z
        .strictObject({ themes: ThemeIds, reason: z.string(), by: z.string(), on: Day })
        .nullable(),
    }),
  ),
})
export type JointView = z.infer<typeof JointView>
/** `PUT …/coding/{item}/agreement/{id}`. */
export const Settlement = z.strictObject({
  themes: ThemeIds,
  reason: z.string().trim().min(1).max(1_000),
})
export type Settlement = z.infer<typeof Settlement>

/** `voice` speaks for a theme, `counter` against what most say of it. */
const QuoteRole = z.enum(['voice', 'counter'])
const QuoteWords = z.string().trim().min(1).max(300)

/** `GET …/coding/{item}/quotes`: answers that may be quoted, and what was proposed. */
export const QuoteDesk = z.strictObject({
  themes: z.array(z.strictObject({ id: z.string(), label: z.string(), answers: z.int() })),
  candidates: z.array(
    z.strictObject({
      id: z.string(),
      words: z.string(),
      smoothed: z.string().nullable(),
      themes: ThemeIds,
    }),
  ),
  quotes: z.array(
    z.strictObject({
      id: z.string(),
      answer: z.string(),
      theme: z.string(),
      role: QuoteRole,
      words: z.string(),
      harmless: z.array(z.string()),
      state: z.enum(['proposed', 'approved', 'refused']),
      proposedBy: z.string(),
      approvedBy: z.array(z.string()),
      /** Whether the caller may still say yes. */
      mine: z.enum(['proposed', 'approved', 'open']),
    }),
  ),
})
export type QuoteDesk = z.infer<typeof QuoteDesk>
/** `POST …/coding/{item}/quotes`. */
export const QuoteProposal = z.strictObject({
  answer: z.string().max(64),
  theme: z.string().max(32),
  role: QuoteRole,
  words: QuoteWords,
  /** Passages that the assistant takes for something telling and that are not. */
  harmless: z.array(z.string().min(1).max(100)).max(20),
})
export type QuoteProposal = z.infer<typeof QuoteProposal>
export const QuoteReceipt = z.strictObject({ id: z.string() })
/** `POST …/coding/{item}/quotes/{id}/verdicts`. */
export const QuoteVerdict = z.strictObject({ verdict: z.enum(['approve', 'refuse']) })
export type QuoteVerdict = z.infer<typeof QuoteVerdict>
