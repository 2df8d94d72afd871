import { itemsOf } from '@echolot/instrument'
import { Select } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ControlProps } from './control.ts'

/** The name of another item. A name that is none stays and is shown; the check reports it. */
export const ItemNameControl = ({ owner, property, label, value, place, set }: ControlProps) => {
  const { t } = useTranslation('properties')
  const names = useMemo(
    () =>
      itemsOf(owner.editor.instrument)
        .filter(
          ({ role, parent, name }) => role === 'answer' && parent === undefined && name !== '',
        )
        .map(({ name }) => name),
    [owner.editor.instrument],
  )
  const now = typeof value === 'string' ? value : ''
  return (
    <Select
      label={label}
      value={now}
      disabled={property.fixed}
      data-place={place}
      choices={[
        { value: '', text: t('itemNone') },
        ...[...new Set(now === '' ? names : [...names, now])].map((name) => ({
          value: name,
          text: name,
        })),
      ]}
      onSelect={(name) => set(name === '' ? undefined : name)}
    />
  )
}
