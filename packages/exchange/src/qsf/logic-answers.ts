import type { Expression } from '../expression/expression.ts'
import { compare, constant, not } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { BOXES, type Item } from './declare-items.ts'

/** Why a condition cannot be said here. */
export type Unsaid = { readonly message: Reason }

/** Ends the reading of one condition; caught where it began. */
export const unable = (message: Reason): never => {
  throw { message } satisfies Unsaid
}

const answer = (item: string, part?: string): Expression =>
  part === undefined ? { kind: 'answer', item } : { kind: 'answer', item, part }

export const selected = (item: Item, choice: string): Expression => {
  const value = item.values.get(choice)
  if (value === undefined) return unable(because('choice-gone', { choice }))
  if (item.kind === 'single') return compare(answer(item.name), '=', constant(value))
  if (item.kind === 'multiple')
    return { kind: 'holds', left: answer(item.name), right: constant(value) }
  if (item.kind === 'ranking')
    return { kind: 'holds', left: answer(item.name), right: constant(value) }
  if (item.kind === 'texts' || item.kind === 'numbers')
    return not({ kind: 'empty', of: answer(item.name, String(value)) })
  return unable(because('choosing-unknown'))
}

export const inMatrix = (item: Item, row: string, point: string): Expression => {
  const rowName = item.values.get(row)
  const value = item.points.get(point)
  if (rowName === undefined || value === undefined)
    return unable(because('row-or-answer-gone', { row, answer: point }))
  return item.kind === 'matrix'
    ? compare(answer(item.name, String(rowName)), '=', constant(value))
    : { kind: 'holds', left: answer(item.name, `${rowName}.${BOXES}`), right: constant(value) }
}

export const anyInRow = (item: Item, row: string): Expression => {
  const rowName = item.values.get(row)
  if (rowName === undefined) return unable(because('row-gone', { row }))
  return not({
    kind: 'empty',
    of: answer(item.name, item.kind === 'matrix' ? String(rowName) : `${rowName}.${BOXES}`),
  })
}

/** The answer that an address means. */
export const valueAt = (item: Item, [what = '', first, second]: readonly string[]): Expression => {
  if (/Text(Entry)?(Value)?$|NumericEntry|NumericValue|^ChoiceValue/.test(what)) {
    if (first !== undefined && item.beside.has(first)) return answer(item.beside.get(first) ?? '')
    if (item.kind === 'text' || item.kind === 'words') return answer(item.name)
    const part = first === undefined ? undefined : item.values.get(first)
    if (item.kind === 'sliders') {
      const only = part ?? [...item.values.values()][0]
      return only === undefined ? unable(because('no-slider')) : answer(String(only))
    }
    if (item.kind === 'cells') {
      const column = second === undefined ? [...item.points.values()][0] : item.points.get(second)
      if (part !== undefined && column !== undefined) return answer(item.name, `${part}.${column}`)
    }
    if ((item.kind === 'texts' || item.kind === 'numbers') && part !== undefined)
      return answer(item.name, String(part))
    return unable(because('part-of-answer-gone'))
  }
  if (
    /^Selected(Choices|Answer)(Recode)?$|^ChoiceGroup$|^QuestionScore$/.test(what) &&
    item.kind === 'single' &&
    what !== 'QuestionScore'
  )
    return answer(item.name)
  return unable(because('operator-unknown', { word: what }))
}
