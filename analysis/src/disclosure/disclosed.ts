import type { Strength } from '@echolot/report'

declare const released: unique symbol
/** Only `disclose` makes values of this mark; a report can be built from nothing else. */
export type Released = { readonly [released]: true }

/** Why a number is not there. */
export type HiddenReason =
  /** Too few respondents under it. */
  | 'base'
  /** The number itself counts too few. */
  | 'few'
  /** The number of the others counts too few: all but a few. */
  | 'almost'
  /** It would give away another hidden number. */
  | 'secondary'
  /** Its interval is too wide to say anything. */
  | 'width'
  /** One of the numbers it is made of is hidden. */
  | 'parts'
  /** It is the answer of one person. */
  | 'single'
  /** Too few households, coaches or communes under it. */
  | 'units'
  /** One household, coach or commune gave most of the answers under it. */
  | 'dominance'
  /** Together with an earlier publication it would tell of too few. */
  | 'difference'

export type DisclosedEstimate = Released &
  (
    | {
        readonly shown: 'number'
        readonly kind: 'share' | 'mean' | 'difference' | 'coefficient' | 'count' | 'constant'
        /** Shares in points of 100; everything else in its own unit. Rounded. */
        readonly value: number
        readonly low?: number
        readonly high?: number
        /** Respondents under it; for a difference those of the smaller group. */
        readonly base?: number
        readonly certainty: 'sure' | 'unsure'
        readonly strength?: Strength
        /** For differences: whether chance is a poor explanation (interval without 0, adjusted p < .05). */
        readonly clear?: boolean
      }
    | {
        readonly shown: 'words'
        readonly words: 'none-or-few' | 'all-or-almost'
        readonly base: number
      }
    | { readonly shown: 'nothing'; readonly reason: HiddenReason; readonly base?: number }
  )

/** Several numbers under one name. They have no place in a report's sentences, only in `results.json`. */
export type DisclosedNumbers = Released &
  (
    | {
        readonly shown: 'numbers'
        readonly kind: 'list' | 'matrix'
        readonly rows?: readonly string[]
        readonly cols?: readonly string[]
        readonly values: readonly (number | null)[] | readonly (readonly (number | null)[])[]
      }
    | { readonly shown: 'nothing'; readonly reason: HiddenReason }
  )

export type DisclosedCell =
  | { readonly shown: 'number'; readonly value: number }
  | { readonly shown: 'nothing'; readonly reason: 'few' | 'secondary' | 'base' }

export type DisclosedTable = Released & {
  readonly kind: 'counts' | 'coefficients'
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly (DisclosedCell | null)[])[]
}

export type DisclosedResult = Released & {
  readonly id: string
  readonly method: string
  readonly n: DisclosedCell
  readonly omitted: DisclosedCell
  readonly estimates: Readonly<Record<string, DisclosedEstimate>>
  readonly numbers: Readonly<Record<string, DisclosedNumbers>>
  readonly tables: Readonly<Record<string, DisclosedTable>>
  readonly warnings: readonly string[]
}

export type { DisclosureAccount } from './account.ts'
