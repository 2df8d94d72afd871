import { parseCondition, printCondition } from '@echolot/routing/logic'
import { useState } from 'react'
import { ConditionGroup } from './condition-group.tsx'
import { changeMember, conditionOf, draftOf, type GroupDraft } from './draft.ts'

type State = {
  /** The text the draft was read from, or last gave. */
  readonly text: string
  readonly root: GroupDraft
}

const stateFor = (text: string): State => ({
  text,
  root: draftOf(text.trim() === '' ? undefined : parseCondition(text).condition),
})

const textOf = (root: GroupDraft): string => {
  const condition = conditionOf(root)
  return condition === undefined ? '' : printCondition(condition)
}

/**
 * Builds a condition from questions, operators and values. Reads any expression; what no row can show stays as text.
 * The text changes only when what it says does: opening a condition never rewrites it.
 */
export const ConditionBuilder = ({
  text,
  onText,
}: {
  readonly text: string
  readonly onText: (text: string) => void
}) => {
  const [state, setState] = useState(() => stateFor(text))
  if (state.text !== text) setState(stateFor(text))
  return (
    <ConditionGroup
      group={state.root}
      level={1}
      onChange={(id, change) => {
        const root = changeMember(state.root, id, change)
        const next = textOf(root)
        const changed = next !== textOf(state.root)
        setState({ root, text: changed ? next : state.text })
        if (changed) onText(next)
      }}
    />
  )
}
