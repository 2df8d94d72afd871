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
  const kinds = problems.flatMap(kindsOf)
  return Object.fromEntries(
    KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  ) as Mark
}

const kindsOf = ({ rule, severity }: FoundProblem): readonly (keyof Mark)[] => {
  if (rule === 'text-missing') return [`${severity}s`, 'missing']
  if (severity !== 'hint') return [`${severity}s`]
  if (rule.startsWith('wording-')) return ['wording']
  if (!rule.startsWith(TRANSLATION_RULES)) return ['hints']
  return [rule.endsWith('stale') ? 'stale' : 'missing']
}

/** What several elements have to mend together; undefined where that is nothing. */
export const sumOfMarks = (marks: readonly Mark[]): Mark | undefined =>
  marks.length === 0
    ? undefined
    : (Object.fromEntries(
        KINDS.map((kind) => [kind, marks.reduce((sum, mark) => sum + mark[kind], 0)]),
      ) as Mark)

export const isSameMark = (one: Mark | undefined, other: Mark | undefined): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && KINDS.every((kind) => one[kind] === other[kind]))
