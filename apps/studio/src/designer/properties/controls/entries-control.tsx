import { itemsOf, pointerTo, renameItem } from '@echolot/instrument'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EntryList } from '../../editor/entry-list.tsx'
import { PasteDialog } from '../paste-dialog.tsx'
import type { ControlProps } from './control.ts'

/** Choices, rows or columns: value and words in a table, the other properties of each behind it. */
export const EntriesControl = ({ owner, property, label, value, place }: ControlProps) => {
  const { t } = useTranslation('properties')
  const { editor, pointer, shown, published } = owner
  const [pasting, setPasting] = useState<'open' | 'closed'>('closed')
  const list = pointerTo(pointer, property.name)
  const entries: readonly unknown[] = Array.isArray(value) ? value : []
  const holds = property.holds ?? 'itemvalue'
  const isRows = property.name === 'rows' && owner.class === 'matrix'
  const fielded = useMemo(() => {
    const item = published && itemsOf(published).find(({ name }) => name === owner.item)
    const of = property.name === 'rows' ? item?.rows : item?.choices
    return new Set((of ?? []).map((one) => String(one.value)))
  }, [published, owner.item, property.name])
  return (
    <div className="property-entries" data-place={place}>
      <EntryList
        editor={editor}
        list={list}
        label={label}
        languages={shown}
        published={fielded}
        onPaste={() => setPasting('open')}
        {...(isRows && {
          onRename: (from: string, to: string) =>
            editor.edit((now) => renameItem(now, { from, to })),
        })}
        details={(at) => {
          const json = objectOf(entries[at])
          return (
            <details className="entry-details">
              <summary>{t('details', { name: String(json.value ?? at + 1) })}</summary>
              <owner.nested
                owner={{
                  ...owner,
                  pointer: pointerTo(list, at),
                  json,
                  class: holds,
                  item: isRows ? String(json.value) : undefined,
                }}
                without={HERE}
              />
            </details>
          )
        }}
      />
      {isRows && <p className="ui-hint">{t('notesPerRow')}</p>}
      {pasting === 'open' && (
        <PasteDialog
          editor={editor}
          list={list}
          languages={shown}
          count={entries.length}
          onClose={() => setPasting('closed')}
        />
      )}
    </div>
  )
}

/** Value and text stand in the table already. */
const HERE = new Set(['value', 'text'])

const objectOf = (entry: unknown) =>
  typeof entry === 'object' && entry !== null
    ? (entry as { readonly [property: string]: unknown })
    : { value: entry }
