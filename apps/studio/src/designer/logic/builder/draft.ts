import {
  type Condition,
  type FieldOperator,
  parseCondition,
  printCondition,
} from '@echolot/routing/logic'

/** `holds`: an answer on its own, taken as yes or no. */
export type RowOperator = FieldOperator | 'holds'

/** Several conditions under one word; `not` turns the whole round. */
export type GroupDraft = {
  readonly kind: 'group'
  readonly id: number
  readonly word: 'and' | 'or'
  readonly sign: 'is' | 'not'
  readonly members: readonly Draft[]
}

/** An answer, an operator and what it is compared with; parts not chosen yet are left open. */
export type RowDraft = {
  readonly kind: 'row'
  readonly id: number
  readonly path: string
  readonly raw: boolean
  readonly operator: RowOperator | undefined
  readonly right: Condition | undefined
}

/** A part that no row can show, kept as its text. */
export type TextDraft = {
  readonly kind: 'text'
  readonly id: number
  readonly text: string
}

/** A condition while it is being built: it may have gaps. */
export type Draft = GroupDraft | RowDraft | TextDraft

let drafts = 0
const nextId = () => {
  drafts += 1
  return drafts
}

export const blankRow = (): RowDraft => ({
  kind: 'row',
  id: nextId(),
  path: '',
  raw: false,
  operator: undefined,
  right: undefined,
})

export const blankGroup = (word: GroupDraft['word']): GroupDraft => ({
  kind: 'group',
  id: nextId(),
  word,
  sign: 'is',
  members: [blankRow()],
})

export const groupOf = (member: Draft, sign: GroupDraft['sign']): GroupDraft => ({
  kind: 'group',
  id: nextId(),
  word: 'and',
  sign,
  members: [member],
})

/** A condition opened for building; without one a group with a row to begin with. */
export const draftOf = (condition: Condition | undefined): GroupDraft => {
  if (condition === undefined) return blankGroup('and')
  const draft = memberOf(condition)
  return draft.kind === 'group' ? draft : groupOf(draft, 'is')
}

const memberOf = (condition: Condition): Draft => {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return {
        kind: 'group',
        id: nextId(),
        word: condition.kind,
        sign: 'is',
        members: condition.parts.map(memberOf),
      }
    case 'not': {
      const inner = memberOf(condition.part)
      return inner.kind === 'group' && inner.sign === 'is'
        ? { ...inner, sign: 'not' }
        : groupOf(inner, 'not')
    }
    case 'comparison':
      if (condition.left.kind === 'answer')
        return rowOf(condition.left, condition.operator, condition.right)
      break
    case 'presence':
      if (condition.operand.kind === 'answer') return rowOf(condition.operand, condition.operator)
      break
    case 'answer':
      return rowOf(condition, 'holds')
  }
  return { kind: 'text', id: nextId(), text: printCondition(condition) }
}

const rowOf = (
  { path, raw }: Condition & { readonly kind: 'answer' },
  operator: RowOperator,
  right?: Condition,
): RowDraft => ({ kind: 'row', id: nextId(), path, raw, operator, right })

/** Whether the operator wants something to compare with. */
export const takesValue = (operator: RowOperator | undefined): boolean =>
  operator !== undefined && operator !== 'empty' && operator !== 'notempty' && operator !== 'holds'

/** The condition a draft stands for; what is not finished yet does not count. */
export const conditionOf = (draft: Draft): Condition | undefined => {
  if (draft.kind === 'text') return parseCondition(draft.text).condition
  if (draft.kind === 'row') return conditionOfRow(draft)
  const parts = draft.members.flatMap((member) => conditionOf(member) ?? [])
  const [first] = parts
  const whole: Condition | undefined =
    parts.length > 1 ? { kind: draft.word, parts } : first === undefined ? undefined : first
  return whole !== undefined && draft.sign === 'not' ? { kind: 'not', part: whole } : whole
}

const conditionOfRow = ({ path, raw, operator, right }: RowDraft): Condition | undefined => {
  if (path === '' || operator === undefined) return undefined
  const left = { kind: 'answer', path, raw } as const
  switch (operator) {
    case 'holds':
      return left
    case 'empty':
    case 'notempty':
      return { kind: 'presence', operator, operand: left }
    default:
      return right === undefined ? undefined : { kind: 'comparison', operator, left, right }
  }
}

/** How many parts of a draft are not finished. */
export const gapsIn = (draft: Draft): number =>
  draft.kind === 'group'
    ? draft.members.reduce((sum, member) => sum + gapsIn(member), 0)
    : conditionOf(draft) === undefined
      ? 1
      : 0

/** The draft with one member replaced, or taken out where `change` gives none. */
export const changeMember = (
  group: GroupDraft,
  id: number,
  change: (member: Draft) => Draft | undefined,
): GroupDraft => {
  if (group.id === id) return (change(group) as GroupDraft | undefined) ?? group
  return {
    ...group,
    members: group.members.flatMap((member): readonly Draft[] => {
      if (member.id === id) {
        const next = change(member)
        return next === undefined ? [] : [next]
      }
      return [member.kind === 'group' ? changeMember(member, id, change) : member]
    }),
  }
}
