/** One thing an attack found: where, what, and what to do about it. Names no person and quotes no answer. */
export type Finding = { readonly place: string; readonly what: string; readonly remedy: string }

export type Outcome = {
  readonly attack: string
  /** What a clean result means, and what it does not. */
  readonly tried: string
  readonly ok: boolean
  readonly findings: readonly Finding[]
  /** Worth knowing, no fault. */
  readonly notes: readonly string[]
  /** Attacks by chance: the best result, what chance alone gives, and how often chance is as good. */
  readonly score?: {
    readonly reached: number
    readonly expected: number
    readonly p: number
    readonly alpha: number
  }
}

export const outcomeOf = (
  attack: string,
  tried: string,
  findings: readonly Finding[],
  notes: readonly string[] = [],
): Outcome => ({ attack, tried, ok: findings.length === 0, findings, notes })
