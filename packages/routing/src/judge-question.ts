import { judgeEntries } from './judge-entries.ts'
import { judgeCells, judgeMatrix, rowsRequired } from './judge-matrix.ts'
import { judgeTexts } from './judge-texts.ts'
import { type Given, isBlank, isFull, type Judging, stepOf } from './judging.ts'
import { allHold, type QuestionNode, type RouteNode } from './route.ts'
import { hasComment } from './rule-book.ts'

/** Judges the questions among `parts` that are displayed with these answers, and notes them as displayed. */
export const judgeParts = (parts: readonly RouteNode[], judging: Judging): void => {
  for (const node of parts) {
    if (isFull(judging)) return
    if (!allHold(node.tests, judging.scope)) continue
    if (node.kind === 'group') judgeParts(node.parts, judging)
    else {
      judging.visible.add(node)
      judgeQuestion(node, judging)
    }
  }
}

const judgeQuestion = (node: QuestionNode, judging: Judging): void => {
  const { item } = node
  if (item.role === 'text') return
  const path = `${judging.path}/${stepOf(item.key)}`
  const value = Object.hasOwn(judging.values, item.key) ? judging.values[item.key] : undefined
  const given: Given = { value, path, judging }
  if (item.role === 'computed') judgeComputed(given)
  else {
    judgeComment(node, judging)
    if (isBlank(value)) judgeBlank(node, given)
    else if (!judging.rules.shared.has(item.key)) judgeAnswer(node, given)
  }
}

/** Only a completed response must hold what is required. */
const judgeBlank = (node: QuestionNode, { path, judging }: Given): void => {
  const { item } = node
  if (!judging.completed) return
  if (item.required || node.requiredTest?.holds(judging.scope) === true)
    judging.found.push({ path, rule: 'required', message: 'an answer is needed' })
  else if (item.type === 'matrix' && rowsRequired(item))
    judgeMatrix(node, { value: {}, path, judging })
  else if (item.type === 'matrixdropdown') judgeCells(node, { value: {}, path, judging })
  else if (item.type === 'multipletext') judgeTexts(node, { value: {}, path, judging })
  else if (node.counted !== undefined) judgeEntries(node, { value: [], path, judging })
}

const judgeAnswer = (node: QuestionNode, given: Given): void => {
  const { value, path, judging } = given
  const { item } = node
  const { check, missing } = judging.rules.checkOf(item)
  if (missing.has(value)) return
  if (item.type === 'matrix') judgeMatrix(node, given)
  else if (item.type === 'matrixdropdown') judgeCells(node, given)
  else if (item.type === 'matrixdynamic' || item.type === 'paneldynamic') judgeEntries(node, given)
  else if (item.type === 'multipletext') judgeTexts(node, given)
  else {
    const wrong = check(value)
    if (wrong === undefined) judgeMeaning(node, given)
    else judging.found.push({ path, rule: wrong.rule, message: wrong.message })
  }
}

/** An answer of the right shape may still not fit the others. */
const judgeMeaning = (node: QuestionNode, given: Given): void => {
  const { value, path, judging } = given
  judgeOfferedChoices(node, given)
  if (!judging.completed) return
  const least = Number(node.item.json.minSelectedChoices)
  if (Array.isArray(value) && Number.isInteger(least) && value.length < least)
    judging.found.push({ path, rule: 'minSelectedChoices', message: `fewer than ${least} choices` })
  for (const holds of judging.rules.expressionsOf(node))
    if (holds(judging.scope) !== true)
      judging.found.push({ path, rule: 'expression', message: 'does not fit the other answers' })
}

/** Choices the library adds; conditions on the list do not touch them. */
const ADDED = new Set(['other', 'none', 'refused', 'dontknow'])

/** A picked choice must itself be offered. */
const judgeOfferedChoices = (node: QuestionNode, { value, path, judging }: Given): void => {
  if (node.choiceTests.size === 0 && node.choicesTest === undefined) return
  for (const picked of Array.isArray(value) ? value : [value]) {
    const scope = {
      ...judging.scope,
      local: { ...judging.scope.local, item: picked, choice: picked },
    }
    const test =
      node.choiceTests.get(String(picked)) ??
      (ADDED.has(String(picked)) ? undefined : node.choicesTest)
    if (test?.holds(scope) === false)
      judging.found.push({
        path,
        rule: 'hidden-choice',
        message: 'this choice is not offered with these answers',
      })
  }
}

/** What an expression gives may be sent along; nobody takes it from there, so its shape is all that matters. */
const judgeComputed = ({ value, path, judging }: Given): void => {
  if (isBlank(value)) return
  if (
    typeof value === 'object' ||
    (typeof value === 'string' && value.length > judging.rules.textLimit)
  )
    judging.found.push({ path, rule: 'computed', message: 'a computed value is expected' })
}

const judgeComment = (node: QuestionNode, judging: Judging): void => {
  const key = `${node.item.key}-Comment`
  if (!Object.hasOwn(judging.values, key) || isBlank(judging.values[key])) return
  const wrong = hasComment(node.item)
    ? judging.rules.commentCheck(judging.values[key])
    : { rule: 'unknown', message: 'this item takes no comment' }
  if (wrong !== undefined)
    judging.found.push({
      path: `${judging.path}/${stepOf(key)}`,
      rule: wrong.rule,
      message: wrong.message,
    })
}
