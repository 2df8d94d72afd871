import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import type { AnswerError } from '../saving/save-queue.ts'
import type { Say } from '../words/words.ts'

/** Where somebody is, what was answered so far and what was on screen so far. */
export type Snapshot = {
  readonly page: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly shown: readonly string[]
  /** Pages somebody came to, by name. */
  readonly visited: readonly string[]
}

/** A copy for the person who answered: questions and answers in words, and the data as sent. */
export type OwnAnswers = {
  readonly instrument: string
  readonly version: string
  readonly language: string
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  readonly data: Readonly<Record<string, unknown>>
}

/** Where to go on after a pause. */
export type Bookmark = Pick<Snapshot, 'page' | 'answers' | 'visited'>

export type QuestionnaireOptions = {
  readonly host: HTMLElement
  readonly instrument: InstrumentEnvelope
  readonly language: string
  readonly say: Say
  readonly bookmark?: Bookmark
  /** Values that nobody is asked for; the preview sets them. */
  readonly context?: Readonly<Record<string, unknown>>
  /** Called at each page change once the consent is given; before that nothing leaves the page. */
  readonly onPageLeft: (snapshot: Snapshot) => void
  readonly onConsentRefused: (closingHtml: string) => void
  readonly onComplete: (snapshot: Snapshot) => void
  readonly onPause: () => void
}

/** The questionnaire as the rest of the page knows it. */
export type Questionnaire = {
  readonly speak: (language: string, say: Say) => void
  /** To the page before; false on the first one. */
  readonly back: () => boolean
  /** What may be stored now; undefined before the consent. */
  readonly snapshot: () => Snapshot | undefined
  readonly ownAnswers: () => OwnAnswers
  readonly closingHtml: () => string
  /** Leads to the answers that the server did not accept. */
  readonly showErrors: (errors: readonly AnswerError[]) => void
  readonly unmount: () => void
}
