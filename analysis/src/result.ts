/**
 * What a method found, at full precision. Nothing of this type may be published: it first passes `disclosure`.
 */
export type Result = {
  readonly id: string
  readonly method: string
  /** Respondents (or cases) that the method looked at. */
  readonly n: number
  /** Left out because something was missing. */
  readonly omitted: number
  readonly estimates: Readonly<Record<string, Estimate>>
  readonly tables?: Readonly<Record<string, ResultTable>>
  /** What the parts of a list are called, or a word a respondent. Stands in unprotected results only. */
  readonly words?: Readonly<Record<string, readonly (string | null)[]>>
  /** What no number can be given for, by name (`all` for the whole result), with the reason. */
  readonly notEstimable?: Readonly<Record<string, string>>
  readonly warnings: readonly string[]
  /** The same with merged categories, from fine to coarse; told instead where it tells more. */
  readonly coarser?: readonly Coarser[]
}

/** A result with fewer categories: what it takes away and what it puts in its place. */
export type Coarser = {
  readonly variable: string
  /** Which codes were merged, e.g. `1–2 | 3 | 4–5`. */
  readonly words: string
  readonly replaces: readonly string[]
  readonly estimates: Readonly<Record<string, Estimate>>
  readonly tables: Readonly<Record<string, ResultTable>>
}

/**
 * Whose answers a number stands on: respondents with one of the codes of the variable (without codes: with any) who meet
 * every condition. Numbers of several analyses that are about the same respondents find each other by it.
 */
export type Subject = Condition & { readonly where?: readonly Condition[] }
export type Condition = {
  readonly variable: string
  readonly codes?: readonly number[]
}

/** A number with what disclosure control must know about it. Shares are 0 to 1. */
export type Estimate =
  | {
      readonly kind: 'share'
      readonly value: number
      readonly low: number
      readonly high: number
      /** Respondents asked, and those among them counted by the share; both unweighted. */
      readonly base: number
      readonly count: number
      readonly sensitive: boolean
      readonly family?: Family
      readonly subject?: Subject
    }
  | {
      readonly kind: 'mean'
      readonly value: number
      readonly low: number
      readonly high: number
      readonly base: number
      /** Length of the scale, e.g. 100 for 0–100; the width of the interval is judged against it. */
      readonly span: number
      readonly family?: Family
      readonly subject?: Subject
    }
  | {
      readonly kind: 'difference'
      readonly of: 'share' | 'mean'
      readonly value: number
      readonly low: number
      readonly high: number
      readonly p: number
      readonly bases: readonly [number, number]
      readonly span: number
      /** The two estimates it is made of; hidden if one of them is. */
      readonly from: readonly [string, string]
    }
  | {
      readonly kind: 'coefficient'
      readonly value: number
      readonly low?: number
      readonly high?: number
      readonly base: number
      /** What it would be if the small counts under it were others; it is told only as far as these agree. */
      readonly alternatives?: readonly number[]
      readonly subject?: Subject
    }
  /** The value of a single respondent: smallest or largest. */
  | { readonly kind: 'extreme'; readonly value: number; readonly base: number }
  /** A number of persons or cases. */
  | {
      readonly kind: 'count'
      readonly value: number
      readonly family?: Family
      /** Published counts of which this one is a part, or which are part of it. */
      readonly beside?: readonly number[]
    }
  /** Several numbers under one name, e.g. an interval or one number a group. Hidden together. */
  | {
      readonly kind: 'list'
      readonly values: readonly (number | null)[]
      readonly base: number
      /** `count`: numbers of persons. */
      readonly of?: 'count'
    }
  /** A table under one name, with or without names of rows and columns. Hidden together. */
  | {
      readonly kind: 'matrix'
      readonly rows?: readonly string[]
      readonly cols?: readonly string[]
      readonly values: readonly (readonly (number | null)[])[]
      readonly base: number
      readonly of?: 'count'
    }
  /** Follows from the design, not from answers. */
  | { readonly kind: 'constant'; readonly value: number }

/** Estimates that give each other away: parts of one whole, or the domains that make up a total. */
export type Family = {
  readonly of: 'parts' | 'domains'
  readonly name: string
  /** Respondents of the whole (the total), if it is published. */
  readonly whole?: number
  /** Names of the parts that this estimate is the sum of, where it is no part of its own. */
  readonly joins?: readonly string[]
}

export type ResultTable =
  | {
      readonly kind: 'counts'
      readonly rows: readonly string[]
      readonly columns: readonly string[]
      readonly counts: readonly (readonly number[])[]
      /** Whether row and column sums are published with it. */
      readonly margins: boolean
      /** Numbers of rows, from the top, whose sums are known one by one; without it only the sum of all. */
      readonly blocks?: readonly number[]
      /** Whom each cell counts; `undefined` for those without an answer. */
      readonly subjects?: readonly (readonly (Subject | undefined)[])[]
      /** Whether the other numbers of the result follow from this table: then they are hidden with any of its cells. */
      readonly carries?: true
    }
  | {
      readonly kind: 'coefficients'
      readonly rows: readonly string[]
      readonly columns: readonly string[]
      readonly values: readonly (readonly (number | null)[])[]
      readonly base: number
    }
