import { useTranslation } from 'react-i18next'
import { Serializer } from 'survey-core'
import type { Json } from '../../edits/outline.ts'
import { propertyWords } from '../words/property-words.ts'
import type { ControlProps } from './control.ts'
import { ItemNameControl } from './item-name-control.tsx'

/** Numbers that another question gives: of entries, of rows. */
export const BindingsControl = (props: ControlProps) => {
  const { owner, label, value, place, set } = props
  const { i18n } = useTranslation()
  const bound = typeof value === 'object' && value !== null ? (value as Json) : {}
  const names = new Set([
    ...Serializer.getProperties(owner.class)
      .filter(({ isBindable }) => isBindable)
      .map(({ name }) => name),
    ...Object.keys(bound),
  ])
  return (
    <fieldset className="property-ticks" data-place={place} tabIndex={-1}>
      <legend>{label}</legend>
      {[...names].map((name) => (
        <ItemNameControl
          key={name}
          {...props}
          label={propertyWords(name, i18n.language === 'en' ? 'en' : 'de').label}
          value={bound[name]}
          place={`${place}/${name}`}
          set={(item) => {
            const { [name]: _, ...rest } = bound
            const next = item === undefined ? rest : { ...rest, [name]: item }
            set(Object.keys(next).length === 0 ? undefined : next)
          }}
        />
      ))}
    </fieldset>
  )
}
