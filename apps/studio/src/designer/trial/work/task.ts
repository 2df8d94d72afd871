import type { Instrument, Persona, Row } from '@echolot/instrument'
import type { PathCoverage, SubmissionProblem } from '@echolot/routing'
import type { AssertionVerdict, PersonaWalk } from '@echolot/routing/logic'

export type Answers = Readonly<Record<string, unknown>>

/** Answers as they stand in the preview, and what it displays. */
export type Given = {
  readonly answers: Answers
  readonly shown: readonly string[]
  readonly context: Answers
  readonly completed: boolean
}

/** What the server would say to these answers, and how they would stand in the data. */
export type Judged = {
  readonly problems: readonly SubmissionProblem[]
  /** Items that only the preview shows, and items that only the server's own route shows. */
  readonly onlyHere: readonly string[]
  readonly onlyThere: readonly string[]
  readonly row: Row
}

/** Where plausible answers are put: on one page, or wherever there is none yet. */
export type FillOrder = {
  readonly answers: Answers
  readonly context: Answers
  readonly seed: number
  /** Items of the page to fill; everything that is open without it. */
  readonly items?: readonly string[]
}

/** What a persona meets in this draft, and what is different in another version. */
export type PersonaReport = {
  readonly walk: PersonaWalk
  readonly minutes: number
  readonly against?: {
    readonly minutes: number
    /** Shown now and not then, and the other way round. */
    readonly added: readonly string[]
    readonly removed: readonly string[]
  }
}

export type SimulationOrder = {
  readonly n: number
  readonly seed: number
  /** Shares, 0 to 1. */
  readonly breakOff: number
  readonly nonResponse: number
  /** Share of those who refuse consent. */
  readonly refusal: number
  readonly context: Answers
}

/** A place where honest answers are refused when somebody wants to finish. */
export type DeadEnd = {
  readonly path: string
  readonly rule: string
  readonly message: string
  readonly times: number
  /** Answers of the first one who was stuck there. */
  readonly answers: Answers
}

export type Simulation = {
  readonly coverage: PathCoverage
  readonly outcomes: { readonly [outcome in 'completed' | 'break-off' | 'refused']: number }
  /** Of those who came to the end. */
  readonly minutes: {
    readonly median: number
    readonly low: number
    readonly high: number
    /** Respondents in each class of one minute, from the first class that has any. */
    readonly classes: readonly { readonly from: number; readonly times: number }[]
  }
  readonly deadEnds: readonly DeadEnd[]
}

/** All that is computed beside the page, by name: what is asked and what comes back. */
export type Tasks = {
  readonly judge: { readonly asked: Given; readonly told: Judged }
  readonly fill: { readonly asked: FillOrder; readonly told: Answers }
  readonly personas: {
    readonly asked: { readonly personas: readonly Persona[]; readonly other?: Instrument }
    readonly told: readonly PersonaReport[]
  }
  readonly assertions: { readonly asked: object; readonly told: readonly AssertionVerdict[] }
  readonly simulate: { readonly asked: SimulationOrder; readonly told: Simulation }
  readonly file: {
    readonly asked: SimulationOrder & { readonly format: 'ndjson' | 'csv' }
    readonly told: string
  }
}
export type TaskName = keyof Tasks

/** Does the tasks for one questionnaire after another; `stop` gives up what is under way. */
export type TrialWork = {
  readonly ask: <Name extends TaskName>(
    instrument: Instrument,
    name: Name,
    asked: Tasks[Name]['asked'],
    onProgress?: (share: number) => void,
  ) => Promise<Tasks[Name]['told']>
  readonly stop: () => void
}
