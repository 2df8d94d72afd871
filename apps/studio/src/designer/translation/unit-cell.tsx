import { directionOf } from '@echolot/i18n'
import type { Translation, TranslationUnit } from '@echolot/instrument/translation'
import type { WordingFinding } from '@echolot/instrument/wording'
import { Button, useUi } from '@echolot/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'
import { useDay } from '../../screen/use-day.ts'
import { StateBadge } from './state-badge.tsx'
import { wordDiff } from './word-diff.ts'

/** Milliseconds of quiet before typed words reach the questionnaire. */
const QUIET = 400

/** One text in one language: its words, its state, what speaks against them. */
export const UnitCell = ({
  unit,
  language,
  translation: { text = '', state, record },
  findings,
  mode,
  onWords,
  onReviewed,
  onStep,
  onFocus,
}: {
  readonly unit: TranslationUnit
  readonly language: string
  readonly translation: Translation
  readonly findings: readonly WordingFinding[]
  readonly mode: 'write' | 'read'
  readonly onWords: (words: string) => void
  readonly onReviewed: (words: string) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onFocus: () => void
}) => {
  const { t } = useTranslation('translation')
  const { language: page } = useUi()
  const languageName = useLanguageName()
  const day = useDay()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const latest = useRef({ typed, onWords })
  latest.current = { typed, onWords }
  const commit = () => {
    const { typed: words } = latest.current
    if (words !== undefined && words !== text) onWords(words)
    setTyped(undefined)
  }
  useEffect(() => {
    if (typed === undefined || typed === text) return
    const timer = setTimeout(() => latest.current.onWords(typed), QUIET)
    return () => clearTimeout(timer)
  }, [typed, text])
  const words = typed ?? text
  const tooLong = unit.maxLength !== undefined && words.length > unit.maxLength
  return (
    <div className="unit-cell" data-state={state}>
      <div className="unit-cell-head">
        <span>{languageName(language)}</span>
        <StateBadge state={state} />
        {tooLong && (
          <span className="unit-length">
            {t('unit.length', { count: words.length, most: unit.maxLength })}
          </span>
        )}
      </div>
      <textarea
        className="ui-input"
        aria-label={t('unit.field', { key: unit.key, language: languageName(language) })}
        aria-describedby={findings.length > 0 ? `${id}-findings` : undefined}
        data-unit={`${language} ${unit.key}`}
        lang={htmlLanguageOf(language)}
        dir={directionOf(language)}
        rows={Math.max(2, Math.min(10, Math.ceil(words.length / 42)))}
        readOnly={mode === 'read'}
        value={words}
        onFocus={onFocus}
        onBlur={commit}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.shiftKey) {
            event.preventDefault()
            if ((event.ctrlKey || event.metaKey) && mode === 'write' && words !== '') {
              onReviewed(words)
              latest.current = { typed: undefined, onWords }
              setTyped(undefined)
            } else commit()
            onStep(1)
          } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault()
            commit()
            onStep(event.key === 'ArrowDown' ? 1 : -1)
          }
        }}
      />
      {state === 'stale' && record !== undefined && (
        <p className="unit-diff">
          <strong>{t('unit.sourceChanged')}</strong>{' '}
          {wordDiff(record.source, unit.source ?? '').map(({ is, text: part }, place) =>
            is === 'same' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text in their order
              <span key={place}>{part}</span>
            ) : is === 'gone' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text in their order
              <del key={place}>{part}</del>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text in their order
              <ins key={place}>{part}</ins>
            ),
          )}
        </p>
      )}
      {findings.length > 0 && (
        <ul className="unit-findings" id={`${id}-findings`}>
          {findings.map(({ rule, span, message, remedy }) => (
            <li key={`${rule} ${span.start}`}>
              <code>{rule}</code> {message[page]} <span className="ui-hint">{remedy[page]}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="unit-cell-foot">
        {mode === 'write' && state !== 'reviewed' && words !== '' && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('unit.reviewOne', { key: unit.key, language: languageName(language) })}
            onClick={() => {
              onReviewed(words)
              setTyped(undefined)
            }}
          >
            {t('unit.review')}
          </Button>
        )}
        {record?.by !== undefined && (
          <span className="unit-by">
            {t(`unit.by.${record.status}`, {
              by: record.by,
              on: record.on === undefined ? '–' : day(record.on),
            })}
          </span>
        )}
        {record?.note !== undefined && <span className="unit-by">„{record.note}“</span>}
      </div>
    </div>
  )
}
