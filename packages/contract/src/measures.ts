import * as z from 'zod'
import { FindingReference, ReportId } from './reports.ts'
import { Day, StudyId_, WaveId_ } from './scalars.ts'

/** Who is asked to act on a recommendation. */
export const AUDIENCES = ['job_centre', 'carrier', 'district', 'communes', 'all'] as const
export const Audience = z.enum(AUDIENCES)
export type Audience = z.infer<typeof Audience>

/** Whose measure it is; these roles may change their own, `lead` all of them. */
export const OWNERS = ['lead', 'job_centre', 'carrier'] as const
export const Owner = z.enum(OWNERS)
export type Owner = z.infer<typeof Owner>

/** In the order in which a measure passes them; `not-pursued` can follow on any but `done`. */
export const MEASURE_STATES = [
  'proposed',
  'in-review',
  'decided',
  'in-progress',
  'done',
  'not-pursued',
] as const
export const MeasureState = z.enum(MEASURE_STATES)
export type MeasureState = z.infer<typeof MeasureState>

/** Whether something happens that families may be promised. */
export const isPromised = (state: MeasureState): boolean =>
  state === 'decided' || state === 'in-progress' || state === 'done'

/** Whether nothing is to be done any more. */
export const isEnded = (state: MeasureState): boolean => state === 'done' || state === 'not-pursued'

const place = (state: MeasureState) => MEASURE_STATES.indexOf(state)

/** Whether a step passes the decision, which is for the project's lead. */
export const needsLead = (from: MeasureState, to: MeasureState): boolean =>
  place(from) < place('decided') && place(to) >= place('decided') && to !== 'not-pursued'

/** Giving up and going back are told to those who hoped for it. */
export const needsReason = (from: MeasureState, to: MeasureState): boolean =>
  to === 'not-pursued' || place(to) < place(from)

/** German is always there; a report in English takes the German text where there is no other. */
const Texts = z.strictObject({
  de: z.string().trim().min(1).max(600),
  en: z.string().trim().max(600),
})
export type MeasureTexts = z.infer<typeof Texts>

/** A line for the sheet that goes back to families, in plain and in easy German; empty ones are left out. */
const ForFamilies = z.strictObject({
  plain: z.string().trim().max(300),
  easy: z.string().trim().max(300),
})

/** `POST /v1/recommendations` and `PUT /v1/recommendations/{id}`. */
export const NewRecommendation = z.strictObject({
  findings: z.array(FindingReference).min(1).max(12),
  texts: Texts,
  audience: Audience,
})
export type NewRecommendation = z.infer<typeof NewRecommendation>

/** `POST /v1/recommendations/{id}/measures` and `PUT /v1/measures/{id}`. */
export const NewMeasure = z.strictObject({
  texts: Texts,
  owner: Owner,
  /** The office that acts, e.g. `Sozialdezernat`; never a person. */
  office: z.string().trim().min(1).max(120),
  due: Day,
  /** When somebody looks at it next; null where the due date is soon enough. */
  nextReview: Day.nullable(),
  costHint: z.string().trim().max(200),
  forFamilies: ForFamilies,
  /** The wave that will show whether it helped; null if none is planned. */
  nextWave: WaveId_.nullable(),
})
export type NewMeasure = z.infer<typeof NewMeasure>

/** `POST /v1/measures/{id}/state`; why is needed for `not-pursued` and for going back. */
export const MeasureStep = z.strictObject({
  state: MeasureState,
  why: z.string().trim().max(600),
})
export type MeasureStep = z.infer<typeof MeasureStep>

/** One thing that happened to a measure; nothing is ever taken out. */
export const MeasureEvent = z.strictObject({
  ordinal: z.int(),
  on: Day,
  by: z.string(),
  role: z.string(),
  /** Where it went; null where only its words, dates or owner changed. */
  state: MeasureState.nullable(),
  why: z.string(),
})
export type MeasureEvent = z.infer<typeof MeasureEvent>

export const Measure = z.strictObject({
  ...NewMeasure.shape,
  id: z.string(),
  state: MeasureState,
  /** Past its due date, or past its review, and neither done nor given up. */
  overdue: z.boolean(),
  /** Whether the reader may change it. */
  own: z.boolean(),
  history: z.array(MeasureEvent),
})
export type Measure = z.infer<typeof Measure>

export const Recommendation = z.strictObject({
  ...NewRecommendation.shape,
  id: z.string(),
  study: StudyId_,
  wave: WaveId_,
  madeOn: Day,
  madeBy: z.string(),
  measures: z.array(Measure),
})
export type Recommendation = z.infer<typeof Recommendation>

/** A page that a recommendation rests on, as it is headed now. */
export const RestsOn = z.strictObject({
  ...FindingReference.shape,
  title: z.string(),
  version: z.int(),
  heading: z.string(),
})
/** `GET /v1/recommendations`: what the reader may see, with the pages it rests on. */
export const RecommendationList = z.strictObject({
  /** The server's day, by which measures are overdue. */
  today: Day,
  recommendations: z.array(Recommendation),
  pages: z.array(RestsOn),
  /** Newest released report of each wave, for looking up what became of a measure. */
  waves: z.array(z.strictObject({ study: StudyId_, wave: WaveId_, report: ReportId.nullable() })),
})
export type RecommendationList = z.infer<typeof RecommendationList>
export const MeasureReceipt = z.strictObject({ id: z.string() })

/** A step of a measure as reports tell it: the part of the project that took it, no person. */
const ToldStep = z.strictObject({ on: Day, by: Owner, state: MeasureState, why: z.string() })

/** `GET /v1/reports/{id}/feedback?language=`: what the measures give to the report and to families. */
export const Feedback = z.strictObject({
  /** For the page “What is to be decided now”. */
  decisions: z.array(z.string()),
  /** The measures as the report prints them. */
  rows: z.array(
    z.strictObject({
      findings: z.array(z.string()),
      recommendation: z.string(),
      measure: z.string(),
      office: z.string(),
      due: Day,
      overdue: z.boolean(),
      state: MeasureState,
      why: z.string(),
      history: z.array(ToldStep),
    }),
  ),
  /** Lines for families: what happens now, and what does not and why. */
  happens: z.strictObject({ plain: z.array(z.string()), easy: z.array(z.string()) }),
  not: z.array(z.strictObject({ what: z.string(), because: z.string() })),
})
export type Feedback = z.infer<typeof Feedback>
