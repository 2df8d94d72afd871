import type { LssQuestion } from './lss-survey.ts'

export const LISTS = new Set(['!', 'L', 'O'])

export const SINGLE_MATRICES = new Set(['A', 'B', 'C', 'E', 'F', 'H'])

export const CELL_MATRICES = new Set([':', ';'])

export const SEVERAL = new Set(['K', 'Q'])

export const MULTIPLE = new Set(['M', 'P'])

/** A question in the report’s words. */
export const pathOf = (question: LssQuestion) => `question ${question.code}`

/** An attribute’s value: for all languages, in the base language, or in any. */
export const attributeOf = (question: LssQuestion, name: string, base: string): string => {
  const texts = question.attributes.get(name)
  return texts?.get('') ?? texts?.get(base) ?? [...(texts?.values() ?? [])][0] ?? ''
}

export const rowsOf = (question: LssQuestion) => partsIn(question, 0)

export const columnsOf = (question: LssQuestion) => partsIn(question, 1)

/** Parts of one scale; of several with the same code the first. */
const partsIn = ({ subquestions }: LssQuestion, scale: number) => {
  const codes = new Set<string>()
  return subquestions.filter((part) => {
    if (part.scale !== scale || codes.has(part.code)) return false
    codes.add(part.code)
    return true
  })
}

/** Whether a relevance says nothing. */
export const isAlways = (relevance: string): boolean => /^\s*(1|true)?\s*$/i.test(relevance)

/** Names of the columns of an array with two scales. */
export const SCALES = ['scale_1', 'scale_2'] as const

/** Whether an attribute is switched on. */
export const isOn = (value: string) =>
  value === '1' || value === 'Y' || value === 'yes' || value === 'true'

/** A number where the text is one. */
export const numberOr = (given: string): string | number =>
  /^\s*-?(\d+(\.\d+)?|\.\d+)\s*$/.test(given) ? Number(given) : given
