import type { LossList } from '../questionnaire/loss-list.ts'
import { type nameMaker, valueMaker, valuesFor } from '../questionnaire/names.ts'
import { because } from '../reasons/because.ts'
import type { Declared } from './declared.ts'
import { enter } from './enter-variables.ts'
import type { LssQuestion, LssSurvey } from './lss-survey.ts'
import { tagOf } from './own-words.ts'
import {
  attributeOf,
  CELL_MATRICES,
  columnsOf,
  isAlways,
  MULTIPLE,
  pathOf,
  rowsOf,
  SEVERAL,
  SINGLE_MATRICES,
} from './question-kinds.ts'
import type { VariableTable } from './variables.ts'

/** Names every question and row, and enters all variables that formulas can speak of. */
export const declareQuestions = (
  survey: LssSurvey,
  {
    names,
    losses,
    variables,
  }: {
    readonly names: ReturnType<typeof nameMaker>
    readonly losses: LossList
    readonly variables: VariableTable
  },
): ReadonlyMap<string, Declared> => {
  const base = survey.languages[0] ?? 'en'
  const questions = survey.groups.flatMap((group) => group.questions)
  const home = new Map(survey.groups.map(({ gid, relevance }) => [gid, relevance]))
  const called = new Map(questions.map((question) => [question.qid, names(question.code)]))
  return new Map(
    questions.map((question) => {
      const name = called.get(question.qid) ?? question.code
      const path = pathOf(question)
      if (name !== question.code)
        losses.approximated(
          path,
          `question code “${question.code}”`,
          because('item-renamed', { name }),
          name,
        )
      const declared = declare(question, { name, path, base, survey, names, losses })
      enter(declared, { base, variables, home })
      return [question.qid, declared]
    }),
  )
}

type Declaring = {
  readonly name: string
  readonly path: string
  readonly base: string
  readonly survey: LssSurvey
  readonly names: ReturnType<typeof nameMaker>
  readonly losses: LossList
}

const declare = (
  question: LssQuestion,
  { name, path, base, survey, names, losses }: Declaring,
): Declared => {
  const renamed = (what: string) => (code: string, value: string) =>
    losses.approximated(
      `${path}, ${what} ${code}`,
      `${what} code “${code}”`,
      because('code-renamed', { value }),
      name,
    )
  const { type } = question
  const apart =
    SEVERAL.has(type) &&
    (rowsOf(question).some(({ relevance }) => !isAlways(relevance)) ||
      ['array_filter', 'array_filter_exclude'].some(
        (filter) => attributeOf(question, filter, base) !== '',
      ))
  const isCells = type === '1' || CELL_MATRICES.has(type)
  const apartCells = isCells && needsCells(question, survey, base)
  const global = SINGLE_MATRICES.has(type) || apart
  const rows = new Map<string, string>()
  const local = valueMaker()
  for (const { code } of rowsOf(question)) {
    if (rows.has(code)) continue
    const wanted = `${name}_${code}`
    const given = global ? names(wanted) : local(code)
    rows.set(code, given)
    if (given !== (global ? wanted : code)) renamed('subquestion')(code, given)
  }
  const columns = new Map<string, string>()
  const column = valueMaker()
  for (const { code } of columnsOf(question)) {
    if (columns.has(code)) continue
    columns.set(code, column(code))
    if (columns.get(code) !== code) renamed('column')(code, columns.get(code) ?? '')
  }
  const cells = new Map<string, string>()
  if (apartCells)
    for (const row of rowsOf(question))
      for (const column of type === '1' ? ['0', '1'] : columnsOf(question).map(({ code }) => code))
        if (!cells.has(`${row.code} ${column}`))
          cells.set(`${row.code} ${column}`, names(`${name}_${row.code}_${column}`))
  const codesIn = (scale: number) =>
    type === 'I'
      ? survey.languages.map(tagOf)
      : question.answers.filter((answer) => answer.scale === scale).map(({ code }) => code)
  const partCodes = () => rowsOf(question).map(({ code }) => code)
  return {
    question,
    name,
    path,
    rows,
    columns,
    values: MULTIPLE.has(type)
      ? [valuesFor(partCodes(), renamed('subquestion'))]
      : type === 'R' && question.answers.length === 0
        ? [valuesFor(partCodes(), renamed('subquestion'))]
        : [
            valuesFor(codesIn(0), renamed('answer')),
            ...(type === '1' ? [valuesFor(codesIn(1), renamed('answer'))] : []),
          ],
    apart: apart || apartCells,
    cells,
  }
}

/**
 * Whether the cells of an array must be questions of their own: the library knows no cells of rows that are hidden at
 * the start, so nothing may speak of them; and it knows no check of a cell by itself.
 */
const needsCells = (question: LssQuestion, survey: LssSurvey, base: string): boolean => {
  const said = (name: string) => attributeOf(question, name, base)
  if (said('em_validation_sq') !== '') return true
  const filtered =
    rowsOf(question).some(({ relevance }) => !isAlways(relevance)) ||
    said('array_filter') !== '' ||
    said('array_filter_exclude') !== ''
  if (!filtered) return false
  if (
    said('min_answers') !== '' ||
    said('max_answers') !== '' ||
    /\b(self|this)\b/i.test(formulasOf(question))
  )
    return true
  const name = new RegExp(
    `(^|[^A-Za-z0-9])(${question.code.replaceAll(/\W/g, '\\W')}|\\d+X\\d+X${question.qid})(?![A-Za-z0-9]*\\()`,
  )
  return survey.groups.some(
    (group) =>
      name.test(group.relevance) ||
      group.questions.some(
        (other) =>
          name.test(formulasOf(other)) ||
          survey.conditions.some(({ field }) => name.test(field.replace(/^\+/, ''))),
      ),
  )
}

/** All of a question's formulas, to look for names in. */
const formulasOf = (question: LssQuestion): string =>
  [
    question.relevance,
    ...question.subquestions.map(({ relevance }) => relevance),
    ...[...question.attributes]
      .filter(([key]) => /^(em_|array_filter|min_|max_|equals_|multiflexible_|date_)/.test(key))
      .flatMap(([, values]) => [...values.values()]),
    ...(question.type === '*' ? question.texts.values() : []),
  ].join('\n')
