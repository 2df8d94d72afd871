import type { Speech } from '../speech.ts'

/** What every figure needs besides its values. */
export type FigureWords = {
  /** Unique in the report; begins the ids inside of the drawing. */
  readonly id: string
  readonly title: string
  /** The same content in words, for those who do not see it. */
  readonly description: string
  readonly say: Speech
}
