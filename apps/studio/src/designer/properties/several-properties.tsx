import './own-properties.ts'
import './properties.css'
import { useTranslation } from 'react-i18next'
import type { OutlineNode } from '../edits/outline.ts'
import { controlOf } from './controls/control-of.tsx'
import { describe, type PropertySpec } from './describe.ts'
import { GROUPS, groupOf } from './groups.ts'
import { hasNote } from './has-note.ts'
import type { Kind } from './kinds.ts'
import { notePart, setNoteValue } from './own-properties.ts'
import type { PropertyOwner } from './property-owner.ts'
import { setAt } from './set-at.ts'
import { settingOf } from './setting-of.ts'
import { propertyWords } from './words/property-words.ts'

/** Kinds whose values mean the same wherever they stand; lists and texts are each element's own. */
const SHARED = new Set<Kind>(['tick', 'number', 'choice', 'set', 'expression', 'color'])
const SHARED_NOTES = new Set(['note-purpose', 'note-source', 'note-licence'])

/** What several selected elements have in common; a change is made in all of them at once. */
export const SeveralProperties = ({
  owner,
  nodes,
}: {
  /** As if the first of them were edited alone. */
  readonly owner: PropertyOwner
  readonly nodes: readonly OutlineNode[]
}) => {
  const { t } = useTranslation('properties')
  const owners = nodes.map((node) => ownerOf(owner, node))
  const first = owners[0]
  const common = commonOf(nodes)
  if (first === undefined) return null
  return (
    <section className="property-grid" aria-labelledby="element-heading">
      <header className="property-head">
        <h2 id="element-heading" tabIndex={-1}>
          {t('several', { count: nodes.length })}
        </h2>
      </header>
      <p className="ui-hint">{t('severalHelp')}</p>
      <div className="property-groups">
        {GROUPS.map((group) => {
          const members = common.filter((property) => groupOf(property) === group)
          return members.length === 0 ? null : (
            <details
              key={group}
              className="property-group"
              open={group === 'general' || group === 'study' || group === 'logic'}
            >
              <summary>{t(`group.${group}`)}</summary>
              {members.map((property) => (
                <Shared key={property.name} owners={owners} property={property} />
              ))}
            </details>
          )
        })}
      </div>
    </section>
  )
}

const Shared = ({
  owners,
  property,
}: {
  readonly owners: readonly PropertyOwner[]
  readonly property: PropertySpec
}) => {
  const { t, i18n } = useTranslation('properties')
  const [first] = owners
  if (first === undefined) return null
  const { editor } = first
  const { name, former } = property
  const part = notePart(name)
  const written = new Set(owners.map((owner) => JSON.stringify(settingOf(owner, property))))
  const isSame = written.size === 1
  const Control = controlOf(property.kind)
  const place = `several#${name}`
  return (
    <div className="property" data-kind={property.kind}>
      <div className="property-control">
        <Control
          owner={first}
          property={property}
          label={propertyWords(name, i18n.language === 'en' ? 'en' : 'de').label}
          value={isSame ? settingOf(first, property) : undefined}
          place={place}
          set={(value, mark) =>
            editor.edit(
              (now) =>
                owners.reduce(
                  (after, { pointer, item }) =>
                    part === undefined
                      ? setAt(after, pointer, { property: name, former, value })
                      : item === undefined
                        ? after
                        : setNoteValue(after, item, part, value),
                  now,
                ),
              mark === undefined ? undefined : `${place} ${mark}`,
            )
          }
          describedBy={undefined}
        />
      </div>
      {!isSame && <p className="property-help">{t('severalDiffer')}</p>}
    </div>
  )
}

const ownerOf = (owner: PropertyOwner, node: OutlineNode): PropertyOwner => ({
  ...owner,
  pointer: node.pointer,
  json: node.json,
  class: node.type,
  item: hasNote(node) ? node.name : undefined,
})

/** Properties that every one of them has, in the order of the first. */
const commonOf = (nodes: readonly OutlineNode[]): readonly PropertySpec[] => {
  const [first, ...others] = nodes.map(
    ({ type, json }) =>
      new Map(describe(type, json).properties.map((property) => [property.name, property])),
  )
  const allNoted = nodes.every(hasNote)
  return [...(first?.values() ?? [])].filter(
    ({ name, kind, rank, fixed }) =>
      !fixed &&
      (name.startsWith('note-')
        ? allNoted && (SHARED.has(kind) || SHARED_NOTES.has(name))
        : SHARED.has(kind) && rank === 'usual') &&
      others.every((properties) => properties.get(name)?.kind === kind),
  )
}
