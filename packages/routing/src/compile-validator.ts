import { type Instrument, type Item, itemsOf } from '@echolot/instrument'
import { isWithin } from './is-within.ts'
import { judgeParts } from './judge-question.ts'
import {
  isBlank,
  isFull,
  isRecord,
  type Judging,
  PROBLEM_LIMIT,
  type SubmissionProblem,
  stepOf,
} from './judging.ts'
import { type Answers, allHold, type QuestionNode, type Route, routeOf, scopeOf } from './route.ts'
import { ruleBookOf } from './rule-book.ts'
import { sizeLimitsOf } from './size-limits.ts'

/** What one request carries of a response. */
export type Submission = {
  readonly answers: unknown
  /** Names of the items displayed so far. */
  readonly shown?: unknown
  /** Only a completed response must have what is required. */
  readonly completed: boolean
  /** Values of the instrument's context variables, from the office, never from the respondent. */
  readonly context?: Answers
}

export type Validator = (submission: Submission) => readonly SubmissionProblem[]

/**
 * Makes an instrument's validator, once; it judges a submission in a small part of a millisecond, and in bounded time
 * whatever it is given. Sizes are counted first; then unknown keys, types, choices, ranges and lengths; then, with the
 * compiled conditions, answers of items that are not displayed and what a completed response lacks.
 */
export const compileValidator = (instrument: Instrument): Validator => {
  const route = routeOf(instrument)
  const rules = ruleBookOf(instrument)
  const limits = sizeLimitsOf(instrument)
  const isShownName = shownNamesOf(itemsOf(instrument))

  return ({ answers, shown, completed, context }) => {
    if (!isWithin(answers, limits) || !isWithin(shown ?? [], limits))
      return [{ path: '', rule: 'size', message: 'more than this instrument can give' }]
    if (!isRecord(answers))
      return [{ path: '/answers', rule: 'object', message: 'answers by item are expected' }]
    const judging: Judging = {
      rules,
      scope: scopeOf(route, { answers, context }),
      values: answers,
      path: '/answers',
      completed,
      found: [],
      visible: new Set(),
      judgeParts,
    }
    judgeShown(shown, { isShownName, judging })
    for (const { tests, parts } of route.pages)
      if (allHold(tests, judging.scope)) judgeParts(parts, judging)
    judgeKeys(answers, { route, judging })
    return judging.found.slice(0, PROBLEM_LIMIT)
  }
}

/** Keys that belong to no item, and answers of items that are not displayed. */
const judgeKeys = (
  answers: Answers,
  { route, judging }: { readonly route: Route; readonly judging: Judging },
): void => {
  const isVisible = (node: QuestionNode) =>
    judging.visible.has(node) || node.item.role === 'computed'
  for (const key of Object.keys(answers)) {
    if (isFull(judging)) return
    if (isBlank(answers[key]) && route.questions.has(key)) continue
    const questions = route.questions.get(key) ?? commentedQuestions(route, key)
    const path = `/answers/${stepOf(key)}`
    if (questions === undefined) {
      if (!route.calculated.some(({ name }) => name === key))
        judging.found.push({ path, rule: 'unknown', message: 'no item has this name' })
    } else if (!isBlank(answers[key]) && !questions.some(isVisible))
      judging.found.push({
        path,
        rule: 'hidden',
        message: 'answered, but not displayed with these answers',
      })
  }
}

const commentedQuestions = (route: Route, key: string) =>
  key.endsWith('-Comment') ? route.questions.get(key.slice(0, -'-Comment'.length)) : undefined

/** The names that `shown` may hold: items, and those in repeated panels with their entry's number. */
const shownNamesOf = (items: readonly Item[]) => {
  const names = new Set(items.map(({ name }) => name))
  return (name: string) =>
    names.has(name) || (name.length <= 128 && names.has(name.replace(/(_\d{1,3}){1,12}$/, '')))
}

const judgeShown = (
  shown: unknown,
  {
    isShownName,
    judging,
  }: { readonly isShownName: (name: string) => boolean; readonly judging: Judging },
): void => {
  if (shown === undefined) return
  if (!Array.isArray(shown)) {
    judging.found.push({
      path: '/shown',
      rule: 'list',
      message: 'a list of item names is expected',
    })
    return
  }
  for (const [place, name] of shown.entries()) {
    if (isFull(judging)) return
    if (typeof name !== 'string' || !isShownName(name))
      judging.found.push({
        path: `/shown/${place}`,
        rule: 'unknown',
        message: 'no item has this name',
      })
  }
}
