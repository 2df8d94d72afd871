import './replace.css'
import { Button, Checkbox, Dialog, Select, TextField } from '@echolot/ui'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import type { Editor } from '../editor/use-editor.ts'
import { ReplaceHit } from './replace-hit.tsx'
import { replaceTexts, type TextHit, textHits, type Wanted } from './replace-texts.ts'

/** Longer lists are narrowed by language or words first; nothing is replaced that is not on show. */
const SHOWN = 200

/** Finds words in the texts that respondents read and puts others in their place: one by one, or all on show at once. */
export const ReplaceDialog = ({
  editor,
  words,
  language: first,
  onClose,
}: {
  readonly editor: Editor
  /** What was looked for before. */
  readonly words: string
  readonly language: string
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('replace')
  const languageName = useLanguageName()
  const { instrument } = editor
  const [wanted, setWanted] = useState<Wanted>({
    words,
    language: first,
    letters: 'any',
    parts: 'any',
  })
  const [by, setBy] = useState('')
  const [said, setSaid] = useState('')
  const settled = useDeferredValue(wanted)
  const hits = useMemo(() => textHits(instrument, settled), [instrument, settled])
  const shown = hits.slice(0, SHOWN)
  const places = hits.reduce((sum, { count }) => sum + count, 0)
  const set = (part: Partial<Wanted>) => {
    setWanted((before) => ({ ...before, ...part }))
    setSaid('')
  }
  const replace = (some: readonly TextHit[]) => {
    editor.edit((now) => replaceTexts(now, some, settled, by))
    setSaid(t('done', { count: some.length }))
  }
  /** What is replaced leaves the list, and the focus goes to what takes its place. */
  const list = useRef<HTMLUListElement>(null)
  const goal = useRef<number>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one then
  useEffect(() => {
    if (goal.current === undefined) return
    const buttons = list.current?.querySelectorAll('button') ?? []
    const next = buttons[Math.min(goal.current, buttons.length - 1)]
    ;(next ?? list.current?.closest('dialog')?.querySelector('input'))?.focus()
    goal.current = undefined
  }, [hits])
  return (
    <Dialog
      open
      title={t('title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button
            variant="primary"
            disabled={shown.length === 0 || settled !== wanted}
            onClick={() => replace(shown)}
          >
            {t('everything', { count: shown.length })}
          </Button>
        </>
      }
    >
      <div className="replace-fields">
        <TextField
          label={t('find')}
          type="search"
          value={wanted.words}
          onChange={({ target }) => set({ words: target.value })}
        />
        <TextField label={t('by')} value={by} onChange={({ target }) => setBy(target.value)} />
        {instrument.languages.length > 1 && (
          <Select
            label={t('language')}
            value={wanted.language}
            choices={[
              ...instrument.languages.map(({ tag }) => ({ value: tag, text: languageName(tag) })),
              { value: 'all', text: t('all') },
            ]}
            onSelect={(language) => set({ language })}
          />
        )}
      </div>
      <div className="replace-ticks">
        <Checkbox
          label={t('exact')}
          checked={wanted.letters === 'exact'}
          onChange={({ target }) => set({ letters: target.checked ? 'exact' : 'any' })}
        />
        <Checkbox
          label={t('whole')}
          checked={wanted.parts === 'whole'}
          onChange={({ target }) => set({ parts: target.checked ? 'whole' : 'any' })}
        />
      </div>
      <p className="ui-hint">{t('help')}</p>
      <p role="status">
        {said !== '' && `${said} `}
        {settled.words === ''
          ? t('nothing')
          : hits.length === 0
            ? t('none')
            : `${t('found', { count: places })} ${t('texts', { count: hits.length })}.`}
      </p>
      {hits.length > SHOWN && <p className="ui-hint">{t('more', { shown: SHOWN })}</p>}
      <ul className="replace-hits" ref={list}>
        {shown.map((hit, place) => (
          <ReplaceHit
            key={`${hit.language} ${hit.path}`}
            hit={hit}
            wanted={settled}
            by={by}
            languages={instrument.languages.length > 1 ? 'several' : 'one'}
            onReplace={() => {
              goal.current = place
              replace([hit])
            }}
          />
        ))}
      </ul>
    </Dialog>
  )
}
