import type { Instrument, Pointer } from '@echolot/instrument'
import { type WordingFinding, wordingFindings } from '@echolot/instrument/wording'
import { proveInstrument } from '@echolot/routing/logic'
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
  readonly reach: {
    readonly order: { readonly instrument: Instrument }
    readonly answer: readonly Pointer[]
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
  /** Pages and elements that no answers lead to. */
  reach: ({ instrument }) =>
    proveInstrument(instrument)
      .findings.filter(({ code }) => NEVER_SHOWN.has(code))
      .map(({ pointer }) => pointer.replace(/\/visibleIf$/, '')),
  ways: waysOf,
}

const NEVER_SHOWN: ReadonlySet<string> = new Set(['contradiction', 'excluded', 'unreachable'])
