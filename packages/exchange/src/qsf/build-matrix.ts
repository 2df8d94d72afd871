import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import { type Element, visibleIf } from './building.ts'
import { rowsJson } from './carried.ts'
import { contentOf } from './content.ts'
import { BOXES } from './declare-items.ts'
import { entriesOf, fieldOf, isJson, listOf, textIn, textOf } from './json-access.ts'

/** A matrix with one answer a row. */
export const matrix = (asked: Asked): Element => {
  const { question, name, json } = asked
  if (question.type === 'PGR')
    asked.approximate('ranks inside groups', because('rank-in-group-not-asked'))
  if (question.selector === 'Bipolar')
    asked.approximate('bipolar rows', because('both-poles-before-row'))
  if (question.subSelector === 'DND') asked.approximate('drag and drop', because('rows-by-column'))
  if (question.selector === 'MaxDiff')
    asked.approximate('best and worst', because('columns-once-unchecked'))
  const groups = listOf(json.Groups).map((group, place) => ({
    value: place + 1,
    text: textOf(group) || textIn(group, 'Display') || String(place + 1),
  }))
  const columns = question.type === 'PGR' ? groups : asked.pointsJson()
  const rows = rowsJson(asked)
  if (columns.length === 0 || rows.length === 0) {
    asked.drop('matrix without rows or columns', because('question-by-hand'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  const random = asked.random()
  return {
    type: 'matrix',
    name,
    ...common,
    columns,
    rows,
    ...(isRequired ? { eachRowRequired: true } : {}),
    ...(random ? { rowOrder: 'random' } : {}),
    ...asked.validators(asked.custom()),
  }
}

/** A matrix with several answers a row. */
export const boxes = (asked: Asked): Element => {
  const { name } = asked
  const choices = asked.pointsJson()
  const rows = rowsJson(asked)
  if (choices.length === 0 || rows.length === 0) return matrix(asked)
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  return {
    type: 'matrixdropdown',
    name,
    ...common,
    columns: [
      {
        name: BOXES,
        title: ' ',
        cellType: 'checkbox',
        choices,
        ...(isRequired ? { isRequired: true } : {}),
      },
    ],
    rows,
    ...asked.validators(asked.custom()),
  }
}

/** A matrix whose cells are typed in. */
export const cells = (asked: Asked): Element => {
  const { item, question, name } = asked
  const rows = rowsJson(asked)
  const answers = question.answers
  if (answers.length === 0 || rows.length === 0) {
    asked.drop('matrix without rows or columns', because('question-by-hand'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  const isNumber = question.selector === 'CS' || /Number/i.test(contentOf(asked))
  return {
    type: 'matrixdropdown',
    name,
    ...common,
    columns: answers.map((answer) => ({
      name: item.points.get(answer.id) ?? answer.id,
      title: asked.displayOf('Answers', answer),
      cellType: 'text',
      ...(isNumber ? { inputType: 'number' } : {}),
      ...(isRequired ? { isRequired: true } : {}),
    })),
    rows,
    ...asked.validators(asked.custom()),
  }
}

/** Rows with scales of their own. */
export const profile = (asked: Asked): Element => {
  const { item, name, json, question } = asked
  asked.approximate('rows with scales of their own', because('rows-as-items'))
  return {
    type: 'panel',
    name,
    ...(asked.title === undefined ? {} : { title: asked.title }),
    elements: item.choices.map((row) => {
      const own = entriesOf(fieldOf(json.Answers, row.id)).filter(([, one]) => isJson(one))
      const choices = own.map(([id, one]) => ({
        value: Number.isInteger(Number(id)) ? Number(id) : id,
        text: asked.displayOf('Answers', { id, json: one }),
      }))
      return {
        type: choices.length === 0 && question.answers.length === 0 ? 'text' : 'radiogroup',
        name: String(item.values.get(row.id) ?? row.id),
        title: asked.displayOf('Choices', row),
        ...(choices.length === 0 && question.answers.length === 0
          ? {}
          : { choices: choices.length > 0 ? choices : question.answers.map(({ id }) => id) }),
        ...(asked.required ? { isRequired: true } : {}),
        ...visibleIf(asked.building.offered(item, row)),
      }
    }),
  }
}
