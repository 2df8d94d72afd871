import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { because } from '../reasons/because.ts'
import { type Choice, type Form, type Json, lineOf, listOf, type Node } from './form.ts'
import { contextOf, meant } from './form-references.ts'
import { parseXPath, type XPath } from './parse-xpath.ts'
import { xpathToExpression, xpathToValue } from './xpath-to-expression.ts'

/** One condition or calculation as the engine reads it; undefined, and reported, when it cannot be said. */
export const translate = (
  form: Form,
  {
    node,
    source,
    what,
    columns,
  }: {
    readonly node: Node
    readonly source: string
    readonly what: string
    readonly columns?: ReadonlyMap<string, string>
  },
): Expression | undefined => {
  const path = lineOf(node)
  const label = `${what} “${source.slice(0, 200)}”`
  const tree = parseXPath(WORDS[source.trim().toLowerCase()] ?? source)
  if ('fault' in tree) {
    form.losses.dropped(path, label, because('fault-at', { at: tree.at + 1, why: tree.fault }))
    return undefined
  }
  const context = contextOf(form, node)
  const toExpression = COMPUTED.has(what) ? xpathToValue : xpathToExpression
  const said = toExpression(withValues(tree, form, node), {
    ...context,
    reference: (of) => {
      // Bare names in a filter are columns of the list; most choices have no value in most of them.
      if (columns === undefined || of.steps?.length !== 1) return context.reference(of)
      const column = columns.get(of.name.toLowerCase())
      return column === undefined && meant(form, of, node) !== undefined
        ? context.reference(of)
        : { answer: { kind: 'constant', value: column ?? '' }, holds: 'text' }
    },
  })
  if ('unsaid' in said) {
    form.losses.dropped(path, label, because('condition-by-hand', { why: said.unsaid }))
    return undefined
  }
  if (/[‘’“”„‚]/.test(source))
    form.losses.approximated(path, label, because('quotes-straightened'), node.name)
  else if (columns === undefined) form.losses.kept(path, label, node.name)
  return said.expression
}

/** Values of choices as they are named here, where a condition compares with one that was renamed. */
const withValues = (tree: XPath, form: Form, node: Node): XPath => {
  const listFor = (side: XPath): readonly Choice[] | undefined => {
    if (side.kind !== 'reference' && side.kind !== 'self') return undefined
    const target = side.kind === 'self' ? node : meant(form, side, node)
    return target?.type.kind === 'select' ? listOf(target.type.list, form) : undefined
  }
  const renamed = (value: XPath, list: readonly Choice[] | undefined): XPath => {
    if (value.kind !== 'text' || list === undefined) return value
    const choice = list.find(({ source }) => source === value.value)
    if (choice === undefined) return value
    return typeof choice.value === 'number'
      ? { kind: 'number', value: choice.value }
      : { kind: 'text', value: choice.value }
  }
  if (tree.kind === 'operation')
    return {
      ...tree,
      left: renamed(withValues(tree.left, form, node), listFor(tree.right)),
      right: renamed(withValues(tree.right, form, node), listFor(tree.left)),
    }
  if (tree.kind === 'negative') return { ...tree, of: withValues(tree.of, form, node) }
  if (tree.kind !== 'call') return tree
  const inner = tree.of.map((one) => withValues(one, form, node))
  const [first, second] = inner
  return tree.name === 'selected' && first !== undefined && second !== undefined
    ? { ...tree, of: [first, renamed(second, listFor(first))] }
    : { ...tree, of: inner }
}

/** Words that spreadsheets and people write for what is always or never so. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ yes: 'true()', true: 'true()', no: 'false()', false: 'false()' },
}

/** Columns whose expression gives a value, and no yes or no. */
const COMPUTED = new Set(['calculation', 'default'])

/** `${name}` in a text shows an answer. */
export const piped = (
  text: string,
  { form, node, path }: { readonly form: Form; readonly node: Node; readonly path: string },
): string =>
  text.replaceAll(/\$\{\s*([^{}]+?)\s*\}/g, (_, name: string) => {
    const found = contextOf(form, node).reference({ kind: 'reference', name })
    if (found === undefined || found.inside !== undefined || found.answer.kind !== 'answer') {
      form.losses.approximated(path, `\${${name}} in a text`, because('text-shows-name'))
      return `(${name})`
    }
    return printExpression(found.answer)
  })

/** When a line is shown; undefined where nothing is said of it. */
export const relevanceOf = (node: Node, form: Form): Expression | undefined => {
  const source = node.line.get('relevant')
  return source === undefined ? undefined : translate(form, { node, source, what: 'relevant' })
}

/** The same as properties of an element. */
export const conditionOf = (node: Node, form: Form): Json => {
  const test = relevanceOf(node, form)
  if (test === undefined) return {}
  if (test.kind !== 'constant') return { visibleIf: printExpression(test) }
  return test.value === false ? { visible: false } : {}
}
