import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Dictionary, Json, Node } from './dictionary.ts'
import { type LogicContext, parseLogic } from './parse-logic.ts'

const contextOf = ({ byName, context }: Dictionary): LogicContext => {
  const answerOf = (name: string): Expression | undefined => {
    const node = byName.get(name)
    if (node === undefined) return undefined
    if (!node.taken)
      return context.some((known) => known.name === node.name)
        ? { kind: 'answer', item: node.name }
        : undefined
    if (node.field.field_type.toLowerCase() === 'descriptive') return undefined
    return node.matrix === undefined
      ? { kind: 'answer', item: node.name }
      : { kind: 'answer', item: node.matrix, part: node.name }
  }
  return {
    answer: answerOf,
    box: (name, code) => {
      const node = byName.get(name)
      const left = answerOf(name)
      if (node === undefined || left === undefined) return undefined
      const value = node.choices.find((one) => one.code === code)?.value
      return value === undefined
        ? undefined
        : { kind: 'holds', left, right: { kind: 'constant', value } }
    },
  }
}

/** A condition or calculation as the engine reads it; undefined, and reported, when it cannot be said. */
export const translate = (
  dictionary: Dictionary,
  { node, source, what }: { readonly node: Node; readonly source: string; readonly what: string },
): string | undefined => {
  const logic = parseLogic(source, contextOf(dictionary))
  const label = `${what} “${source.slice(0, 200)}”`
  if ('fault' in logic) {
    dictionary.losses.dropped(node.path, label, because('by-hand-because', { why: logic.fault }))
    return undefined
  }
  dictionary.losses.kept(node.path, label, node.name)
  return printExpression(withValues(logic.expression, dictionary))
}

/** Codes of choices as they are named here, where a condition compares with one that was renamed. */
const withValues = (expression: Expression, dictionary: Dictionary): Expression => {
  switch (expression.kind) {
    case 'compare': {
      const { left, right } = expression
      const name = left.kind === 'answer' ? (left.part ?? left.item) : undefined
      const node = dictionary.nodes.find((one) => one.name === name)
      if (right.kind !== 'constant' || node === undefined)
        return {
          ...expression,
          left: withValues(left, dictionary),
          right: withValues(right, dictionary),
        }
      const value = node.choices.find(({ code }) => code === String(right.value))?.value
      return value === undefined
        ? expression
        : { ...expression, right: { kind: 'constant', value } }
    }
    case 'and':
    case 'or':
    case 'call':
      return { ...expression, of: expression.of.map((one) => withValues(one, dictionary)) }
    case 'not':
    case 'empty':
      return { ...expression, of: withValues(expression.of, dictionary) }
    default:
      return expression
  }
}

/** `[name]` in a text shows an answer. */
export const piped = (text: string, node: Node, dictionary: Dictionary): string =>
  text.replaceAll(/\[([a-z][a-z0-9_]*)(?::[a-z]+)?\]/gi, (whole, name: string) => {
    const answer = contextOf(dictionary).answer(name.toLowerCase())
    if (answer !== undefined) return printExpression(answer)
    dictionary.losses.approximated(
      node.path,
      `${whole} in a text`,
      because('text-shows-it'),
      node.name,
    )
    return whole
  })

/** A text without markup, with the answers it shows. */
export const wordsOf = (source: string, node: Node, dictionary: Dictionary): string => {
  const { text, findings } = plainText(source)
  if (findings.length > 0)
    dictionary.losses.grouped('markup in texts', because('plain-text'), node.path)
  return piped(text, node, dictionary)
}

/** When a field is shown. */
export const conditionOf = (node: Node, dictionary: Dictionary): Json => {
  const source = node.field.branching_logic
  if (source === '') return {}
  const visibleIf = translate(dictionary, { node, source, what: 'branching logic' })
  return visibleIf === undefined ? {} : { visibleIf }
}
