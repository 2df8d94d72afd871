import type { Expression } from '../expression/expression.ts'
import type { LossList } from '../questionnaire/loss-list.ts'
import { type nameMaker, valueMaker, valuesFor } from '../questionnaire/names.ts'
import { compare, constant, either, not } from '../questionnaire/simplify.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { LssQuestion, LssSurvey } from './lss-survey.ts'
import { tagOf } from './own-words.ts'
import { isUnread, valueFrom } from './script-to-expression.ts'
import type { Variable, VariableTable } from './variables.ts'

/** What a question will be called and which values its answers will have; made before any formula is read. */
export type Declared = {
  readonly question: LssQuestion
  readonly name: string
  readonly path: string
  /** Code of a subquestion → its name or value here; rows and columns apart. */
  readonly rows: ReadonlyMap<string, string>
  readonly columns: ReadonlyMap<string, string>
  /** Code of an answer → its value, for each scale. */
  readonly values: readonly ReadonlyMap<string, string | number>[]
  /** Its parts stand one by one, because conditions or checks speak of each. */
  readonly apart: boolean
  /** Names of cells that stand one by one, by `row column` in the source's codes. */
  readonly cells: ReadonlyMap<string, string>
}

export const LISTS = new Set(['!', 'L', 'O'])
export const SINGLE_MATRICES = new Set(['A', 'B', 'C', 'E', 'F', 'H'])
export const CELL_MATRICES = new Set([':', ';'])
export const SEVERAL = new Set(['K', 'Q'])
export const MULTIPLE = new Set(['M', 'P'])
const NO_ANSWER = new Set(['X', '|'])

export const pathOf = (question: LssQuestion) => `question ${question.code}`
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

export const isAlways = (relevance: string): boolean => /^\s*(1|true)?\s*$/i.test(relevance)

/** Names of the columns of an array with two scales. */
export const SCALES = ['scale_1', 'scale_2'] as const

const enter = (
  { question, name, rows, columns, values, apart, cells }: Declared,
  {
    base,
    variables,
    home,
  }: {
    readonly base: string
    readonly variables: VariableTable
    /** Relevance of each group. */
    readonly home: ReadonlyMap<string, string>
  },
) => {
  const { type, code } = question
  const answer = (part?: string): Expression =>
    part === undefined ? { kind: 'answer', item: name } : { kind: 'answer', item: name, part }
  const add = (
    part: string,
    variable: Omit<Variable, 'question' | 'part'>,
    { glue = '_', sgqa = part }: { readonly glue?: string; readonly sgqa?: string } = {},
  ) =>
    variables.add([part === '' ? code : `${code}${glue}${part}`, `X${question.qid}:${sgqa}`], {
      question,
      part,
      ...variable,
    })
  const encodeIn =
    (map: ReadonlyMap<string, string | number> | undefined) =>
    (given: string): string | number =>
      map?.get(given) ?? (given === '-oth-' ? 'other' : numberOr(given))
  const comment: Expression = { kind: 'answer', item: `${name}-Comment` }
  const asIs = (given: string) => given
  if (NO_ANSWER.has(type)) return
  if (LISTS.has(type) || ['5', 'G', 'Y', 'I'].includes(type)) {
    const encode =
      type === '5' ? numberOr : type === 'I' ? tagOf : LISTS.has(type) ? encodeIn(values[0]) : asIs
    add('', { value: answer(), encode, piped: name })
    if (question.other && LISTS.has(type))
      add('other', { value: comment, encode: asIs, piped: `${name}-Comment` })
    if (type === 'O')
      add('comment', { value: comment, encode: asIs, piped: `${name}-Comment`, isComment: true })
    return
  }
  if (MULTIPLE.has(type)) {
    for (const { code: part } of rowsOf(question)) {
      const is: Expression = {
        kind: 'holds',
        left: answer(),
        right: constant(values[0]?.get(part) ?? part),
      }
      add(part, { value: answer(), ticked: { is, on: 'Y' }, encode: asIs })
      if (type === 'P') {
        const item = `${name}_${values[0]?.get(part) ?? part}_text`
        add(`${part}comment`, {
          value: { kind: 'answer', item },
          encode: asIs,
          piped: item,
          isComment: true,
        })
      }
    }
    if (question.other) add('other', { value: comment, encode: asIs, piped: `${name}-Comment` })
    return
  }
  if (SEVERAL.has(type)) {
    for (const { code: part } of rowsOf(question)) {
      const own = rows.get(part) ?? part
      add(part, {
        value: apart ? { kind: 'answer', item: own } : answer(own),
        encode: type === 'K' || isOn(attributeOf(question, 'numbers_only', base)) ? numberOr : asIs,
        piped: apart ? own : `${name}.${own}`,
      })
    }
    return
  }
  if (SINGLE_MATRICES.has(type)) {
    for (const { code: part } of rowsOf(question)) {
      const own = rows.get(part) ?? part
      const encode =
        type === 'A' || type === 'B'
          ? numberOr
          : type === 'C' || type === 'E'
            ? asIs
            : encodeIn(values[0])
      add(part, { value: answer(own), encode, piped: `${name}.${own}` })
    }
    return
  }
  const placed = (cell: string, at: string) => {
    const own = cells.get(cell)
    return own === undefined
      ? { value: answer(at), piped: `${name}.${at}` }
      : { value: { kind: 'answer', item: own } as const, piped: own }
  }
  if (type === '1') {
    for (const { code: part } of rowsOf(question))
      for (const [scale, column] of SCALES.entries())
        add(
          `${part}_${scale}`,
          {
            ...placed(`${part} ${scale}`, `${rows.get(part) ?? part}.${column}`),
            encode: encodeIn(values[scale]),
          },
          { sgqa: `${part}#${scale}` },
        )
    return
  }
  if (CELL_MATRICES.has(type)) {
    const boxes = type === ':' && isOn(attributeOf(question, 'multiflexible_checkbox', base))
    for (const row of rowsOf(question))
      for (const column of columnsOf(question)) {
        const at = `${rows.get(row.code) ?? row.code}.${columns.get(column.code) ?? column.code}`
        const { value, piped } = placed(`${row.code} ${column.code}`, at)
        add(`${row.code}_${column.code}`, {
          value,
          piped,
          ...(boxes ? { ticked: { is: compare(value, '=', constant(true)), on: '1' } } : {}),
          encode:
            type === ':' || isOn(attributeOf(question, 'numbers_only', base)) ? numberOr : asIs,
        })
      }
    return
  }
  if (type === 'R') {
    for (const [rank] of [...(values[0]?.keys() ?? [])].entries())
      add(String(rank + 1), {
        value: { kind: 'answer', item: `${name}[${rank}]` },
        encode: encodeIn(values[0]),
        piped: `${name}[${rank}]`,
      })
    return
  }
  if (type === '*') {
    const group = home.get(question.gid)
    const formula = once(() => {
      const source = /^\{([^{}]*)\}$/.exec(plainText(question.texts.get(base) ?? '').text)?.[1]
      if (source === undefined || !isAlways(question.relevance) || !isAlways(group ?? ''))
        return undefined
      const result = valueFrom(source, { variables, question })
      return isUnread(result) || JSON.stringify(result.expression).length > 4000
        ? undefined
        : result.expression
    })
    add('', { value: answer(), encode: numberOr, piped: name, formula })
    return
  }
  const numeric = type === 'N' || isOn(attributeOf(question, 'numbers_only', base))
  add('', { value: answer(), encode: numeric ? numberOr : asIs, piped: name })
}

