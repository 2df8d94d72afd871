import { parseCondition, printCondition } from '@echolot/routing/logic'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { expressionOf, type ValueDraft, valueDraftOf } from './value-draft.ts'
import { ValuePart } from './value-part.tsx'

type State = { readonly text: string; readonly draft: ValueDraft }

const stateFor = (text: string): State => ({
  text,
  draft: valueDraftOf(text.trim() === '' ? undefined : parseCondition(text).condition),
})

const textOf = (draft: ValueDraft): string | undefined => {
  const value = expressionOf(draft)
  return value === undefined ? undefined : printCondition(value)
}

/** Builds a value from answers, fixed values, calculations and functions; the text follows once nothing is open. */
export const ValueBuilder = ({
  text,
  onText,
}: {
  readonly text: string
  readonly onText: (text: string) => void
}) => {
  const { t } = useTranslation('logic')
  const [state, setState] = useState(() => stateFor(text))
  if (state.text !== text) setState(stateFor(text))
  return (
    <div className="logic-value-builder">
      <ValuePart
        label={t('value.whole')}
        draft={state.draft}
        level={1}
        onDraft={(draft) => {
          const next = textOf(draft)
          const changed = next !== undefined && next !== textOf(state.draft)
          setState({ draft, text: changed ? next : state.text })
          if (changed) onText(next)
        }}
      />
      {textOf(state.draft) === undefined && <p className="ui-hint">{t('value.unfinished')}</p>}
    </div>
  )
}
