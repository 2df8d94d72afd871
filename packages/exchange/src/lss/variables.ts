import type { Expression } from '../expression/expression.ts'
import type { LssQuestion } from './lss-survey.ts'

/** One of LimeSurvey's variables, and where its value is found now. */
export type Variable = {
  readonly question: LssQuestion
  /** What follows the question's code: `SQ001`, `SQ001_SQ002`, `other`, `SQ001comment`; empty for the question itself. */
  readonly part: string
  readonly value: Expression
  /** For boxes: whether it is ticked, and the value LimeSurvey gives a ticked one. */
  readonly ticked?: { readonly is: Expression; readonly on: string }
  readonly encode: (code: string) => string | number
  /** What SurveyJS puts into texts for it. */
  readonly piped?: string
  readonly isComment?: boolean
  /** For equations: what they compute, so that conditions need not wait for it to be stored. */
  readonly formula?: () => Expression | undefined
}

/** All variables of a survey by the names that formulas use. */
export type VariableTable = {
  readonly add: (names: readonly string[], variable: Variable) => void
  readonly find: (name: string) => Variable | undefined
  readonly ofQuestion: (qid: string) => readonly Variable[]
  readonly ofCode: (code: string) => readonly Variable[]
}

export const variableTable = (): VariableTable => {
  const exact = new Map<string, Variable>()
  const loose = new Map<string, Variable>()
  const all: Variable[] = []
  return {
    add: (names, variable) => {
      all.push(variable)
      for (const name of names) {
        if (!exact.has(name)) exact.set(name, variable)
        if (!loose.has(name.toLowerCase())) loose.set(name.toLowerCase(), variable)
      }
    },
    find: (name) =>
      exact.get(name) ??
      loose.get(name.toLowerCase()) ??
      loose.get(sgqaKey(name)?.toLowerCase() ?? ''),
    ofQuestion: (qid) => all.filter(({ question }) => question.qid === qid),
    ofCode: (code) => all.filter(({ question }) => question.code === code),
  }
}

/** Survey and group in `12X34X56SQ001` change when a survey is copied or a question moved; the question does not. */
export const sgqaKey = (name: string): string | undefined => {
  const found = /^\d+X\d+X(\d+)(.*)$/.exec(name)
  return found === null ? undefined : `X${found[1]}:${found[2]}`
}
