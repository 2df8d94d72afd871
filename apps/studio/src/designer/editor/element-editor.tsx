import {
  type Instrument,
  itemsOf,
  localizedOf,
  type Pointer,
  renameItem,
  setProperty,
  setText,
  valueAt,
} from '@echolot/instrument'
import { Badge, Checkbox, TextField } from '@echolot/ui'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json, OutlineNode } from '../edits/outline.ts'
import { sourceOf } from '../edits/source-of.ts'
import { namesIn } from '../edits/structure.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { useTypeName } from '../type-name.ts'
import type { DesignerWords } from '../words.ts'
import { ConditionField } from './condition-field.tsx'
import { EntryList } from './entry-list.tsx'
import { NameField } from './name-field.tsx'
import { NoteFields } from './note-fields.tsx'
import { type ShownLanguages, TextRow } from './texts.tsx'
import type { Editor } from './use-editor.ts'

type TextProperty = keyof DesignerWords['texts']['of']

/** Which texts an element of a type has; its other texts are edited in the JSON. */
const TEXTS_OF: Readonly<Record<string, readonly TextProperty[]>> = {
  page: ['title', 'description'],
  panel: ['title', 'description'],
  paneldynamic: ['title', 'description', 'templateTitle'],
  html: ['html'],
  rating: ['title', 'description', 'minRateDescription', 'maxRateDescription'],
  text: ['title', 'description', 'placeholder'],
  comment: ['title', 'description', 'placeholder'],
  boolean: ['title', 'description', 'labelTrue', 'labelFalse'],
}
const USUAL_TEXTS: readonly TextProperty[] = ['title', 'description']

const LISTS_OF: Readonly<Record<string, readonly ('choices' | 'rows' | 'columns')[]>> = {
  radiogroup: ['choices'],
  checkbox: ['choices'],
  dropdown: ['choices'],
  tagbox: ['choices'],
  ranking: ['choices'],
  imagepicker: ['choices'],
  matrix: ['rows', 'columns'],
}

const NUMBERS_OF: Readonly<
  Record<string, readonly ('rateMin' | 'rateMax' | 'min' | 'max' | 'maxLength' | 'maxPanelCount')[]>
> = {
  rating: ['rateMin', 'rateMax'],
  number: ['min', 'max'],
  text: ['maxLength'],
  comment: ['maxLength'],
  paneldynamic: ['maxPanelCount'],
}

const WITHOUT_ANSWER = new Set(['page', 'panel', 'html', 'image'])

