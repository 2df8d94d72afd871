import type { Question } from 'survey-core'
import { DONT_KNOW, type Notes, PREFER_NOT_TO_SAY } from './notes-of.ts'

/** Missing codes for which a question needs a link of its own, because none of its choices says them. */
export type MissingOffers = { readonly decline: boolean; readonly dontKnow: boolean }

type Choosable = Question & {
  readonly choices?: readonly { readonly value: unknown }[]
  readonly columns?: readonly { readonly value: unknown }[]
  readonly visibleRows?: readonly { readonly name: unknown }[]
}

/** Types which hold one answer, so that a missing code can stand for it. */
const SINGLE = new Set(['radiogroup', 'dropdown', 'text', 'comment', 'rating', 'boolean', 'matrix'])

export const missingOffers = (question: Question, notes: Notes): MissingOffers => {
  const type = question.getType()
  if (!SINGLE.has(type) || question.isReadOnly) return { decline: false, dontKnow: false }
  const { choices = [], columns = [], visibleRows = [] } = question as Choosable
  const offered = new Set((type === 'matrix' ? columns : choices).map(({ value }) => value))
  const items = type === 'matrix' ? visibleRows.map(({ name }) => String(name)) : [question.name]
  const allowed = (code: number) =>
    !offered.has(code) &&
    items.length > 0 &&
    items.every((item) => notes.missingOf(item).includes(code))
  return { decline: allowed(PREFER_NOT_TO_SAY), dontKnow: type !== 'matrix' && allowed(DONT_KNOW) }
}
