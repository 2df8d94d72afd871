/** Rules that are looked at together. */
export const GROUPS = [
  'all',
  'wording',
  'length',
  'scales',
  'privacy',
  'unity',
  'easy',
  'translation',
] as const
export type RuleGroup = (typeof GROUPS)[number]

const OF_NUMBER: { readonly [rule: string]: RuleGroup } = {
  ...Object.fromEntries(['L05', 'L06', 'L13', 'L24', 'L25'].map((rule) => [rule, 'length'])),
  ...Object.fromEntries(['L15', 'L16', 'L17', 'L20', 'L21'].map((rule) => [rule, 'scales'])),
  ...Object.fromEntries(['L22', 'L23'].map((rule) => [rule, 'privacy'])),
  ...Object.fromEntries(['L18', 'L19'].map((rule) => [rule, 'unity'])),
}

export const groupOf = (rule: string): RuleGroup => {
  if (rule.startsWith('E')) return 'easy'
  if (rule.startsWith('T')) return 'translation'
  return OF_NUMBER[rule] ?? 'wording'
}
