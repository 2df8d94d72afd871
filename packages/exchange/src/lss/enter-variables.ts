import type { Expression } from '../expression/expression.ts'
import { compare, constant } from '../questionnaire/simplify.ts'
import { plainText } from '../questionnaire/texts.ts'
import type { Declared } from './declared.ts'
import { tagOf } from './own-words.ts'
import {
  attributeOf,
  CELL_MATRICES,
  columnsOf,
  isAlways,
  isOn,
  LISTS,
  MULTIPLE,
  numberOr,
  rowsOf,
  SCALES,
  SEVERAL,
  SINGLE_MATRICES,
} from './question-kinds.ts'
import { isUnread, valueFrom } from './script-to-expression.ts'
import type { Variable, VariableTable } from './variables.ts'

const NO_ANSWER = new Set(['X', '|'])

/** Enters the variables of a question that formulas can speak of. */
export const enter = (
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
