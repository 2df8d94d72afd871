import type { Expression } from '../expression/expression.ts'
import { isPrintable } from '../expression/print-expression.ts'
import { both, compare, constant, either, failsWhenBlank, not } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import { decoded } from './carried-choices.ts'
import type { Item } from './declare-items.ts'
import { entriesOf, fieldOf, isJson, textIn, textOf } from './json-access.ts'
import { anyInRow, inMatrix, selected, type Unsaid, unable, valueAt } from './logic-answers.ts'

export const isUnsaid = (result: Expression | Unsaid): result is Unsaid => 'message' in result

export type LogicPlace = {
  readonly items: ReadonlyMap<string, Item>
  /** Embedded data by its name in the source. */
  readonly field: (name: string) => Expression
  /** When a question is displayed, for what asks for that. */
  readonly shown: (id: string) => Expression
  readonly choiceShown: (id: string, choice: string) => Expression
}

/** Conditions as Qualtrics nests them: sets of `If`, `AndIf`, `OrIf`, each of single conditions; and before or. */
export const readLogic = (logic: unknown, place: LogicPlace): Expression | Unsaid => {
  try {
    return connected(
      logic,
      (one) => connected(one, (part) => single(part, place), 'Conjuction'),
      'Type',
    )
  } catch (error) {
    if (
      typeof error === 'object' &&
      error !== null &&
      'message' in error &&
      !(error instanceof Error)
    )
      return error as Unsaid
    throw error
  }
}

/** Entries by number, joined by what each says about the one before it. */
const connected = (
  logic: unknown,
  read: (one: unknown) => Expression,
  key: 'Conjuction' | 'Type',
): Expression => {
  const entries = entriesOf(logic)
    .filter(([number, one]) => /^\d+$/.test(number) && isJson(one))
    .map(([, one]) => one)
  if (entries.length === 0) return unable(because('no-conditions'))
  const groups: Expression[][] = []
  for (const [place, one] of entries.entries()) {
    const word = textIn(one, key) || textIn(one, 'Conjunction')
    const current = groups.at(-1)
    if (place === 0 || current === undefined || /^or/i.test(word)) groups.push([read(one)])
    else current.push(read(one))
  }
  return either(groups.map(both))
}

const single = (json: unknown, place: LogicPlace): Expression => {
  const operator = textIn(json, 'Operator')
  const left = textIn(json, 'LeftOperand')
  const right = textIn(json, 'RightOperand')
  const kind = textIn(json, 'LogicType')
  if (kind === 'EmbeddedField') return compared(place.field(left), operator, right)
  const locator = /^q:\/\//.test(left) ? left : textIn(json, 'ChoiceLocator')
  if (!/^q:\/\//.test(locator)) return unable(because('conditions-on', { what: kind || left }))
  return fromLocator(locator, { operator, right, place })
}

/** One condition on a question, by its address; also that of a skip. */
export const fromLocator = (
  locator: string,
  {
    operator,
    right,
    place,
  }: { readonly operator: string; readonly right: string; readonly place: LogicPlace },
): Expression => {
  const [, address = '', rest = ''] = /^q:\/\/([^/]+)\/?(.*)$/.exec(locator) ?? []
  const id = decoded(address).replace(/^\d+_(?=QID)/, '')
  const item = place.items.get(id)
  if (item === undefined) return unable(because('asked-nowhere', { id }))
  const steps = rest.split('/').map(decoded)
  const [what = '', first, second] = steps
  if (
    what === 'QuestionDisplayed' ||
    ((operator === 'Displayed' || operator === 'NotDisplayed') && first === undefined)
  )
    return operator === 'NotDisplayed' ? not(place.shown(id)) : place.shown(id)
  if (what === 'ChoiceDisplayed' || operator === 'Displayed' || operator === 'NotDisplayed') {
    const shown = both([place.shown(id), place.choiceShown(id, first ?? '')])
    return operator === 'NotDisplayed' ? not(shown) : shown
  }
  if (what === 'SelectableChoice' || what === 'SelectableAnswer') {
    const chosen =
      item.kind === 'matrix' || item.kind === 'boxes'
        ? second !== undefined
          ? inMatrix(item, first ?? '', second)
          : what === 'SelectableAnswer'
            ? either([...item.values.keys()].map((row) => inMatrix(item, row, first ?? '')))
            : anyInRow(item, first ?? '')
        : selected(item, first ?? '')
    if (operator === 'Selected' || operator === 'Is' || operator === 'EqualTo') return chosen
    if (operator === 'NotSelected' || operator === 'IsNot' || operator === 'NotEqualTo')
      return not(chosen)
    return unable(because('operator-unknown', { word: operator }))
  }
  if (what === 'SelectedChoicesCount') {
    if (item.kind !== 'multiple') return unable(because('count-unknown'))
    const count: Expression = {
      kind: 'call',
      name: 'sum',
      of: [...item.values.keys()].map((choice) => ({
        kind: 'call',
        name: 'iif',
        of: [selected(item, choice), constant(1), constant(0)],
      })),
    }
    return compared(count, operator, right)
  }
  return compared(valueAt(item, steps), operator, right)
}

const compared = (left: Expression, operator: string, right: string): Expression => {
  const said = /^\s*-?\d+([.,]\d+)?\s*$/.test(right) ? Number(right.replace(',', '.')) : right
  if (typeof said === 'string' && (!isPrintable(said) || said.includes('${')))
    return unable(because('compares-with-composed'))
  const other = constant(said)
  switch (operator) {
    case 'Empty':
    case 'IsEmpty':
      return { kind: 'empty', of: left }
    case 'NotEmpty':
    case 'IsNotEmpty':
      return not({ kind: 'empty', of: left })
    case 'EqualTo':
    case 'Is':
      return right === '' ? { kind: 'empty', of: left } : compare(left, '=', other)
    case 'NotEqualTo':
    case 'IsNot':
      return right === '' ? not({ kind: 'empty', of: left }) : compare(left, '<>', other)
    case 'GreaterThan':
      return compare(left, '>', other)
    case 'GreaterThanOrEqual':
      return compare(left, '>=', other)
    case 'LessThan':
      return compare(left, '<', other)
    case 'LessThanOrEqual':
      return compare(left, '<=', other)
    case 'Contains':
      return { kind: 'holds', left, right: constant(right) }
    case 'DoesNotContain':
    case 'NotContains':
      return not({ kind: 'holds', left, right: constant(right) })
    default:
      return unable(because('operator-unknown', { word: operator }))
  }
}

/** A condition of a skip, which only counts when its question has been shown. */
export const readSkip = (skip: unknown, place: LogicPlace): Expression | Unsaid => {
  try {
    const locator = textIn(skip, 'ChoiceLocator') || textIn(skip, 'Locator')
    const id = decoded(/^q:\/\/([^/]+)/.exec(locator)?.[1] ?? '')
    const test = fromLocator(locator, {
      operator: textOf(fieldOf(skip, 'Condition')),
      right: textIn(skip, 'RightOperand'),
      place,
    })
    const names = new Set([
      place.items.get(id)?.name ?? '',
      ...(place.items.get(id)?.beside.values() ?? []),
    ])
    return failsWhenBlank(test, (item) => names.has(item)) ? test : both([place.shown(id), test])
  } catch (error) {
    if (
      typeof error === 'object' &&
      error !== null &&
      'message' in error &&
      !(error instanceof Error)
    )
      return error as Unsaid
    throw error
  }
}
