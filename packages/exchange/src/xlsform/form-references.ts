import type { Expression } from '../expression/expression.ts'
import { type Form, listOf, type Node } from './form.ts'
import { parseXPath, type XPath } from './parse-xpath.ts'
import type { Reference, XPathContext, XPathName } from './xpath-context.ts'
import { isDay, xpathToValue } from './xpath-to-expression.ts'

/** The question, group or repeat that a name at `from` means. */
export const meant = (
  form: Form,
  { name, steps }: XPathName,
  from: Node | undefined,
): Node | undefined => {
  if (steps === undefined) return nearest(form, name, from)
  const walked = from === undefined ? undefined : walk(form, steps, from)
  if (walked !== undefined) return walked
  // Paths into what the app adds, or into another form: only a name of one question alone is safe to follow.
  const same = form.all.filter(({ source }) => source === name)
  return same.length === 1 ? same[0] : undefined
}

/** Along a path: from the root of the form, whose own name comes first, or from the question itself. */
const walk = (form: Form, steps: readonly string[], from: Node): Node | undefined => {
  const isAbsolute = steps[0] === ''
  // `null` is the form itself.
  let at: Node | null = isAbsolute ? null : from
  const rest = isAbsolute ? steps.slice(2) : steps
  for (const step of rest) {
    if (step === '.') continue
    if (step === '..') {
      if (at === null) return undefined
      at = at.parent ?? null
      continue
    }
    const inside: readonly Node[] = at === null ? form.roots : at.children
    const next = inside.find(({ source }) => source === step)
    if (next === undefined) return undefined
    at = next
  }
  return at ?? undefined
}

/** Which of several questions of one name an expression at `from` means: the one nearest around it. */
const nearest = (form: Form, name: string, from: Node | undefined): Node | undefined => {
  const same = form.all.filter(({ source }) => source === name)
  const others =
    same.length > 0
      ? same
      : form.all.filter(({ source }) => source.toLowerCase() === name.toLowerCase())
  const near = (nodes: readonly Node[]): Node | undefined =>
    nodes.reduce<Node | undefined>(
      (best, node) =>
        best === undefined || sharedWith(node, from) > sharedWith(best, from) ? node : best,
      undefined,
    )
  return (
    near(
      others.filter(
        ({ repeats }) => from !== undefined && repeats.join() === innerRepeats(from).join(),
      ),
    ) ??
    near(others.filter(({ repeats }) => isWithin(innerRepeats(from), repeats))) ??
    others[0]
  )
}

/** How many of the groups around a question are around the other one, too. */
const sharedWith = (node: Node, other: Node | undefined): number => {
  const around = new Set<Node>()
  for (let at = other?.parent; at !== undefined; at = at.parent) around.add(at)
  let shared = 0
  for (let at = node.parent; at !== undefined; at = at.parent) if (around.has(at)) shared++
  return shared
}
const innerRepeats = (node: Node | undefined): readonly string[] => node?.repeats ?? []
const isWithin = (inner: readonly string[], outer: readonly string[]) =>
  outer.every((repeat, place) => inner[place] === repeat)

/** What names mean to an expression at `from`. */
export const contextOf = (form: Form, from: Node | undefined): XPathContext => {
  const here = innerRepeats(from)
  const referenceTo = (node: Node): Reference | undefined => {
    const { type } = node
    const holds = holdsOf(node, form)
    if (type.kind === 'metadata')
      return type.of === 'today'
        ? { answer: { kind: 'call', name: 'today', of: [] }, holds: 'day' }
        : { answer: { kind: 'answer', item: node.name }, holds: 'text' }
    if (!isWithin(here, node.repeats)) {
      const repeat = repeatOver(node, here)
      return repeat === undefined
        ? undefined
        : {
            answer: { kind: 'answer', item: node.name },
            holds,
            inside: { repeat, item: node.name },
          }
    }
    const steps = here.length - node.repeats.length
    if (node.repeats.length === 0) return { answer: { kind: 'answer', item: node.name }, holds }
    return {
      answer:
        steps === 0
          ? { kind: 'answer', item: 'panel', part: node.name }
          : {
              kind: 'answer',
              item: Array.from({ length: steps }, () => 'parentPanel').join('.'),
              part: node.name,
            },
      holds,
    }
  }
  const self = from === undefined || isCalculate(from) ? undefined : referenceTo(from)
  return {
    reference: (name) => {
      const found = meant(form, name, from)
      if (found === undefined || !isTaken(found, form)) return undefined
      const reference = referenceTo(found)
      return reference !== undefined && isRepeat(found) && here.at(-1) === found.name
        ? { ...reference, isAround: true }
        : reference
    },
    // A calculation has no answer before it has calculated.
    ...(self === undefined ? {} : { self }),
  }
}

/** The repeat whose entries hold a question, as far as an expression inside of `here` can name it. */
const repeatOver = (node: Node, here: readonly string[]): Expression | undefined => {
  const [first, ...others] = node.repeats
  if (first !== undefined && others.length === 0) return { kind: 'answer', item: first }
  const last = node.repeats.at(-1)
  return last !== undefined && here.length > 0 && here.join() === node.repeats.slice(0, -1).join()
    ? { kind: 'answer', item: 'panel', part: last }
    : undefined
}

const isRepeat = ({ type }: Node) => type.kind === 'begin' && type.of === 'repeat'
const isCalculate = ({ type }: Node) => type.kind === 'input' && type.of === 'calculate'

/** Whether a line of the form becomes something that conditions can name. */
const isTaken = (node: Node, form: Form): boolean => {
  const before = form.taken.get(node)
  if (before !== undefined) return before
  // A calculation that leads back to itself is none.
  form.taken.set(node, false)
  const taken = canBeTaken(node, form)
  form.taken.set(node, taken)
  return taken
}

const canBeTaken = (node: Node, form: Form): boolean => {
  const { type } = node
  if (type.kind === 'metadata') return type.of === 'today'
  if (type.kind === 'select') return listOf(type.list, form) !== undefined
  if (type.kind === 'begin') return type.of === 'repeat'
  if (type.kind !== 'input' || type.of === 'note') return false
  if (type.of === 'hidden') return node.repeats.length === 0
  if (type.of !== 'calculate') return true
  const tree = calculationOf(node)
  return tree !== undefined && 'expression' in xpathToValue(tree, contextOf(form, node))
}

const calculationOf = ({ line }: Node): XPath | undefined => {
  const tree = parseXPath(line.get('calculation') ?? line.get('default') ?? '')
  return 'fault' in tree ? undefined : tree
}

const holdsOf = (node: Node, form: Form): Reference['holds'] => {
  const { type } = node
  if (isCalculate(node)) return computedHolds(node, form)
  if (type.kind === 'select') return type.select === 'one' ? 'one' : 'many'
  if (type.kind === 'begin') return type.of === 'repeat' ? 'entries' : 'text'
  if (type.kind !== 'input') return 'text'
  if (type.of === 'date' || type.of === 'datetime') return 'day'
  return type.of === 'integer' || type.of === 'decimal' || type.of === 'range' ? 'number' : 'text'
}

/** A calculation that only names something holds what that holds; one that makes a day holds a day. */
const computedHolds = (node: Node, form: Form): Reference['holds'] => {
  const tree = calculationOf(node)
  if (tree === undefined) return 'text'
  const context = contextOf(form, node)
  if (isDay(tree, context)) return 'day'
  return tree.kind === 'reference' ? (context.reference(tree)?.holds ?? 'text') : 'text'
}