/** Computed when it is first asked for; undefined while it asks for itself. */
const once = <Result>(compute: () => Result | undefined): (() => Result | undefined) => {
  let known: { readonly result: Result | undefined } | undefined
  return () => {
    if (known === undefined) {
      known = { result: undefined }
      known = { result: compute() }
    }
    return known.result
  }
}

export const isOn = (value: string) =>
  value === '1' || value === 'Y' || value === 'yes' || value === 'true'

const numberOr = (given: string): string | number =>
  /^\s*-?(\d+(\.\d+)?|\.\d+)\s*$/.test(given) ? Number(given) : given

/**
 * Other questions whose parts of the same code decide whether this part is offered; those that filter them decide, too.
 * A ranking filters by what has been ranked.
 */
export const filterOf = (
  code: string,
  {
    question,
    base,
    variables,
    seen = [],
  }: {
    readonly question: LssQuestion
    readonly base: string
    readonly variables: VariableTable
    readonly seen?: readonly string[]
  },
): readonly Expression[] =>
  (['array_filter', 'array_filter_exclude'] as const).flatMap((attribute) =>
    attributeOf(question, attribute, base)
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !seen.includes(name) && seen.length < 10)
      .flatMap((name): readonly Expression[] => {
        const all = variables.ofCode(name)
        const source = all[0]?.question
        if (source === undefined) return []
        const isRanking = source.type === 'R'
        const sources = all.filter(
          ({ part, isComment }) =>
            isComment !== true && (isRanking || part === code || part.startsWith(`${code}_`)),
        )
        const said = isRanking
          ? sources
              .slice(0, 1)
              .filter(() => source.answers.some((answer) => answer.code === code))
              .map(({ value, encode }): Expression => {
                const item = value.kind === 'answer' ? value.item.replace(/\[\d+\]$/, '') : ''
                return {
                  kind: 'holds',
                  left: { kind: 'answer', item },
                  right: constant(encode(code)),
                }
              })
          : sources.map(({ ticked, value }) => ticked?.is ?? not({ kind: 'empty', of: value }))
        if (said.length === 0) return []
        const before = filterOf(code, {
          question: source,
          base,
          variables,
          seen: [...seen, name],
        })
        return attribute === 'array_filter' ? [either(said), ...before] : [not(either(said))]
      }),
  )
