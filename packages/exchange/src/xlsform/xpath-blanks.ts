import type { Expression } from '../expression/expression.ts'
import { constant } from '../questionnaire/simplify.ts'
import type { XPath } from './parse-xpath.ts'
import { referenceIfAny, type XPathContext } from './xpath-context.ts'

const ARITHMETIC = new Set(['+', '-', '*', 'div', 'mod'])
/** Functions of one number whose result is none when the number is blank. */
const NUMERIC = new Set([
  ...['number', 'int', 'round', 'abs', 'floor', 'ceiling', 'pow', 'sqrt'],
  'decimal-date-time',
])

const isComputed = (tree: XPath): boolean =>
  tree.kind === 'negative' ||
  (tree.kind === 'operation' && ARITHMETIC.has(tree.operator)) ||
  (tree.kind === 'call' && NUMERIC.has(tree.name))

/**
 * Answers without which a calculation comes to nothing in XPath, where the engine would count a blank as 0. Names
 * alone are none: the engine compares a blank as XPath does.
 */
const needed = (tree: XPath, context: XPathContext): readonly Expression[] => {
  if (!isComputed(tree)) return []
  const parts =
    tree.kind === 'operation'
      ? [tree.left, tree.right]
      : tree.kind === 'negative'
        ? [tree.of]
        : tree.kind === 'call'
          ? tree.of
          : []
  return parts.flatMap((part) => {
    const found = referenceIfAny(part, context)
    if (found === undefined) return needed(part, context)
    return found.inside !== undefined || found.answer.kind !== 'answer' ? [] : [found.answer]
  })
}

const given = (trees: readonly XPath[], context: XPathContext): readonly Expression[] => {
  const all = trees.flatMap((tree) => needed(tree, context))
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].map(
    (of): Expression => ({ kind: 'not', of: { kind: 'empty', of } }),
  )
}

/** A comparison of calculations, which fails while one of their answers is blank; `<>` holds then. */
export const comparedWhenGiven = (
  left: XPath,
  right: XPath,
  test: Expression,
  context: XPathContext,
): Expression => {
  const all = given([left, right], context)
  if (all.length === 0) return test
  return test.kind === 'compare' && test.operator === '<>'
    ? { kind: 'or', of: [{ kind: 'not', of: { kind: 'and', of: all } }, test] }
    : { kind: 'and', of: [...all, test] }
}

/** The result of a calculation, blank while one of its answers is. */
export const computedWhenGiven = (
  tree: XPath,
  result: Expression,
  context: XPathContext,
): Expression => {
  const all = given([tree], context)
  return all.length === 0
    ? result
    : { kind: 'call', name: 'iif', of: [{ kind: 'and', of: all }, result, constant('')] }
}
