import { Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../../screen/lazy-part.ts'
import type { Editor } from '../editor/use-editor.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { sourceOf } from '../edits/source-of.ts'
import { useTypeName } from '../type-name.ts'
import { findHits } from './find-hits.ts'
import { Icon } from './icon.tsx'

/** Fetched when something is first replaced. */
const ReplaceDialog = lazyPart(async () => ({
  default: (await import('../replace/replace-dialog.tsx')).ReplaceDialog,
}))

/**
 * Finds elements by name, type or words in any language, and goes from one to the next; words can be replaced. Ctrl+F
 * leads here, Ctrl+H replaces.
 */
export const FindBar = ({
  editor,
  outline,
}: {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
}) => {
  const { t } = useTranslation('canvas')
  const [replacing, setReplacing] = useState<'open' | 'closed'>('closed')
  const typeName = useTypeName()
  const { instrument, selected, select, mode } = editor
  const [wanted, setWanted] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const settled = useDeferredValue(wanted)
  const hits = useMemo(
    () => findHits(instrument, outline, settled, typeName),
    [instrument, outline, settled, typeName],
  )
  const at = hits.findIndex(({ pointer }) => pointer === selected)
  const go = (step: 1 | -1) => {
    if (hits.length === 0) return
    const next =
      at === -1 ? (step === 1 ? 0 : hits.length - 1) : (at + step + hits.length) % hits.length
    const hit = hits[next]
    if (hit === undefined) return
    select(hit.pointer)
    editor.say(t('find.at', { place: next + 1, count: hits.length, name: hit.name }))
  }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'f' && key !== 'h')) return
      if (document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      if (key === 'h') {
        if (mode === 'edit') setReplacing('open')
        return
      }
      field.current?.focus()
      field.current?.select()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [mode])
  return (
    <>
      <search className="find-bar">
        <Icon name="find" />
        <input
          ref={field}
          type="search"
          className="ui-input"
          aria-label={t('find.label')}
          placeholder={t('find.label')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
            else if (event.key === 'Escape') setWanted('')
            else return
            event.preventDefault()
          }}
        />
        {settled !== '' && (
          <>
            <span className="find-count" role="status">
              {hits.length === 0 ? t('find.none') : `${at === -1 ? '–' : at + 1}/${hits.length}`}
            </span>
            <button
              type="button"
              className="frame-tool"
              aria-label={t('find.before')}
              onClick={() => go(-1)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              className="frame-tool"
              aria-label={t('find.next')}
              onClick={() => go(1)}
            >
              <Icon name="down" />
            </button>
          </>
        )}
        {mode === 'edit' && (
          <button
            type="button"
            className="frame-tool"
            aria-label={t('find.replace')}
            aria-haspopup="dialog"
            title={t('find.replace')}
            onClick={() => setReplacing('open')}
          >
            <Icon name="replace" />
          </button>
        )}
      </search>
      {replacing === 'open' && (
        <Suspense>
          <ReplaceDialog
            editor={editor}
            words={wanted.trim()}
            language={sourceOf(instrument)}
            onClose={() => setReplacing('closed')}
          />
        </Suspense>
      )}
    </>
  )
}
