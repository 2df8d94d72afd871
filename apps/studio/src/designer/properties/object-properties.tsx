import { Checkbox, Notice } from '@echolot/ui'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noteOf } from '../edits/notes.ts'
import { describe, type PropertySpec } from './describe.ts'
import { GROUPS, groupOf } from './groups.ts'
import type { NestedProperties, PropertyOwner } from './property-owner.ts'
import { PropertyRow } from './property-row.tsx'
import { settingOf } from './setting-of.ts'
import { useMatches } from './use-matches.ts'

/** Groups that stand open at first. */
const OPEN = new Set(['general', 'texts', 'choices', 'logic', 'study'])

/** The properties of one object in their groups; `words` narrows them to those that match. */
export const ObjectProperties = ({ owner, words = '', without }: NestedProperties) => {
  const { t } = useTranslation('properties')
  const [all, setAll] = useState<'all' | 'usual'>('usual')
  const id = useId()
  const { properties } = describe(owner.class, owner.json)
  const matches = useMatches(words)
  const ofItem = owner.item !== undefined
  const shown = properties.filter(
    (property) =>
      (ofItem || !property.name.startsWith('note-')) &&
      without?.has(property.name) !== true &&
      (words === ''
        ? all === 'all' ||
          property.rank === 'usual' ||
          property.name.startsWith('note-') ||
          isSet(owner, property)
        : matches(property)),
  )
  const unknown = unknownIn(owner, properties)
  return (
    <div className="property-groups">
      {properties.length === 0 && <Notice tone="warn" title={t('unknownType')} />}
      {GROUPS.map((group) => {
        const members = shown.filter((property) => groupOf(property) === group)
        const set = members.filter((property) => isSet(owner, property)).length
        return members.length === 0 ? null : (
          <details
            key={`${group}${words === '' ? '' : ' found'}`}
            className="property-group"
            open={words !== '' || OPEN.has(group)}
          >
            <summary>
              <span>{t(`group.${group}`)}</span>
              {set > 0 && <span className="property-set">{t('set', { count: set })}</span>}
            </summary>
            {group === 'study' && owner.item !== undefined && <NoteMissing owner={owner} />}
            {members.map((property) => (
              <PropertyRow key={property.name} owner={owner} property={property} />
            ))}
          </details>
        )
      })}
      {words !== '' && shown.length === 0 && <p className="ui-hint">{t('none', { words })}</p>}
      {words === '' && unknown.length > 0 && (
        <section aria-labelledby={id} className="property-unknown">
          <h3 id={id}>{t('unknown')}</h3>
          <p className="ui-hint">{t('unknownHelp')}</p>
          <ul>
            {unknown.map((name) => (
              <li key={name} data-place={`${owner.pointer}/${name}`}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {words === '' && properties.some(({ rank }) => rank === 'rare') && (
        <Checkbox
          label={t('all')}
          checked={all === 'all'}
          onChange={(event) => setAll(event.target.checked ? 'all' : 'usual')}
        />
      )}
    </div>
  )
}

const isSet = (owner: PropertyOwner, property: PropertySpec) =>
  settingOf(owner, property) !== undefined

const HELD = new Set(['type', 'pages', 'elements', 'templateElements', 'questions'])

/** Properties in the JSON that the object's class does not have. */
const unknownIn = ({ json }: PropertyOwner, properties: readonly PropertySpec[]) => {
  const known = new Set(
    properties.flatMap(({ name, former }) => (former ? [name, former] : [name])),
  )
  return properties.length === 0
    ? []
    : Object.keys(json).filter((name) => !known.has(name) && !HELD.has(name))
}

/** Every item needs a note before it can be published. */
const NoteMissing = ({ owner }: { readonly owner: PropertyOwner }) => {
  const { t } = useTranslation('designer')
  return noteOf(owner.editor.instrument, owner.item ?? '') === undefined ? (
    <p className="ui-error">{t('notes.none')}</p>
  ) : null
}
