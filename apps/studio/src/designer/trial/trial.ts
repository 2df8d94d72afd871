import type { Answers } from './work/task.ts'

export const PARTS = ['preview', 'personas', 'assertions', 'simulation', 'paper'] as const
export type Part = (typeof PARTS)[number]

/** What is being tried: it outlives the room, so that an edit elsewhere can be looked at with the same answers. */
export type Trial = {
  readonly part: Part
  readonly answers: Answers
  /** Chosen values of the context variables. */
  readonly context: Answers
  /** Whose answers these are, where they come from a persona, an assertion or the simulation. */
  readonly of?: string
  /** The question to begin at. */
  readonly at?: string
  /** Counts up whenever other answers were put in from outside the preview. */
  readonly opened: number
}

export const EMPTY_TRIAL: Trial = { part: 'preview', answers: {}, context: {}, opened: 0 }

/** Answers to look at in the preview. */
export type ToOpen = {
  readonly answers: Answers
  readonly context?: Answers
  readonly of?: string
  readonly at?: string
}
export type OpenInPreview = (given: ToOpen) => void

const kept = new Map<string, Trial>()

/** What was being tried of a questionnaire when its room was left, as long as the page is open. */
export const keptTrial = (instrument: string): Trial => kept.get(instrument) ?? EMPTY_TRIAL
export const keepTrial = (instrument: string, trial: Trial): void => {
  kept.set(instrument, trial)
}

/** The part that is shown when the room is opened next. */
export const showPart = (instrument: string, part: Part): void =>
  keepTrial(instrument, { ...keptTrial(instrument), part })
