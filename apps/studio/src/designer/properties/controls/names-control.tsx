import { useMemo } from 'react'
import { pageNames, questionNames } from '../../picking/names.ts'
import { NamesPicker } from '../../picking/names-picker.tsx'
import type { ControlProps } from './control.ts'

/** Names of pages or questions. One that there is not stays and is marked. */
export const NamesControl = ({ owner, property, label, value, place, set }: ControlProps) => {
  const { instrument } = owner.editor
  const offered = useMemo(
    () => (property.name === 'pages' ? pageNames(instrument) : questionNames(instrument)),
    [instrument, property.name],
  )
  return (
    <NamesPicker
      label={label}
      names={Array.isArray(value) ? value.map(String) : []}
      offered={offered}
      place={place}
      onNames={(names) => set(names.length === 0 ? undefined : names)}
    />
  )
}
