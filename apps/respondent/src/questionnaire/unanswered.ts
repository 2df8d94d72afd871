import type { Question } from 'survey-core'
import type { Notes } from './notes-of.ts'

type Rows = Question & { readonly visibleRows: readonly { readonly name: string }[] }
type Entries = Question & {
  readonly visiblePanels: readonly { readonly questions: readonly Question[] }[]
}

/** One place that waits for an answer: a question, or one row of a matrix. */
export type OpenPlace = { readonly question: Question; readonly row?: string }

/** Rows of a matrix without an answer. */
export const openRows = (question: Question): readonly string[] => {
  const answers = (question.value ?? {}) as Readonly<Record<string, unknown>>
  return (question as Rows).visibleRows
    .map(({ name }) => String(name))
    .filter((row) => answers[row] === undefined || answers[row] === null)
}

/** Displayed items that were left open although the instrument asks to remind of them once. */
export const unanswered = (questions: readonly Question[], notes: Notes): readonly OpenPlace[] =>
  questions
    .filter(({ isVisible }) => isVisible)
    .flatMap((question): readonly OpenPlace[] => {
      switch (question.getType()) {
        case 'matrix':
          return openRows(question)
            .filter((row) => notes.isReminded(row) || notes.isReminded(question.name))
            .map((row) => ({ question, row }))
        case 'paneldynamic':
          return (question as Entries).visiblePanels.flatMap((panel) =>
            unanswered(panel.questions, notes),
          )
        default:
          return question.isEmpty() && notes.isReminded(question.name) ? [{ question }] : []
      }
    })
