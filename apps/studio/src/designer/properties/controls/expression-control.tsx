import { Button } from '@echolot/ui'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../../../screen/lazy-part.ts'
import type { ControlProps } from './control.ts'

/** Fetched when the first condition is opened: it knows the grammar of expressions. */
const ConditionEditor = lazyPart(async () => ({
  default: (await import('../../logic/condition-editor.tsx')).ConditionEditor,
}))

const ToldCondition = lazyPart(async () => ({
  default: (await import('../../logic/told-condition.tsx')).ToldCondition,
}))

/** A condition or calculation: what it says, and on demand the builder or the editor for experts. */
export const ExpressionControl = ({
  owner,
  property,
  label,
  value,
  place,
  set,
  describedBy,
}: ControlProps) => {
  const { t } = useTranslation('logic')
  const [open, setOpen] = useState<'open' | 'closed'>('closed')
  const text = typeof value === 'string' ? value : ''
  const use = purposeOf(property.name, owner.class)
  const words = t(
    open === 'open'
      ? 'editor.done'
      : text !== ''
        ? 'editor.change'
        : use === 'condition'
          ? 'editor.open'
          : 'editor.openValue',
  )
  return (
    <fieldset className="property-expression" aria-label={label}>
      <span className="ui-label" aria-hidden="true">
        {label}
      </span>
      {open === 'closed' && text !== '' && (
        <p className="property-expression-text">
          <Suspense fallback={<code dir="ltr">{text}</code>}>
            <ToldCondition
              instrument={owner.editor.instrument}
              pointer={owner.pointer}
              text={text}
            />
          </Suspense>
        </p>
      )}
      {open === 'open' && (
        <Suspense fallback={<p className="ui-hint">{t('editor.opening')}</p>}>
          <ConditionEditor
            instrument={owner.editor.instrument}
            pointer={owner.pointer}
            property={property.name}
            use={use}
            label={label}
            text={text}
            onText={(next) => set(next === '' ? undefined : next, 'expression')}
          />
        </Suspense>
      )}
      <Button
        size="small"
        data-place={place}
        aria-describedby={describedBy}
        aria-expanded={open === 'open'}
        aria-label={`${label}: ${words}`}
        onClick={() => setOpen(open === 'open' ? 'closed' : 'open')}
      >
        {words}
      </Button>
    </fieldset>
  )
}

/** Their `expression` is the value they show or keep. */
const CALCULATING = new Set(['expression', 'calculatedvalue', 'matrixdropdowncolumn'])

/** Properties that end in `If` say when; an `expression` says when too, unless it gives a value. */
const purposeOf = (property: string, owner: string): 'condition' | 'value' =>
  property.endsWith('If') || (property === 'expression' && !CALCULATING.has(owner))
    ? 'condition'
    : 'value'
