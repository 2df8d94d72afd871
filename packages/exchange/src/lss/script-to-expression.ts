import type { Expression } from '../expression/expression.ts'
import { isPrintable } from '../expression/print-expression.ts'
import { added, both, choose, compare, constant, either, not } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import type { LssQuestion } from './lss-survey.ts'
import {
  isFault,
  parseExpressionScript,
  type Script,
  type ScriptFault,
} from './parse-expression-script.ts'
import {
  againstTick,
  asNumber,
  blank,
  isCondition,
  isMeant,
  isOrder,
  isTyped,
  isVariable,
  LISTS,
  MIRRORED,
  type Order,
  truthOf,
  variableValue,
} from './script-variables.ts'
import type { Variable, VariableTable } from './variables.ts'

/** Where a formula stands: its question for `self`, its variable for `this`. */
export type ScriptPlace = {
  readonly variables: VariableTable
  readonly question?: LssQuestion | undefined
  readonly current?: Variable | undefined
}

export type Translated = {
  readonly expression: Expression
  /** Questions whose being hidden makes the whole formula fail: those named without `.NAOK`. */
  readonly needs: readonly LssQuestion[]
}

/** A formula as a condition: true or false, whatever it computes. */
export const conditionFrom = (source: string, place: ScriptPlace): Translated | ScriptFault =>
  translated(source, place, (script, reading) => reading.condition(script))

/** A formula as a value. */
export const valueFrom = (source: string, place: ScriptPlace): Translated | ScriptFault =>
  translated(source, place, (script, reading) => reading.value(script))

export const isUnread = (result: Translated | ScriptFault): result is ScriptFault =>
  'message' in result

const translated = (
  source: string,
  place: ScriptPlace,
  read: (script: Script, reading: ReturnType<typeof readingOf>) => Expression,
): Translated | ScriptFault => {
  const script = parseExpressionScript(source)
  if (isFault(script)) return script
  const needs = new Set<LssQuestion>()
  try {
    return { expression: read(script, readingOf(place, needs)), needs: [...needs] }
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'at' in error) return error as ScriptFault
    throw error
  }
}

/** Ends the reading of one formula; never leaves this file. */
const unable = (message: Reason): never => {
  throw { at: 0, message } satisfies ScriptFault
}

const CALCULATIONS = new Set<string>(['+', '-', '*', '/'])

