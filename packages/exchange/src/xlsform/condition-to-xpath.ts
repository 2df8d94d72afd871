import { type Condition, parseCondition } from '@echolot/routing/logic'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { Untranslatable } from '../reasons/untranslatable.ts'
import { bracketed, quoted, STRENGTH, unsaid, writeConstant } from './xpath-printing.ts'

/** What the writer knows of the items a condition names. */
export type Names = {
  readonly isMultiple: (name: string) => boolean
  readonly isRepeat: (name: string) => boolean
  /** The item the expression belongs to, written as `.`; only in constraints. */
  readonly self?: string
}

/** The same in XPath, or why it cannot be said there. */
export type XPathText = { readonly xpath: string } | { readonly unsaid: Reason }

/** Writes one of our conditions or calculations as XLSForms have them. */
export const conditionToXPath = (text: string, names: Names): XPathText => {
  const { condition } = parseCondition(text)
  if (condition === undefined) return { unsaid: because('no-expression') }
  try {
    return { xpath: write(withoutBlank(condition, names), names, 0) }
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error
    return { unsaid: error.reason }
  }
}

/** Constraints are not asked of blanks there: `{self} empty or …` is `…`. */
const withoutBlank = (condition: Condition, { self }: Names): Condition => {
  if (self === undefined || condition.kind !== 'or') return condition
  const [first, ...rest] = condition.parts
  const [only] = rest
  return first?.kind === 'presence' &&
    first.operator === 'empty' &&
    first.operand.kind === 'answer' &&
    lastOf(first.operand.path) === self &&
    only !== undefined
    ? rest.length === 1
      ? only
      : { ...condition, parts: rest }
    : condition
}

const lastOf = (path: string) => path.split('.').at(-1) ?? path

const reference = (path: string, names: Names): string => {
  if (path === 'panelIndex') return '(position(..) - 1)'
  const steps = path.replaceAll(/\[\d+\]/g, '').split('.')
  if (steps.at(-1) === 'length' && steps.length > 1) {
    const name = steps.at(-2) ?? ''
    const list = names.isMultiple(name)
      ? 'count-selected'
      : names.isRepeat(name)
        ? 'count'
        : 'string-length'
    return `${list}(${reference(steps.slice(0, -1).join('.'), names)})`
  }
  if (/-Comment$/.test(path)) return unsaid(because('words-beside-choice'))
  const name = lastOf(path)
  return name === names.self ? '.' : `\${${name}}`
}

const pair = (
  left: Condition,
  operator: keyof typeof STRENGTH,
  right: Condition,
  names: Names,
  around: number,
) => {
  const strength = STRENGTH[operator]
  return bracketed(
    `${write(left, names, strength)} ${operator} ${write(right, names, strength + 1)}`,
    strength,
    around,
  )
}

const isMultiple = (condition: Condition, names: Names) =>
  condition.kind === 'answer' && names.isMultiple(lastOf(condition.path))

const write = (condition: Condition, names: Names, around: number): string => {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const strength = STRENGTH[condition.kind]
      return bracketed(
        condition.parts.map((part) => write(part, names, strength + 1)).join(` ${condition.kind} `),
        strength,
        around,
      )
    }
    case 'not':
      return `not(${write(condition.part, names, 0)})`
    case 'presence': {
      const operator = condition.operator === 'empty' ? '=' : '!='
      return bracketed(`${write(condition.operand, names, 4)} ${operator} ''`, 3, around)
    }
    case 'comparison':
      return writeComparison(condition, names, around)
    case 'arithmetic':
      return condition.operator === '^'
        ? `pow(${write(condition.left, names, 0)}, ${write(condition.right, names, 0)})`
        : pair(
            condition.left,
            ({ '+': '+', '-': '-', '*': '*', '/': 'div', '%': 'mod' } as const)[condition.operator],
            condition.right,
            names,
            around,
          )
    case 'answer':
      return reference(condition.path, names)
    case 'constant':
      return writeConstant(condition)
    case 'list':
      return unsaid(because('no-lists-there'))
    case 'call':
      return writeCall(condition, names, around)
  }
}

/** A value of a multiple choice is a text there. */
const asText = (condition: Condition, names: Names): string =>
  condition.kind === 'constant' && condition.form === 'number'
    ? quoted(String(condition.value))
    : write(condition, names, 0)

const writeComparison = (
  { operator, left, right }: Condition & { readonly kind: 'comparison' },
  names: Names,
  around: number,
): string => {
  const holds = (value: Condition): string =>
    isMultiple(left, names)
      ? `selected(${write(left, names, 0)}, ${asText(value, names)})`
      : `contains(${write(left, names, 0)}, ${asText(value, names)})`
  const entries = right.kind === 'list' ? right.entries : [right]
  switch (operator) {
    case 'contains':
      return holds(right)
    case 'notcontains':
      return `not(${holds(right)})`
    case 'anyof':
    case 'noneof': {
      const any = entries
        .map((entry) =>
          isMultiple(left, names)
            ? holds(entry)
            : `${write(left, names, 4)} = ${write(entry, names, 4)}`,
        )
        .join(' or ')
      return operator === 'noneof'
        ? `not(${any})`
        : entries.length > 1
          ? bracketed(any, STRENGTH.or, around)
          : any
    }
    case 'allof':
      return bracketed(entries.map(holds).join(' and '), STRENGTH.and, around)
    case '<>':
      return pair(left, '!=', right, names, around)
    default:
      return pair(left, operator, right, names, around)
  }
}

const SAME: Readonly<Record<string, string>> = {
  ...{
    iif: 'if',
    today: 'today',
    currentDate: 'now',
    trunc: 'int',
    round: 'round',
    min: 'min',
    max: 'max',
    substring: 'substr',
  },
}

const writeCall = (
  { name, parameters }: Condition & { readonly kind: 'call' },
  names: Names,
  around: number,
): string => {
  const given = (place: number): string => {
    const parameter = parameters[place]
    return parameter === undefined
      ? unsaid(because('lacks-what-to-work-on', { name }))
      : write(parameter, names, 0)
  }
  const [first, second, third] = parameters
  if (
    name === 'iif' &&
    first?.kind === 'presence' &&
    first.operator === 'empty' &&
    second?.kind === 'constant' &&
    second.value === 0 &&
    third?.kind === 'answer' &&
    third.path.endsWith('.length')
  )
    return write(third, names, around)
  const same = SAME[name]
  if (same !== undefined && !(name === 'trunc' && parameters.length > 1))
    return `${same}(${parameters.map((_, place) => given(place)).join(', ')})`
  switch (name) {
    case 'sum':
      return bracketed(
        parameters.map((one) => write(one, names, 5)).join(' + '),
        STRENGTH['+'],
        around,
      )
    case 'sumInArray':
    case 'minInArray':
    case 'maxInArray':
    case 'countInArray':
      return second?.kind === 'constant' && second.form === 'text'
        ? `${name.replace('InArray', '')}(\${${second.value}})`
        : unsaid(because('names-no-question', { name }))
    case 'dateDiff':
      return third === undefined || (third.kind === 'constant' && third.value === 'days')
        ? bracketed(
            `decimal-date-time(${given(1)}) - decimal-date-time(${given(0)})`,
            STRENGTH['-'],
            around,
          )
        : unsaid(because('only-days-there'))
    default:
      return unsaid(because('no-counterpart-there', { name }))
  }
}
