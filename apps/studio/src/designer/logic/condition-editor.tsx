import './builder/builder.css'
import './expert/expert.css'
import './logic.css'
import type { Instrument, Pointer } from '@echolot/instrument'
import { checkCondition, parseCondition } from '@echolot/routing/logic'
import { RadioGroup } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConditionBuilder } from './builder/condition-builder.tsx'
import { ConditionContextProvider, useConditionContext } from './builder/condition-context.ts'
import { ValueBuilder } from './builder/value-builder.tsx'
import { ExpressionText } from './expert/expression-text.tsx'
import { FaultList } from './expert/fault-list.tsx'
import { FunctionList } from './expert/function-list.tsx'

/** What an expression is for: a condition that holds or not, or a value. */
export type ExpressionUse = 'condition' | 'value'

/**
 * Writes a condition or a calculation, built from questions and choices or as text. `property` is the name under which
 * the element at `pointer` keeps it.
 */
export const ConditionEditor = ({
  instrument,
  pointer,
  property,
  use,
  label,
  text,
  place,
  onText,
}: {
  readonly instrument: Instrument
  readonly pointer: Pointer
  readonly property: string
  readonly use: ExpressionUse
  readonly label: string
  readonly text: string
  readonly place?: string
  readonly onText: (text: string) => void
}) => {
  const { t } = useTranslation('logic')
  const context = useConditionContext({ instrument, pointer, property })
  const [view, setView] = useState<'builder' | 'text'>('builder')
  const readable = text.trim() === '' || parseCondition(text).condition !== undefined
  const shown = readable ? view : 'text'
  const Builder = use === 'condition' ? ConditionBuilder : ValueBuilder
  const faults = useMemo(
    () =>
      shown === 'text' || text.trim() === ''
        ? []
        : checkCondition(text, { instrument, place: pointer }).filter(
            ({ code }) => code !== 'asked-later' && (use === 'condition' || code !== 'constant'),
          ),
    [shown, text, instrument, pointer, use],
  )
  return (
    <ConditionContextProvider value={context}>
      <div className="logic-editor">
        <RadioGroup
          label={`${label}: ${t('editor.view')}`}
          labelled="hidden"
          layout="row"
          value={shown}
          choices={(['builder', 'text'] as const).map((value) => ({
            value,
            text: t(`editor.views.${value}`),
          }))}
          onChoose={(value) => setView(value as 'builder' | 'text')}
        />
        {!readable && view === 'builder' && <p className="ui-hint">{t('editor.unreadable')}</p>}
        {shown === 'builder' ? (
          <>
            <Builder text={text} onText={onText} />
            <FaultList faults={faults} />
          </>
        ) : (
          <>
            <ExpressionText
              label={label}
              text={text}
              instrument={instrument}
              pointer={pointer}
              place={place}
              onText={onText}
            />
            <FunctionList />
          </>
        )}
      </div>
    </ConditionContextProvider>
  )
}
