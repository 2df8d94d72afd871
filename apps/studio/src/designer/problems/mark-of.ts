import type { FoundProblem } from './found-problem.ts'
import { TRANSLATION_RULES } from './translation-hints.ts'

/** How much there is to mend at one element, by what it is about. */
export type Mark = {
  readonly errors: number
  readonly warnings: number
  /** Other than of words and translations. */
  readonly hints: number
  readonly wording: number
  readonly missing: number
  readonly stale: number
}

const KINDS = ['errors', 'warnings', 'hints', 'wording', 'missing', 'stale'] as const

/** The problems of one element, counted. */
export const markOf = (problems: readonly FoundProblem[]): Mark => {
  const kinds = problems.map(kindOf)
  return Object.fromEntries(
    KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  ) as Mark
}

const kindOf = ({ rule, severity }: FoundProblem): keyof Mark => {
  if (severity !== 'hint') return `${severity}s`
  if (rule.startsWith('wording-')) return 'wording'
  if (!rule.startsWith(TRANSLATION_RULES)) return 'hints'
  return rule.endsWith('stale') ? 'stale' : 'missing'
}

export const isSameMark = (one: Mark | undefined, other: Mark | undefined): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && KINDS.every((kind) => one[kind] === other[kind]))
