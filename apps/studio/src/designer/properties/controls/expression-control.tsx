import { Select, Textarea } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useEarlierItems } from '../use-earlier-items.ts'
import type { ControlProps } from './control.ts'

/** A condition or calculation as text, with the items that are asked before at hand. */
export const ExpressionControl = ({
  owner,
  label,
  value,
  place,
  set,
  describedBy,
}: ControlProps) => {
  const { t } = useTranslation('properties')
  const before = useEarlierItems(owner)
  const text = typeof value === 'string' ? value : ''
  return (
    <div className="property-expression">
      <Textarea
        label={label}
        rows={Math.min(6, Math.max(1, Math.ceil(text.length / 40)))}
        spellCheck={false}
        data-place={place}
        aria-invalid={describedBy === undefined ? undefined : true}
        value={text}
        onChange={({ target }) => set(target.value || undefined, 'expression')}
      />
      {text !== '' || before.length === 0 ? null : (
        <Select
          label={`${label}: ${t('insert')}`}
          labelled="hidden"
          value=""
          choices={[
            { value: '', text: t('insertWhich') },
            ...before.map(({ name }) => ({ value: name, text: name })),
          ]}
          onSelect={(name) => {
            if (name !== '') set(`{${name}} = `)
          }}
        />
      )}
    </div>
  )
}