const readingOf = (place: ScriptPlace, needs: Set<LssQuestion>) => {
  const noted = (variable: Variable, suffix: string) => {
    if (suffix !== 'naok' && suffix !== 'valuenaok') needs.add(variable.question)
    return variable
  }

  /** The variables a name stands for; several for `self` and `that`. */
  const named = (name: string, suffix: string): readonly Variable[] => {
    const [first = '', ...rest] = name.split('.')
    const word = first.toLowerCase()
    if (word === 'this')
      return place.current === undefined ? unable(because('this-without-answer')) : [place.current]
    if (word === 'self' || word === 'that') {
      const parts = word === 'that' ? rest.slice(1) : rest
      const all =
        word === 'that'
          ? place.variables.ofCode(rest[0] ?? '')
          : place.question === undefined
            ? []
            : place.variables.ofQuestion(place.question.qid)
      const found = all.filter((variable) => parts.every((part) => isMeant(variable, part)))
      if (found.length === 0) unable(because('not-in-survey', { name }))
      return found.map((variable) => noted(variable, word === 'self' ? 'naok' : suffix))
    }
    const variable = place.variables.find(name)
    if (variable !== undefined) return [noted(variable, suffix)]
    const parts = place.variables.ofCode(name)
    return unable(
      parts.length > 0 ? because('name-a-part', { name }) : because('not-in-survey', { name }),
    )
  }

  const single = (script: Script): Variable | undefined => {
    if (script.kind !== 'variable') return undefined
    if (BLOCKED_SUFFIXES.has(script.suffix))
      return unable(because('suffix-unknown', { suffix: script.suffix }))
    const found = named(script.name, script.suffix)
    const [only] = found
    return found.length === 1 ? only : unable(because('several-answers', { name: script.name }))
  }

  const listed = (scripts: readonly Script[]): readonly (Script | Variable)[] =>
    scripts.flatMap((script): readonly (Script | Variable)[] =>
      script.kind === 'variable' ? named(script.name, script.suffix) : [script],
    )

  const value = (script: Script): Expression => {
    switch (script.kind) {
      case 'number':
        return constant(script.value)
      case 'text':
        return isPrintable(script.value)
          ? constant(script.value)
          : unable(because('backslash-in-conditions'))
      case 'variable': {
        const word = script.name.toLowerCase()
        if (word === 'true' || word === 'false') return constant(word === 'true')
        const fixed = FIXED[script.suffix]
        if (fixed !== undefined) {
          const [first] = named(script.name, 'naok')
          return first === undefined ? constant('') : constant(fixed(first.question))
        }
        const variable = single(script)
        return variable === undefined ? constant('') : variableValue(variable)
      }
      case 'not':
        return not(condition(script.of))
      case 'minus':
        return script.of.kind === 'number'
          ? constant(-script.of.value)
          : { kind: 'calculate', operator: '-', left: constant(0), right: value(script.of) }
      case 'call':
        return call(script.name, script.of)
      case 'binary':
        if (!CALCULATIONS.has(script.operator)) return condition(script)
        return {
          kind: 'calculate',
          operator: script.operator as '+' | '-' | '*' | '/',
          left: value(script.left),
          right: value(script.right),
        }
    }
  }

  const condition = (script: Script): Expression => {
    switch (script.kind) {
      case 'number':
        return constant(script.value !== 0)
      case 'text':
        return constant(script.value !== '' && script.value !== '0')
      case 'not':
        return not(condition(script.of))
      case 'variable': {
        const word = script.name.toLowerCase()
        if (word === 'true' || word === 'false') return constant(word === 'true')
        const variable = single(script)
        return variable === undefined ? constant(false) : truthOf(variable)
      }
      case 'binary':
        if (script.operator === 'or')
          return either([condition(script.left), condition(script.right)])
        if (script.operator === 'and')
          return both([condition(script.left), condition(script.right)])
        if (isOrder(script.operator)) return ordered(script.left, script.operator, script.right)
        return compare(value(script), '<>', constant(0))
      case 'minus':
        return compare(value(script), '<>', constant(0))
      case 'call': {
        if (script.name === 'if' || script.name === 'iif') {
          const [test, yes, no] = script.of
          if (test === undefined || yes === undefined)
            return unable(because('lacks-parts', { name: 'if' }))
          const holds = condition(test)
          return either([
            both([holds, condition(yes)]),
            both([not(holds), no === undefined ? constant(false) : condition(no)]),
          ])
        }
        const result = call(script.name, script.of)
        return isCondition(result) ? result : compare(result, '<>', constant(0))
      }
    }
  }

  const ordered = (left: Script, operator: Order, right: Script): Expression => {
    if (left.kind === 'variable' && right.kind !== 'variable') {
      const variable = constantWord(left) ? undefined : single(left)
      if (variable !== undefined) return againstValue(variable, operator, right)
    }
    if (right.kind === 'variable' && left.kind !== 'variable' && !constantWord(right)) {
      const variable = single(right)
      if (variable !== undefined) return againstValue(variable, MIRRORED[operator], left)
    }
    const [one, two] = [left, right].map((side) =>
      side.kind === 'variable' && !constantWord(side) ? single(side) : undefined,
    )
    if (
      one !== undefined &&
      two !== undefined &&
      isTyped(one) &&
      isTyped(two) &&
      operator !== '=' &&
      operator !== '<>'
    )
      return both([
        not(blank(one)),
        not(blank(two)),
        compare(asNumber(one), operator, asNumber(two)),
      ])
    return compare(value(left), operator, value(right))
  }

  const constantWord = (script: Script) =>
    script.kind === 'variable' && /^(true|false)$/i.test(script.name)

  const againstValue = (variable: Variable, operator: Order, other: Script): Expression => {
    const said = other.kind === 'minus' && other.of.kind === 'number' ? -other.of.value : undefined
    const plain = other.kind === 'text' ? other.value : other.kind === 'number' ? other.value : said
    if (plain === undefined) {
      const right = value(other)
      return compare(variableValue(variable), operator, right)
    }
    if (plain === '')
      return operator === '=' || operator === '<='
        ? blank(variable)
        : operator === '<>' || operator === '>'
          ? not(blank(variable))
          : operator === '>='
            ? constant(true)
            : constant(false)
    if (variable.ticked !== undefined) return againstTick(variable.ticked, operator, plain)
    const coded = variable.encode(String(plain))
    // Written numbers are compared as such, also with what was typed as words.
    const known =
      typeof plain === 'number' && coded === String(plain) && !LISTS.has(variable.question.type)
        ? plain
        : coded
    const right = isPrintable(String(known)) ? known : unable(because('backslash-in-conditions'))
    return compare(variableValue(variable), operator, constant(right))
  }

  const call = (name: string, of: readonly Script[]): Expression => {
    const [first, second, third] = of
    const number = (operator: '%' | '^') =>
      first === undefined || second === undefined
        ? unable(because('lacks-parts', { name }))
        : ({ kind: 'calculate', operator, left: value(first), right: value(second) } as const)
    switch (name) {
      case 'is_empty':
      case 'is_null':
        return first === undefined ? unable(because('lacks-part', { name })) : isBlank(first)
      case 'is_numeric': {
        const variable = first === undefined ? undefined : single(first)
        return variable === undefined || !'NK'.includes(variable.question.type)
          ? unable(because('is-numeric-unknown'))
          : not(blank(variable))
      }
      case 'if':
      case 'iif':
        if (first === undefined || second === undefined)
          return unable(because('lacks-parts', { name: 'if' }))
        return choose(
          condition(first),
          value(second),
          third === undefined ? constant('') : value(third),
        )
      case 'count':
        return added(listed(of).map((one) => choose(not(isBlank(one)), constant(1), constant(0))))
      case 'countif':
      case 'sumif':
      case 'countifop':
      case 'sumifop': {
        const plain = name === 'countif' || name === 'sumif'
        const operator = plain ? '==' : first?.kind === 'text' ? first.value : ''
        const wanted = plain ? first : second
        const order = ORDER_WORDS[operator.toLowerCase()]
        if (wanted === undefined || order === undefined)
          return unable(because('operator-in-call', { name, operator }))
        return added(
          listed(of.slice(plain ? 1 : 2)).map((one) => {
            const test = isVariable(one)
              ? againstValue(one, order, wanted)
              : ordered(one, order, wanted)
            const gives = name.startsWith('sum') ? amountOf(one) : constant(1)
            return choose(test, gives, constant(0))
          }),
        )
      }
      case 'sum':
        return added(listed(of).map(amountOf))
      case 'min':
      case 'max':
        return { kind: 'call', name, of: listed(of).map(amountOf) }
      case 'round':
        return { kind: 'call', name: 'round', of: of.map(value) }
      case 'intval':
        return first === undefined
          ? unable(because('lacks-part', { name: 'intval' }))
          : { kind: 'call', name: 'trunc', of: [value(first)] }
      case 'floor':
      case 'ceil': {
        if (first === undefined) return unable(because('lacks-part', { name }))
        const exact = value(first)
        const cut: Expression = { kind: 'call', name: 'trunc', of: [exact] }
        const step = constant(1)
        return name === 'floor'
          ? choose(
              compare(cut, '>', exact),
              { kind: 'calculate', operator: '-', left: cut, right: step },
              cut,
            )
          : choose(
              compare(cut, '<', exact),
              { kind: 'calculate', operator: '+', left: cut, right: step },
              cut,
            )
      }
      case 'abs': {
        if (first === undefined) return unable(because('lacks-part', { name: 'abs' }))
        const exact = value(first)
        return choose(
          compare(exact, '<', constant(0)),
          { kind: 'calculate', operator: '-', left: constant(0), right: exact },
          exact,
        )
      }
      case 'pow':
        return number('^')
      case 'fmod':
      case 'modulo':
      case 'mod':
        return number('%')
      case 'sqrt':
        return first === undefined
          ? unable(because('lacks-part', { name: 'sqrt' }))
          : { kind: 'calculate', operator: '^', left: value(first), right: constant(0.5) }
      case 'pi':
        return constant(Math.PI)
      case 'unique': {
        const all = listed(of)
        return both(
          all.flatMap((one, place) =>
            all
              .slice(place + 1)
              .map((two) => either([isBlank(one), compare(amountOf(one), '<>', amountOf(two))])),
          ),
        )
      }
      case 'join':
      case 'implode':
      case 'list': {
        const glue =
          name === 'implode' && first !== undefined
            ? value(first)
            : constant(name === 'list' ? ', ' : '')
        const parts = listed(name === 'implode' ? of.slice(1) : of).map((one) =>
          choose(
            not(isBlank(one)),
            name === 'join'
              ? amountOf(one)
              : { kind: 'calculate', operator: '+', left: amountOf(one), right: glue },
            constant(''),
          ),
        )
        if (name !== 'join' && parts.length > 1)
          return unable(because('over-several-answers', { name }))
        return parts.reduce<Expression>(
          (left, right) => ({ kind: 'calculate', operator: '+', left, right }),
          constant(''),
        )
      }
      case 'date':
        return first?.kind === 'text' && first.value === 'Y' && of.length === 1
          ? { kind: 'call', name: 'currentYear', of: [] }
          : unable(because('date-form-unknown'))
      default:
        return unable(because('function-unknown', { name }))
    }
  }

  const amountOf = (one: Script | Variable): Expression =>
    isVariable(one) ? variableValue(one) : value(one)

  const isBlank = (one: Script | Variable): Expression => {
    if (isVariable(one)) return blank(one)
    if (one.kind === 'variable' && !constantWord(one)) {
      const variables = named(one.name, one.suffix)
      return both(variables.map(blank))
    }
    return compare(value(one), '=', constant(''))
  }

  return { value, condition }
}

/** What is known about a question before anybody answers it. */
const FIXED: Readonly<Record<string, (question: LssQuestion) => string>> = {
  qid: ({ qid }) => qid,
  gid: ({ gid }) => gid,
  type: ({ type }) => type,
  mandatory: ({ mandatory }) => mandatory,
}

const BLOCKED_SUFFIXES = new Set(
  'gid grelevance gseq jsname mandatory qid qseq question readwrite relevancestatus relevance rowdivid sgqa shown type'.split(
    ' ',
  ),
)

const ORDER_WORDS: Readonly<Record<string, Order>> = {
  '==': '=',
  '=': '=',
  eq: '=',
  '!=': '<>',
  '<>': '<>',
  ne: '<>',
  '<': '<',
  lt: '<',
  '<=': '<=',
  le: '<=',
  '>': '>',
  gt: '>',
  '>=': '>=',
  ge: '>=',
}
