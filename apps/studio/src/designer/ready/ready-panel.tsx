import './ready.css'
import { completeness } from '@echolot/instrument/translation'
import { Badge, Button } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import type { RoomProps } from '../editor/room.ts'
import { notesMissing } from '../edits/notes-missing.ts'
import { sourceOf } from '../edits/source-of.ts'
import { problemPlaces } from '../problems/place-of-problem.ts'
import { useProblemSentence } from '../problems/sentence.ts'
import { NotesForAll } from './notes-for-all.tsx'

/** Mended by one form for all of them. */
const NOTES = new Set(['note-missing', 'purpose-missing'])
/** More errors than these are read in the list of problems. */
const SHOWN = 5

/** What is still missing before a version can be published; each point leads to where it is done. */
export const ReadyPanel = (room: RoomProps) => {
  const { t } = useTranslation('ready')
  const [state, setState] = useState<'open' | 'closed'>('closed')
  const errors = room.checked.problems.filter(({ severity }) => severity === 'error')
  const others = errors.filter(({ rule }) => !NOTES.has(rule))
  const isEmpty = room.outline.every(({ children }) => children.length === 0)
  const open = others.length + (others.length < errors.length ? 1 : 0) + (isEmpty ? 1 : 0)
  return (
    <details
      className="ready-panel"
      onToggle={(event) => setState(event.currentTarget.open ? 'open' : 'closed')}
    >
      <summary>
        {t('title')}{' '}
        {room.checked.state !== 'checking' && (
          <Badge tone={open === 0 ? 'success' : 'warn'}>
            {open === 0 ? t('done') : t('open', { count: open })}
          </Badge>
        )}
      </summary>
      {state === 'open' && <Points {...room} errors={others} open={open} />}
    </details>
  )
}

const Points = ({
  editor,
  outline,
  errors,
  open,
  onGo,
  onRoom,
}: RoomProps & {
  readonly errors: RoomProps['checked']['problems']
  readonly open: number
}) => {
  const { t } = useTranslation('ready')
  const sentence = useProblemSentence()
  const languageName = useLanguageName()
  const { instrument, mode } = editor
  const missing = useMemo(() => notesMissing(instrument), [instrument])
  const placeOf = useMemo(() => problemPlaces(instrument, outline), [instrument, outline])
  const source = sourceOf(instrument)
  const behind = useMemo(
    () =>
      instrument.languages
        .filter(({ tag }) => tag !== source)
        .map(({ tag }) => ({ tag, count: completeness(instrument, tag) }))
        .filter(({ count }) => count.reviewed < count.units),
    [instrument, source],
  )
  return (
    <ul className="ready-points">
      {open === 0 && behind.length === 0 && <li>{t('nothing')}</li>}
      {outline.every(({ children }) => children.length === 0) && <li>{t('questions')}</li>}
      {missing.length > 0 && (
        <li>
          <strong>{t('notes', { count: missing.length })}</strong>
          {mode === 'edit' && (
            <NotesForAll
              key={missing.map(({ item }) => item.name).join(' ')}
              editor={editor}
              missing={missing}
            />
          )}
        </li>
      )}
      {errors.length > 0 && (
        <li>
          <strong>{t('errors', { count: errors.length })}</strong>
          <ul className="ready-errors">
            {errors.slice(0, SHOWN).map((problem, place) => {
              const where = placeOf(problem.path)
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same problem may be found twice at one place
                <li key={`${problem.path} ${problem.rule} ${place}`}>
                  <button type="button" className="problem" onClick={() => onGo(where, problem)}>
                    <span>
                      {where.name !== '' && <code>{where.name}</code>} {sentence(problem).text}
                    </span>
                  </button>
                </li>
              )
            })}
          </ul>
        </li>
      )}
      {behind.map(({ tag, count }) => (
        <li key={tag}>
          {t('language', {
            language: languageName(tag),
            done: count.reviewed,
            count: count.units,
          })}{' '}
          <Button size="small" onClick={() => onRoom?.('translation')}>
            {t('languageOpen')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
