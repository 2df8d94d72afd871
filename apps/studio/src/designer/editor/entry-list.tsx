import { directionOf } from '@echolot/i18n'
import {
  type Instrument,
  moveChoice,
  type Pointer,
  pointerTo,
  removeChoice,
  textIn,
} from '@echolot/instrument'
import { Button, Dialog } from '@echolot/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'
import { addEntry, entriesAt, setEntryText, setEntryValue } from '../edits/entries.ts'
import { sourceOf } from '../edits/source-of.ts'
import type { ShownLanguages } from './texts.tsx'
import type { Editor } from './use-editor.ts'

type Asked = {
  readonly place: number
  readonly to: string | 'remove'
  readonly kind: 'value' | 'remove'
}

/**
 * The choices of an item, or the rows or columns of a matrix: value, words in each language, order. Values that a
 * published version has are in the data already; changing one asks back.
 */
export const EntryList = ({
  editor,
  list,
  label,
  languages,
  published,
  onRename,
  onPaste,
  details,
}: {
  readonly editor: Editor
  /** The list in the survey, e.g. `/pages/0/elements/2/choices`. */
  readonly list: Pointer
  readonly label: string
  readonly languages: ShownLanguages
  /** Values in the newest published version, as texts. */
  readonly published: ReadonlySet<string>
  /** Rows of a matrix are items: another value is another name, followed everywhere. */
  readonly onRename?: (from: string, to: string) => void
  /** Opens what takes a whole list in. */
  readonly onPaste?: () => void
  /** What else there is to an entry. */
  readonly details?: (place: number) => ReactNode
}) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const { instrument, edit } = editor
  const source = sourceOf(instrument)
  const entries = entriesAt(instrument, list)
  const [asked, setAsked] = useState<Asked>()
  const [said, setSaid] = useState('')
  const valueAt = (place: number) => String(entries[place]?.value ?? '')
  const change = ({ place, to, kind }: Asked) => {
    if (kind === 'remove') {
      edit((now) => removeChoice(now, { list, place }))
      setSaid(t('choices.removed', { value: valueAt(place) }))
    } else if (onRename) onRename(valueAt(place), to)
    else edit((now) => setEntryValue(now, list, { place, value: to }))
    setAsked(undefined)
  }
  const ask = (wish: Asked) => {
    if (published.has(valueAt(wish.place))) setAsked(wish)
    else change(wish)
  }
  const move = (from: number, to: number) => {
    if (to < 0 || to >= entries.length) return
    edit((now) => moveChoice(now, { list, from, to }))
    setSaid(t('choices.moved', { value: valueAt(from), place: to + 1, count: entries.length }))
  }
  return (
    <fieldset className="entries">
      <legend>{label}</legend>
      {entries.length === 0 && <p className="ui-hint">{t('choices.none')}</p>}
      <ol className="entry-rows">
        {entries.map(({ value, text }, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: values may be empty or twice while they are typed
            key={place}
            className="entry-row"
            data-published={published.has(String(value)) || undefined}
          >
            <ValueField
              label={t('choices.valueOf', { place: place + 1 })}
              value={String(value)}
              fixed={published.has(String(value)) ? 'published' : 'free'}
              onValue={(to) => ask({ place, to, kind: 'value' })}
            />
            <div className="entry-texts">
              {languages.map((language) => {
                const words = textIn(text, language, source) ?? ''
                const sourceText = textIn(text, source, source) || undefined
                return (
                  <input
                    key={language}
                    className="ui-input"
                    type="text"
                    lang={htmlLanguageOf(language)}
                    dir={directionOf(language)}
                    aria-label={t('choices.textOf', {
                      value: String(value),
                      language: languageName(language),
                    })}
                    data-place={
                      language === languages[0] ? pointerTo(list, place, 'text') : undefined
                    }
                    data-missing={
                      (words === '' && language !== source && sourceText !== undefined) || undefined
                    }
                    value={words}
                    placeholder={language === source ? undefined : sourceText}
                    onChange={(event) =>
                      edit(
                        (now) =>
                          setEntryText(now, list, { place, language, text: event.target.value }),
                        `${list}/${place}#${language}`,
                      )
                    }
                  />
                )
              })}
            </div>
            <div className="entry-steps">
              <Button
                size="small"
                variant="quiet"
                aria-label={t('choices.up', { value: String(value) })}
                onClick={() => move(place, place - 1)}
              >
                ↑
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('choices.down', { value: String(value) })}
                onClick={() => move(place, place + 1)}
              >
                ↓
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('choices.remove', { value: String(value) })}
                onClick={() => ask({ place, to: '', kind: 'remove' })}
              >
                ×
              </Button>
            </div>
            {details?.(place)}
          </li>
        ))}
      </ol>
      <span className="entry-add">
        <Button
          size="small"
          onClick={() => {
            edit((now: Instrument) => addEntry(now, list))
            setSaid(t('choices.added'))
          }}
        >
          {t('choices.add')}
        </Button>
        {onPaste && (
          <Button size="small" onClick={onPaste}>
            {t('choices.paste')}
          </Button>
        )}
      </span>
      <p role="status" className="ui-hidden">
        {said}
      </p>
      <Dialog
        open={asked !== undefined}
        title={t('choices.publishedTitle', {
          value: asked === undefined ? '' : valueAt(asked.place),
        })}
        onClose={() => setAsked(undefined)}
        actions={
          <>
            <Button onClick={() => setAsked(undefined)}>{t('cancel')}</Button>
            <Button variant="danger" onClick={() => asked && change(asked)}>
              {t(asked?.kind === 'remove' ? 'choices.removeAnyway' : 'choices.changeAnyway')}
            </Button>
          </>
        }
      >
        <p>{t('choices.publishedText')}</p>
      </Dialog>
    </fieldset>
  )
}

/** A value is taken over when the field is left, not while it is typed: half a name is no name. */
const ValueField = ({
  label,
  value,
  fixed,
  onValue,
}: {
  readonly label: string
  readonly value: string
  readonly fixed: 'published' | 'free'
  readonly onValue: (to: string) => void
}) => {
  const { t } = useTranslation('designer')
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const commit = () => {
    const to = typed.trim()
    setTyped(value)
    if (to !== value && to !== '') onValue(to)
  }
  return (
    <span className="entry-value">
      <input
        className="ui-input"
        type="text"
        aria-label={fixed === 'published' ? `${label}, ${t('choices.published')}` : label}
        title={fixed === 'published' ? t('choices.published') : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
    </span>
  )
}
