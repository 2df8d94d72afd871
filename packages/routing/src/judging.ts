import type { Scope } from './condition.ts'
import type { QuestionNode, RouteNode } from './route.ts'
import type { RuleBook } from './rule-book.ts'

/** What is wrong with a submission: where (JSON pointer into it), and by which rule. */
export type SubmissionProblem = {
  readonly path: string
  readonly rule: string
  readonly message: string
}

/** After so many problems nobody reads on. */
export const PROBLEM_LIMIT = 20

/** The state of judging one submission, or one entry of it. */
export type Judging = {
  readonly rules: RuleBook
  readonly scope: Scope
  /** The object the answers of these questions lie in: the submission's, or one entry. */
  readonly values: Readonly<Record<string, unknown>>
  readonly path: string
  readonly completed: boolean
  readonly found: SubmissionProblem[]
  readonly visible: Set<QuestionNode>
  /** Judges the questions an entry holds in turn. */
  readonly judgeParts: (parts: readonly RouteNode[], judging: Judging) => void
}

/** One answer under judgement. */
export type Given = { readonly value: unknown; readonly path: string; readonly judging: Judging }

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** No answer: empty texts, lists and objects included. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** A key as a step of a JSON pointer; overlong ones are cut, they are not ours. */
export const stepOf = (key: string) => key.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')

export const isFull = ({ found }: Judging) => found.length >= PROBLEM_LIMIT
