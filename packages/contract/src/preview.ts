import type { InstrumentEnvelope } from './instruments.ts'

/**
 * Where the respondents' page shows a draft of the studio that holds it in a frame: no code, no session, nothing saved.
 * No study can have this name.
 */
export type PreviewAddress = '/-preview'

/**
 * How a questionnaire is shown: as respondents meet it, with what is hidden from them, without any way to answer, or one
 * question a page.
 */
export type PreviewWay = 'respondent' | 'all' | 'read' | 'single'
export type PreviewColours = 'light' | 'dark'
type Values = Readonly<Record<string, unknown>>

/** What the studio asks of the page in its frame. */
export type PreviewOrder =
  | {
      readonly do: 'show'
      readonly instrument: InstrumentEnvelope
      readonly language: string
      readonly colours: PreviewColours
      readonly way: PreviewWay
      readonly context: Values
      readonly answers: Values
      /** Name of the page to begin on; the first one without it. */
      readonly page?: string
    }
  | { readonly do: 'dress'; readonly language: string; readonly colours: PreviewColours }
  | { readonly do: 'turn'; readonly page: number }
  /** Goes to a question and says by `number` whether these answers show it. */
  | { readonly do: 'seek'; readonly item: string; readonly number: number }

/** What the page in the frame tells the studio. */
export type PreviewNews =
  | { readonly is: 'ready' }
  | {
      readonly is: 'seen'
      readonly page: number
      readonly pages: readonly string[]
      readonly shown: readonly string[]
      readonly answers: Values
      readonly completed: boolean
      /** What the questionnaire's engine could not read, in its words. */
      readonly faults: readonly string[]
    }
  | { readonly is: 'language'; readonly language: string }
  /** A way out of the questionnaire was chosen, e.g. `help`, which leads nowhere here. */
  | { readonly is: 'beside' }
  | { readonly is: 'sought'; readonly number: number; readonly found: boolean }