/** All that the first editor knows of one page, panel or item. Nothing is kept here: the instrument is the state. */
export const ElementEditor = ({
  editor,
  node,
  languages,
  published,
  problems,
}: {
  readonly editor: Editor
  readonly node: OutlineNode
  readonly languages: ShownLanguages
  /** The newest published version, whose names and values are in the data. */
  readonly published: Instrument | undefined
  readonly problems: readonly FoundProblem[]
}) => {
  const { t } = useTranslation('designer')
  const typeName = useTypeName()
  const { instrument, edit } = editor
  const { pointer, json, type, name, kind } = node
  const source = sourceOf(instrument)
  const heading = useRef<HTMLHeadingElement>(null)
  const earlier = useMemo(() => (published === undefined ? [] : itemsOf(published)), [published])
  const publishedItem = earlier.find((item) => item.name === name)
  const set = (property: string, value: unknown, mark?: string) =>
    edit((now) => setProperty(now, { path: pointer, property, value }), mark)
  const shown = type === 'text' && json.inputType === 'number' ? 'number' : type
  const publishedValues = (list: 'choices' | 'rows' | 'columns'): ReadonlySet<string> =>
    new Set(
      (list === 'rows' ? (publishedItem?.rows ?? []) : (publishedItem?.choices ?? [])).map(
        ({ value }) => String(value),
      ),
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another element begins at its top
  useEffect(() => {
    heading.current?.closest('.element-editor')?.scrollTo?.({ top: 0 })
  }, [pointer])
  return (
    <section className="element-editor" aria-labelledby="element-heading">
      <header className="element-head">
        <h2 id="element-heading" ref={heading} tabIndex={-1}>
          {kind === 'page' ? t('item.page') : typeName(shown)} <code>{name}</code>
        </h2>
        {publishedItem && <Badge tone="info">{t('item.inPublished')}</Badge>}
      </header>

      <section className="editor-part">
        <h3>{t('item.texts')}</h3>
        {(TEXTS_OF[type] ?? USUAL_TEXTS).map((property) => (
          <TextRow
            key={property}
            label={t(`texts.of.${property}`)}
            text={localizedOf(json[property], '')}
            languages={languages}
            source={source}
            place={`${pointer}/${property}`}
            lines={property === 'html' ? 5 : property === 'title' && kind === 'item' ? 2 : 1}
            onText={(language, text) =>
              edit(
                (now) => setText(now, { path: `${pointer}/${property}`, language, text }),
                `${pointer}/${property}#${language}`,
              )
            }
          />
        ))}
      </section>

      {(LISTS_OF[type] ?? []).map((list) => (
        <section key={list} className="editor-part">
          <EntryList
            editor={editor}
            list={`${pointer}/${list}`}
            label={t(`choices.of.${list}`)}
            languages={languages}
            published={publishedValues(list)}
            {...(list === 'rows' && {
              onRename: (from: string, to: string) => edit((now) => renameItem(now, { from, to })),
            })}
          />
        </section>
      ))}

      <section className="editor-part">
        <h3>{t('item.logic')}</h3>
        <ConditionField
          editor={editor}
          pointer={pointer}
          condition={typeof json.visibleIf === 'string' ? json.visibleIf : ''}
          problems={problems}
          onCondition={(text) =>
            set('visibleIf', text === '' ? undefined : text, `${pointer}/visibleIf`)
          }
        />
        {!WITHOUT_ANSWER.has(type) && (
          <Checkbox
            label={t('item.isRequired')}
            hint={t('item.isRequiredHint')}
            checked={json.isRequired === true}
            onChange={(event) => set('isRequired', event.target.checked || undefined)}
          />
        )}
        <div className="number-fields">
          {(NUMBERS_OF[shown] ?? []).map((property) => (
            <NumberField
              key={property}
              label={t(`numbers.${property}`)}
              value={json[property]}
              onNumber={(value) => set(property, value, `${pointer}/${property}`)}
            />
          ))}
        </div>
      </section>

      <section className="editor-part">
        <h3>{t('item.data')}</h3>
        <NameField
          name={name}
          isTaken={(other) => namesIn(instrument).has(other)}
          published={publishedItem === undefined ? 'free' : 'published'}
          onRename={(to) => edit((now) => renamed(now, { pointer, from: name, to, kind }))}
        />
        <NotesOf editor={editor} node={node} />
      </section>
    </section>
  )
}

/** Items are renamed wherever they are spoken of; pages and panels are spoken of nowhere but here. */
const renamed = (
  instrument: Instrument,
  {
    pointer,
    from,
    to,
    kind,
  }: {
    readonly pointer: Pointer
    readonly from: string
    readonly to: string
    readonly kind: OutlineNode['kind']
  },
): Instrument =>
  kind === 'item'
    ? renameItem(instrument, { from, to })
    : setProperty(instrument, { path: pointer, property: 'name', value: to })

/** Notes of an item; of each row where the rows are the items. */
const NotesOf = ({ editor, node }: { readonly editor: Editor; readonly node: OutlineNode }) => {
  const { t } = useTranslation('designer')
  if (WITHOUT_ANSWER.has(node.type) || node.type === 'paneldynamic') return null
  if (node.type !== 'matrix') return <NoteFields editor={editor} name={node.name} />
  const rows = valueAt(node.json, '/rows')
  const names = Array.isArray(rows)
    ? rows.map((row: unknown) =>
        String(typeof row === 'object' && row !== null ? (row as Json).value : row),
      )
    : []
  return (
    <>
      <p className="ui-hint">{t('notes.perRow')}</p>
      {names.map((name) => (
        <details key={name} className="row-notes">
          <summary>
            <code>{name}</code>
          </summary>
          <NoteFields editor={editor} name={name} />
        </details>
      ))}
    </>
  )
}

const NumberField = ({
  label,
  value,
  onNumber,
}: {
  readonly label: string
  readonly value: unknown
  readonly onNumber: (value: number | undefined) => void
}) => (
  <TextField
    label={label}
    type="number"
    inputMode="numeric"
    value={typeof value === 'number' || typeof value === 'string' ? value : ''}
    onChange={({ target }) =>
      onNumber(
        target.value === '' || Number.isNaN(target.valueAsNumber)
          ? undefined
          : target.valueAsNumber,
      )
    }
  />
)
