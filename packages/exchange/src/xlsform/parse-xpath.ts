import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { Untranslatable } from '../reasons/untranslatable.ts'
/** XPath 1.0 as XLSForms write it, with their `${name}`. */
export type XPath =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  /** `${name}`, or a path with its steps (`..`, `.`, names; the first is empty where it begins at the root). */
  | { readonly kind: 'reference'; readonly name: string; readonly steps?: readonly string[] }
  | { readonly kind: 'self' }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly XPath[] }
  | {
      readonly kind: 'operation'
      readonly operator: Operator
      readonly left: XPath
      readonly right: XPath
    }
  | { readonly kind: 'negative'; readonly of: XPath }

export type Operator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | 'div'
  | 'mod'

/** Where reading stopped and why. */
export type XPathFault = { readonly at: number; readonly fault: Reason }

type Token = {
  readonly at: number
  readonly type: 'text' | 'number' | 'reference' | 'name' | 'symbol' | 'path'
  readonly value: string
}

const STRENGTH: Readonly<Record<Operator, number>> = {
  ...{ or: 1, and: 2, '=': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4 },
  ...{ '+': 5, '-': 5, '*': 6, div: 6, mod: 6 },
}
/** Deeper brackets than this nobody writes. */
const DEPTH = 100

const TOKEN =
  /\s+|(?<reference>\$\{\s*([^{}]+?)\s*\})|(?<text>'[^']*'|"[^"]*"|[‘’‚][^‘’]*[‘’]|[“”„][^“”]*[“”])|(?<number>\d+(?:\.\d*)?|\.\d+)|(?<path>(?:(?:\.\.\/|\.\/)+|\/)[\p{L}_][\p{L}\p{N}_.:-]*(?:\/(?:[\p{L}_][\p{L}\p{N}_.:-]*|\.\.?))*|\.\.(?:\/\.\.)*|[\p{L}_][\p{L}\p{N}_.-]*(?:\/[\p{L}_][\p{L}\p{N}_.:-]*)+)|(?<symbol>!=|<=|>=|[=<>()+*,\-|.])|(?<name>[\p{L}_][\p{L}\p{N}_-]*(?::[\p{L}_][\p{L}\p{N}_-]*)?(?:\.[\p{L}\p{N}_-]+)*)/uy

const tokens = (source: string): readonly Token[] | XPathFault => {
  const found: Token[] = []
  const pattern = new RegExp(TOKEN)
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(source)
    if (match === null)
      return { at, fault: because('not-understood', { text: source.slice(at, at + 12) }) }
    const groups = match.groups ?? {}
    for (const type of ['reference', 'text', 'number', 'path', 'symbol', 'name'] as const) {
      const value = groups[type]
      if (value === undefined) continue
      if (type === 'reference') found.push({ at, type, value: match[2] ?? '' })
      else if (type === 'text') found.push({ at, type, value: value.slice(1, -1) })
      else found.push({ at, type, value })
    }
  }
  return found
}

const pathTo = (path: string): XPath => {
  const steps = path.split('/')
  return { kind: 'reference', name: steps.at(-1) ?? '', steps }
}

/** Reads an expression; a fault instead of a tree says where it ends making sense. */
export const parseXPath = (source: string): XPath | XPathFault => {
  const list = tokens(
    source.replaceAll(/\bcurrent\(\)\/(?=\.)/g, (gone) => ' '.repeat(gone.length)),
  )
  if (!Array.isArray(list)) return list as XPathFault
  const all = list as readonly Token[]
  let place = 0
  const fault = (reason: Reason): never => {
    throw new Untranslatable(reason)
  }
  const operatorHere = (): Operator | undefined => {
    const token = all[place]
    if (token === undefined || (token.type !== 'symbol' && token.type !== 'name')) return undefined
    const word = token.value.toLowerCase()
    return Object.hasOwn(STRENGTH, word) ? (word as Operator) : undefined
  }
  const expect = (symbol: string) => {
    if (all[place]?.type !== 'symbol' || all[place]?.value !== symbol)
      fault(because('missing-sign', { sign: symbol }))
    place++
  }
  const operand = (depth: number): XPath => {
    if (depth > DEPTH) fault(because('too-many-brackets'))
    const token = all[place] ?? fault(because('something-missing'))
    place++
    if (token.type === 'text') return { kind: 'text', value: token.value }
    if (token.type === 'number') return { kind: 'number', value: Number(token.value) }
    if (token.type === 'reference') return { kind: 'reference', name: token.value }
    if (token.type === 'path') return pathTo(token.value)
    if (token.type === 'name') {
      if (all[place]?.value !== '(' || all[place]?.type !== 'symbol') return pathTo(token.value)
      place++
      const given: XPath[] = []
      if (all[place]?.value !== ')' || all[place]?.type !== 'symbol') {
        given.push(expression(0, depth + 1))
        while (all[place]?.type === 'symbol' && all[place]?.value === ',') {
          place++
          given.push(expression(0, depth + 1))
        }
      }
      expect(')')
      return { kind: 'call', name: token.value.toLowerCase(), of: given }
    }
    if (token.value === '(') {
      const inner = expression(0, depth + 1)
      expect(')')
      return inner
    }
    if (token.value === '.') return { kind: 'self' }
    if (token.value === '-') return { kind: 'negative', of: operand(depth + 1) }
    place--
    return fault(because('unexpected-sign', { sign: token.value }))
  }
  const expression = (floor: number, depth: number): XPath => {
    let left = operand(depth)
    for (;;) {
      const operator = operatorHere()
      if (operator === undefined || STRENGTH[operator] <= floor) return left
      place++
      left = { kind: 'operation', operator, left, right: expression(STRENGTH[operator], depth + 1) }
    }
  }
  try {
    const tree = expression(0, 0)
    return place < all.length
      ? fault(because('unexpected-sign', { sign: all[place]?.value ?? '' }))
      : tree
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error
    return { at: all[place]?.at ?? source.length, fault: error.reason }
  }
}
