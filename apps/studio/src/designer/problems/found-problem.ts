import type { InstrumentProblem } from '@echolot/contract/instruments'

/** One thing to mend, by the JSON pointer into the instrument where it stands. */
export type FoundProblem = InstrumentProblem & {
  /** Where the finder speaks German itself. */
  readonly german?: { readonly text: string; readonly remedy: string }
}

/** Checks an instrument somewhere off the page's own thread; its names against those of the version in the field. */
export type Check = (instrument: unknown, published?: unknown) => Promise<readonly FoundProblem[]>
