import { patternRisk } from '@echolot/routing/safe-pattern'
import { printExpression } from '../expression/print-expression.ts'
import { because } from '../reasons/because.ts'
import { type Form, type Json, lineOf, type Node } from './form.ts'
import { translate } from './form-conditions.ts'
import { contextOf } from './form-references.ts'
import { parseXPath, type XPath } from './parse-xpath.ts'

/** What an answer must be: bounds and patterns where the constraint is one, a condition otherwise. */
export const constraintOf = (node: Node, form: Form): Json => {
  const source = node.line.get('constraint')
  if (source === undefined) return {}
  const path = lineOf(node)
  const message = form.say(node.line.texts('constraint_message'), path, node)
  const tree = parseXPath(source)
  if (!('fault' in tree)) {
    const bounds = boundsOf(tree)
    if (
      bounds !== undefined &&
      node.type.kind === 'input' &&
      (node.type.of === 'integer' || node.type.of === 'decimal')
    ) {
      form.losses.kept(path, `constraint “${source}”`, node.name)
      return {
        ...bounds,
        ...(message === undefined
          ? {}
          : {
              ...(bounds.min === undefined ? {} : { minErrorText: message }),
              ...(bounds.max === undefined ? {} : { maxErrorText: message }),
            }),
      }
    }
    const pattern = patternOf(tree)
    if (pattern !== undefined) {
      const risk = patternRisk(pattern)
      if (risk === undefined) {
        form.losses.kept(path, `constraint “${source}”`, node.name)
        return {
          validators: [
            { type: 'regex', regex: pattern, ...(message === undefined ? {} : { text: message }) },
          ],
        }
      }
      form.losses.dropped(path, `constraint “${source}”`, because('pattern-unsafe'))
      return {}
    }
  }
  const expression = translate(form, { node, source, what: 'constraint' })
  const self = contextOf(form, node).self
  if (expression === undefined || self === undefined) return {}
  return {
    validators: [
      {
        type: 'expression',
        expression: printExpression({
          kind: 'or',
          of: [{ kind: 'empty', of: self.answer }, expression],
        }),
        ...(message === undefined ? {} : { text: message }),
      },
    ],
  }
}

/** `. >= 1 and . <= 9` as bounds that an item itself has. */
const boundsOf = (tree: XPath): { readonly min?: number; readonly max?: number } | undefined => {
  if (tree.kind !== 'operation') return undefined
  if (tree.operator === 'and') {
    const first = boundsOf(tree.left)
    const second = boundsOf(tree.right)
    if (first === undefined || second === undefined) return undefined
    const doubled =
      (first.min !== undefined && second.min !== undefined) ||
      (first.max !== undefined && second.max !== undefined)
    return doubled ? undefined : { ...first, ...second }
  }
  const { left, right, operator } = tree
  const value =
    right.kind === 'number'
      ? right.value
      : right.kind === 'negative' && right.of.kind === 'number'
        ? -right.of.value
        : undefined
  if (left.kind !== 'self' || value === undefined) return undefined
  return operator === '>=' ? { min: value } : operator === '<=' ? { max: value } : undefined
}

const patternOf = (tree: XPath): string | undefined => {
  if (tree.kind !== 'call' || tree.name !== 'regex') return undefined
  const [what, pattern] = tree.of
  return what?.kind === 'self' && pattern?.kind === 'text' ? anchored(pattern.value) : undefined
}
/** A form's pattern must fit the whole answer. */
const anchored = (pattern: string) =>
  pattern.startsWith('^') && pattern.endsWith('$')
    ? pattern
    : `^(?:${pattern.replace(/^\^/, '').replace(/\$$/, '')})$`
