import { ConditionsParser } from 'survey-core'
import { type Arithmetic, type Comparison, type Condition, isTruth } from './condition.ts'
import { type ConditionFault, textFaults } from './text-faults.ts'

/** An expression's text read: the condition, if it is one, and what is odd about it. */
export type ParsedCondition = {
  readonly condition: Condition | undefined
  readonly faults: readonly ConditionFault[]
}

/**
 * Reads the text of an expression with survey-core's own parser. What the parser takes without a word but means
 * something else than it says (words without braces, brackets left open) is among the faults.
 */
export const parseCondition = (text: string): ParsedCondition => {
  if (text.trim() === '')
    return {
      condition: undefined,
      faults: [{ code: 'empty', severity: 'error', from: 0, to: text.length, says: '' }],
    }
  const parser = new ConditionsParser()
  const operand = parser.parseExpression(text) as unknown as Operand | undefined
  if (operand === undefined || operand === null) {
    const at = Math.min(parser.error?.at ?? 0, text.length)
    return {
      condition: undefined,
      faults: [
        { code: 'syntax', severity: 'error', from: at, to: text.length, says: text.slice(at) },
        ...textFaults(text).filter(({ code }) => code !== 'word'),
      ],
    }
  }
  return { condition: conditionFrom(operand), faults: textFaults(text) }
}

/** The parts of survey-core's operands that are read here. */
type Operand = {
  readonly getType: () => string
  readonly operatorName: string
  readonly left: Operand | null
  readonly right: Operand | null
  readonly expressionValue: Operand | null
  readonly values: readonly (Operand | null)[]
  readonly parameters: Operand
  readonly originalValue: string
  readonly variableName: string
  readonly useValueAsItIs: boolean
  readonly value: unknown
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  equal: '=',
  notequal: '<>',
  less: '<',
  lessorequal: '<=',
  greater: '>',
  greaterorequal: '>=',
  contains: 'contains',
  notcontains: 'notcontains',
  anyof: 'anyof',
  allof: 'allof',
  noneof: 'noneof',
}
const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  plus: '+',
  minus: '-',
  mul: '*',
  div: '/',
  mod: '%',
  power: '^',
}

const conditionFrom = (operand: Operand | null | undefined): Condition => {
  if (operand === null || operand === undefined)
    return { kind: 'constant', form: 'nothing', value: undefined }
  switch (operand.getType()) {
    case 'binary':
      return binaryFrom(operand)
    case 'unary': {
      const part = conditionFrom(operand.expressionValue)
      return operand.operatorName === 'negate'
        ? { kind: 'not', part }
        : {
            kind: 'presence',
            operator: operand.operatorName === 'notempty' ? 'notempty' : 'empty',
            operand: part,
          }
    }
    case 'array':
      return { kind: 'list', entries: operand.values.map(conditionFrom) }
    case 'function':
      return {
        kind: 'call',
        name: operand.originalValue,
        parameters: operand.parameters.values.map(conditionFrom),
      }
    case 'variable':
      return { kind: 'answer', path: operand.variableName.trim(), raw: operand.useValueAsItIs }
    default:
      return constantFrom(operand.value)
  }
}

const binaryFrom = (operand: Operand): Condition => {
  const left = conditionFrom(operand.left)
  const right = conditionFrom(operand.right)
  const { operatorName } = operand
  if (operatorName === 'and' || operatorName === 'or') {
    const parts = [left, right].flatMap((part, place) =>
      part.kind === operatorName && (place === 0 || isTruth(part)) ? part.parts : [part],
    )
    return { kind: operatorName, parts }
  }
  const comparison = COMPARISONS[operatorName]
  if (comparison !== undefined) return { kind: 'comparison', operator: comparison, left, right }
  return { kind: 'arithmetic', operator: ARITHMETIC[operatorName] ?? '+', left, right }
}

const constantFrom = (value: unknown): Condition => {
  if (typeof value === 'number') return { kind: 'constant', form: 'number', value }
  if (typeof value === 'boolean') return { kind: 'constant', form: 'boolean', value }
  const text = String(value)
  if (text === '') return { kind: 'constant', form: 'text', value: '' }
  return text.length > 1 && text.startsWith("'") && text.endsWith("'")
    ? { kind: 'constant', form: 'text', value: text.slice(1, -1) }
    : { kind: 'constant', form: 'word', value: text }
}
