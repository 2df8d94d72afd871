import type { Question, SurveyModel } from 'survey-core'
import type { Say } from '../words/words.ts'
import type { OwnAnswers } from './engine.ts'
import { DONT_KNOW, PREFER_NOT_TO_SAY } from './notes-of.ts'

type Rows = Question & {
  readonly visibleRows: readonly { readonly name: string; readonly text: string }[]
  readonly columns: readonly { readonly value: unknown; readonly text: string }[]
}
type Entries = Question & {
  readonly visiblePanels: readonly {
    readonly processedTitle: string
    readonly questions: readonly Question[]
  }[]
}
type Line = OwnAnswers['answers'][number]

/** Questions and answers as they stood on the screen, in its language; what was left open is left out. */
export const answersInWords = (model: SurveyModel, say: Say): readonly Line[] =>
  (model.getAllQuestions(true) as Question[]).flatMap((question) => linesOf(question, say))

const linesOf = (question: Question, say: Say): readonly Line[] => {
  if (question.isEmpty()) return []
  const title = question.processedTitle
  switch (question.getType()) {
    case 'expression':
    case 'html':
      return []
    case 'matrix':
      return rowsOf(question as Rows, say)
    case 'paneldynamic':
      return (question as Entries).visiblePanels.flatMap((entry) =>
        entry.questions
          .flatMap((inner) => linesOf(inner, say))
          .map((line) => ({ ...line, question: `${entry.processedTitle}: ${line.question}` })),
      )
    default:
      return [{ question: title, answer: shown(question, say) }]
  }
}

const rowsOf = ({ visibleRows, columns, value, processedTitle }: Rows, say: Say) => {
  const answers = (value ?? {}) as Readonly<Record<string, unknown>>
  return visibleRows.flatMap(({ name, text }) => {
    const answer = answers[name]
    if (answer === undefined) return []
    const words = columns.find((column) => column.value === answer)?.text
    return [
      {
        question: `${processedTitle} ${text}`,
        answer: words ?? missingWords(answer, say) ?? String(answer),
      },
    ]
  })
}

const shown = (question: Question, say: Say): string => {
  const words: unknown = question.displayValue
  if (typeof words === 'object') return JSON.stringify(words)
  const offered = String(words)
  return offered === String(question.value)
    ? (missingWords(question.value, say) ?? offered)
    : offered
}

/** The words for a missing code that none of the choices says; choices that say one use their own. */
const missingWords = (value: unknown, say: Say): string | undefined => {
  if (value === PREFER_NOT_TO_SAY) return say('questions.declined')
  return value === DONT_KNOW ? say('questions.dontKnow') : undefined
}
