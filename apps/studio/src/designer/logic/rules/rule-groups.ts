import type { Rule, RuleKind } from '@echolot/routing/logic'
import type { ExpressionUse } from '../condition-editor.tsx'

/** Kinds of rules as people speak of them, in the order of the list. */
export const RULE_GROUPS = [
  'show',
  'enable',
  'require',
  'choices',
  'value',
  'calculated',
  'trigger',
  'validator',
  'count',
  'carry-forward',
  'piping',
  'closing',
] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

const GROUP_OF: Readonly<Record<RuleKind, RuleGroup>> = {
  show: 'show',
  enable: 'enable',
  require: 'require',
  'show-choices': 'choices',
  'enable-choices': 'choices',
  'show-rows': 'choices',
  'show-columns': 'choices',
  'show-entries': 'show',
  'set-when': 'value',
  'set-value': 'value',
  reset: 'value',
  default: 'value',
  lowest: 'validator',
  highest: 'validator',
  validate: 'validator',
  calculate: 'calculated',
  count: 'count',
  trigger: 'trigger',
  run: 'trigger',
  'closing-text': 'closing',
  piping: 'piping',
  'carry-forward': 'carry-forward',
  bind: 'count',
}

/** A condition on a single choice or row belongs to the choices. */
export const groupOfRule = ({ kind, target }: Rule): RuleGroup =>
  (kind === 'show' || kind === 'enable') && (target.kind === 'choice' || target.kind === 'row')
    ? 'choices'
    : GROUP_OF[kind]

const VALUES: ReadonlySet<RuleKind> = new Set([
  ...(['set-value', 'default', 'lowest', 'highest', 'calculate', 'count', 'run'] as const),
])

/** Whether the expression of a rule says when, or how much. */
export const purposeOf = (kind: RuleKind): ExpressionUse =>
  VALUES.has(kind) ? 'value' : 'condition'
