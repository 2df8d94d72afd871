import { renameItem } from '@echolot/instrument'
import { Button } from '@echolot/ui'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NameField } from '../editor/name-field.tsx'
import { namesIn } from '../edits/structure.ts'
import { useProblemSentence } from '../problems/sentence.ts'
import { controlOf } from './controls/control-of.tsx'
import type { PropertySpec } from './describe.ts'
import { notePart, setNoteValue } from './own-properties.ts'
import type { PropertyOwner } from './property-owner.ts'
import { useIsPublished } from './published.tsx'
import { setAt } from './set-at.ts'
import { settingOf } from './setting-of.ts'
import { propertyWords } from './words/property-words.ts'

/** One property: its label, help, control, what is wrong with it, and the way back to how it would be without it. */
export const PropertyRow = ({
  owner,
  property,
}: {
  readonly owner: PropertyOwner
  readonly property: PropertySpec
}) => {
  const { t, i18n } = useTranslation('properties')
  const [help, setHelp] = useState<'shown' | 'hidden'>('hidden')
  const sentence = useProblemSentence()
  const id = useId()
  const { editor, pointer, item } = owner
  const { name, former } = property
  if (name === 'name' && property.needed && isElement(owner)) return <ElementName owner={owner} />
  const words = propertyWords(name, i18n.language === 'en' ? 'en' : 'de')
  const part = notePart(name)
  const value = settingOf(owner, property)
  const place = part === undefined ? `${pointer}/${name}` : `${pointer}#${name}`
  const set = (next: unknown, mark?: string) =>
    editor.edit(
      (now) =>
        part === undefined
          ? setAt(now, pointer, { property: name, former, value: next })
          : item === undefined
            ? now
            : setNoteValue(now, item, part, next),
      mark === undefined ? undefined : `${place} ${mark}`,
    )
  const found = owner.problems.filter(({ path }) => isAt(path, `/survey${place}`, property.kind))
  const Control = controlOf(property.kind)
  return (
    <div className="property" data-kind={property.kind} data-set={value !== undefined || undefined}>
      <div className="property-control">
        <Control
          owner={owner}
          property={property}
          label={words.label}
          value={value}
          place={place}
          set={set}
          describedBy={found.length > 0 ? `${id}-found` : undefined}
        />
        <span className="property-tools">
          {words.help !== '' && (
            <button
              type="button"
              className="property-help-button"
              aria-label={t('help', { label: words.label })}
              aria-expanded={help === 'shown'}
              onClick={() => setHelp((before) => (before === 'shown' ? 'hidden' : 'shown'))}
            >
              ?
            </button>
          )}
          {value !== undefined && !property.needed && !property.fixed && (
            <Button
              size="small"
              variant="quiet"
              aria-label={t('reset', { label: words.label })}
              title={t('resetShort')}
              onClick={() => set(undefined)}
            >
              ⟲
            </Button>
          )}
        </span>
      </div>
      {help === 'shown' && (
        <p className="property-help">
          {words.help} <code>{name}</code>
        </p>
      )}
      {found.length > 0 && (
        <ul className="property-found" id={`${id}-found`}>
          {found.map((problem) => (
            <li
              key={`${problem.path} ${problem.rule} ${problem.message}`}
              data-severity={problem.severity}
            >
              {sentence(problem).text}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Lists show what is wrong in their entries at the entries. */
const isAt = (path: string, place: string, kind: PropertySpec['kind']) =>
  path === place ||
  (kind !== 'objects' && kind !== 'object' && kind !== 'entries' && path.startsWith(`${place}/`))

const isElement = ({ class: name, pointer }: PropertyOwner) =>
  name !== 'survey' && /\/(pages|elements|templateElements|questions)\/\d+$/.test(pointer)

/** Names are followed wherever they are spoken of. */
const ElementName = ({ owner }: { readonly owner: PropertyOwner }) => {
  const { editor, json, pointer, item, published } = owner
  const name = typeof json.name === 'string' ? json.name : ''
  const isPublished = useIsPublished(published, name)
  return (
    <div className="property" data-place={`${pointer}/name`}>
      <NameField
        name={name}
        isTaken={(other) => namesIn(editor.instrument).has(other)}
        published={isPublished ? 'published' : 'free'}
        onRename={(to) =>
          editor.edit((now) =>
            item === undefined || name === ''
              ? setAt(now, pointer, { property: 'name', value: to })
              : renameItem(now, { from: name, to }),
          )
        }
      />
    </div>
  )
}
