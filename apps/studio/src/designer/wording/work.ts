import type { Instrument, Pointer } from '@echolot/instrument'
import { type WordingFinding, wordingFindings } from '@echolot/instrument/wording'
import { type Ways, type WaysOrder, waysOf } from './ways-of.ts'

/** What the worker beside the page can be asked for. */
export type Works = {
  readonly words: {
    readonly order: {
      readonly instrument: Instrument
      readonly languages: readonly string[]
      readonly unreachable: readonly Pointer[]
    }
    readonly answer: readonly WordingFinding[]
  }
  readonly ways: { readonly order: WaysOrder; readonly answer: Ways }
}
export type WorkName = keyof Works

/** The works themselves; pure, so that they run in a worker as well as without. */
export const WORKS: {
  readonly [name in WorkName]: (order: Works[name]['order']) => Works[name]['answer']
} = {
  /** Findings in these languages, accepted ones among them. */
  words: ({ instrument, languages, unreachable }) =>
    languages.flatMap((language) =>
      wordingFindings(instrument, language, { accepted: [], unreachable: new Set(unreachable) }),
    ),
  ways: waysOf,
}
