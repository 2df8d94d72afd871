import './library.css'
import type { LibraryEntry } from '@echolot/contract/items'
import { itemsOf, localizedOf, textOf } from '@echolot/instrument'
import { Badge, Button, EmptyState, Select, TextField } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../screen/asked.tsx'
import { useLanguageName } from '../../screen/language-name.ts'
import type { RoomProps } from '../editor/room.ts'
import { DepositForm } from './deposit-form.tsx'
import { EntryDetails } from './entry-details.tsx'
import { findEntries, instrumentOf, type Wanted } from './find-entries.ts'
import { putInto } from './put-into.ts'
import { libraryQuery } from './requests.ts'

/** Items of all studies: to find, to insert with their notes and scale, to add to. */
export const LibraryRoom = ({ editor }: RoomProps) => {
  const { t } = useTranslation('library')
  const languageName = useLanguageName()
  const [details, setDetails] = useState<LibraryEntry>()
  const [done, setDone] = useState('')
  const insert = (entry: LibraryEntry) => {
    const { renamed, untranslated, ...placed } = putInto(editor.instrument, editor.selected, entry)
    const said = [
      t('inserted', { title: entry.newest.title }),
      ...(renamed.size > 0
        ? [t('renamed', { names: [...renamed].map(([from, to]) => `${from} → ${to}`).join(', ') })]
        : []),
      ...(untranslated.length > 0
        ? [t('untranslated', { languages: untranslated.map(languageName).join(', ') })]
        : []),
    ].join(' ')
    editor.place(() => placed, said)
    setDone(said)
  }
  return (
    <section className="library" aria-label={t('title')}>
      <p className="ui-hint">{t('lead')}</p>
      <Asked query={useQuery(libraryQuery)}>
        {(entries) => (
          <>
            <Entries
              entries={entries}
              mode={editor.mode}
              onInsert={insert}
              onDetails={setDetails}
            />
            {done !== '' && <p className="library-done">{done}</p>}
            <DepositForm editor={editor} entries={entries} />
          </>
        )}
      </Asked>
      {details !== undefined && (
        <EntryDetails entry={details} onClose={() => setDetails(undefined)} />
      )}
    </section>
  )
}

const Entries = ({
  entries,
  mode,
  onInsert,
  onDetails,
}: {
  readonly entries: readonly LibraryEntry[]
  readonly mode: 'edit' | 'read'
  readonly onInsert: (entry: LibraryEntry) => void
  readonly onDetails: (entry: LibraryEntry) => void
}) => {
  const { t } = useTranslation('library')
  const languageName = useLanguageName()
  const [wanted, setWanted] = useState<Wanted>({ words: '', language: '', licence: '' })
  const found = useMemo(() => findEntries(entries, wanted), [entries, wanted])
  const languages = [
    ...new Set(
      entries.flatMap(({ newest }) => newest.content.languages.map(({ tag }) => tag as string)),
    ),
  ]
  const licences = [...new Set(entries.map(({ newest }) => newest.licence).filter(Boolean))]
  const set = (change: Partial<Wanted>) => setWanted((before) => ({ ...before, ...change }))
  return (
    <>
      <search className="library-search">
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          value={wanted.words}
          onChange={(event) => set({ words: event.target.value })}
        />
        <Select
          label={t('language')}
          value={wanted.language}
          choices={[
            { value: '', text: t('any') },
            ...languages.map((tag) => ({ value: tag, text: languageName(tag) })),
          ]}
          onSelect={(language) => set({ language })}
        />
        <Select
          label={t('licence')}
          value={wanted.licence}
          choices={[
            { value: '', text: t('any') },
            ...licences.map((licence) => ({ value: licence, text: licence })),
          ]}
          onSelect={(licence) => set({ licence })}
        />
      </search>
      <p role="status">{t('found', { count: found.length })}</p>
      {found.length === 0 && (
        <EmptyState title={t('none')}>
          <p>{t('noneHelp')}</p>
        </EmptyState>
      )}
      <ul className="library-list">
        {found.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} mode={mode} onInsert={onInsert} onDetails={onDetails} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Questions of an entry that are shown; the others are counted. */
const SHOWN = 5

const Entry = ({
  entry,
  mode,
  onInsert,
  onDetails,
}: {
  readonly entry: LibraryEntry
  readonly mode: 'edit' | 'read'
  readonly onInsert: (entry: LibraryEntry) => void
  readonly onDetails: (entry: LibraryEntry) => void
}) => {
  const { t } = useTranslation('library')
  const languageName = useLanguageName()
  const { title, tags, version, source, licence, origin, content } = entry.newest
  const instrument = instrumentOf(entry)
  const language = instrument.languages[0]?.tag ?? 'de'
  const items = itemsOf(instrument).filter(({ role }) => role === 'answer')
  return (
    <article className="library-entry">
      <header>
        <h2>{title}</h2>
        <p>
          {t('version', { version })} · {t('items', { count: items.length })} ·{' '}
          {t('origin', { origin })}
          {tags.map((tag) => (
            <span key={tag}>
              {' '}
              <Badge>{tag}</Badge>
            </span>
          ))}
        </p>
      </header>
      <ul>
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.path}>
            <code>{item.name}</code>{' '}
            {textOf(localizedOf(item.title, item.name), language, language)}
          </li>
        ))}
        {items.length > SHOWN && <li>… {t('items', { count: items.length - SHOWN })}</li>}
      </ul>
      <p className="ui-hint">
        {content.languages.map(({ tag }) => languageName(tag)).join(', ')}
        {source !== '' && ` · ${t('sourceOf', { source })}`} ·{' '}
        {licence === '' ? t('noLicence') : t('licenceOf', { licence })}
      </p>
      <div className="ui-actions">
        {mode === 'edit' && (
          <Button
            size="small"
            variant="primary"
            aria-label={t('insertOne', { title })}
            onClick={() => onInsert(entry)}
          >
            {t('insert')}
          </Button>
        )}
        <Button
          size="small"
          aria-label={t('detailsOf', { title })}
          onClick={() => onDetails(entry)}
        >
          {t('details')}
        </Button>
      </div>
    </article>
  )
}
