import type { Expression } from '../expression/expression.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { Untranslatable } from '../reasons/untranslatable.ts'
import type { XPath } from './parse-xpath.ts'

/** What a name stands for at the place of the expression. */
export type Reference = {
  readonly answer: Expression
  readonly holds: 'one' | 'many' | 'day' | 'number' | 'text' | 'entries'
  /** Set when the item lies in a repeat that the expression is not in: only sums over it can be said. */
  readonly inside?: { readonly repeat: Expression; readonly item: string }
  /** Set on the repeat in whose entries the expression itself stands. */
  readonly isAround?: true
}

export type XPathName = XPath & { readonly kind: 'reference' }

export type XPathContext = {
  readonly reference: (name: XPathName) => Reference | undefined
  /** What `.` is; absent where nothing is. */
  readonly self?: Reference
}

/** What a tree stands for, if it is a name and nothing else. */
export const referenceIfAny = (tree: XPath, context: XPathContext): Reference | undefined =>
  tree.kind === 'self'
    ? context.self
    : tree.kind === 'reference'
      ? context.reference(tree)
      : undefined

/** Ends a translation; caught where it began. */
export const unsaid = (reason: Reason): never => {
  throw new Untranslatable(reason)
}

/** What a name stands for. @throws Untranslatable when it stands for nothing here */
export const referenceOf = (tree: XPath, context: XPathContext): Reference | undefined =>
  referenceIfAny(tree, context) ??
  (tree.kind === 'reference' ? unsaid(because('no-question', { name: tree.name })) : undefined)
