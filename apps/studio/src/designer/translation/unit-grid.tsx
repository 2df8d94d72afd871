import type { TranslationUnit } from '@echolot/instrument/translation'
import type { WordingFinding } from '@echolot/instrument/wording'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RowActs, UnitRow } from './unit-row.tsx'
import { useWindow } from './use-window.ts'

const NO_FINDINGS: readonly WordingFinding[] = []
/** Frames that a row may take to be drawn before its field gets the focus. */
const PATIENCE = 20

/** Many texts under each other; only those in sight are drawn. Enter goes on to the next. */
export const UnitGrid = ({
  keys,
  units,
  source,
  languages,
  findings,
  mode,
  acts,
}: {
  readonly keys: readonly string[]
  readonly units: ReadonlyMap<string, TranslationUnit>
  readonly source: string
  readonly languages: readonly string[]
  readonly findings: ReadonlyMap<string, readonly WordingFinding[]>
  readonly mode: 'write' | 'read'
  readonly acts: Omit<RowActs, 'step' | 'measure'>
}) => {
  const { t } = useTranslation('translation')
  const [kept, setKept] = useState<string>()
  const list = useWindow(keys, kept)
  const waiting = useRef(0)
  useEffect(() => () => cancelAnimationFrame(waiting.current), [])
  const latest = useRef({ keys, list, acts })
  latest.current = { keys, list, acts }
  const { measure } = list
  const rowActs = useMemo<RowActs>(() => {
    const goTo = (key: string, language: string) => {
      setKept(key)
      latest.current.list.scrollTo(key)
      const look = (left: number) => {
        const field = document.querySelector<HTMLTextAreaElement>(
          `[data-unit="${CSS.escape(`${language} ${key}`)}"]`,
        )
        if (field === null && left > 0)
          waiting.current = requestAnimationFrame(() => look(left - 1))
        else {
          field?.focus()
          field?.select()
        }
      }
      cancelAnimationFrame(waiting.current)
      look(PATIENCE)
    }
    return {
      words: (...given) => latest.current.acts.words(...given),
      reviewed: (...given) => latest.current.acts.reviewed(...given),
      show: (unit) => latest.current.acts.show(unit),
      focus: (key, language) => {
        setKept(key)
        latest.current.acts.focus(key, language)
      },
      step: (key, language, by) => {
        const next = latest.current.keys[latest.current.keys.indexOf(key) + by]
        if (next !== undefined) goTo(next, language)
      },
      measure,
    }
  }, [measure])
  return (
    <section
      ref={list.scroller}
      className="unit-grid"
      aria-label={t('grid.label')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onScroll={list.onScroll}
    >
      <ul style={{ blockSize: `${list.length}px` }}>
        {list.rows.map(({ key, place, top }) => {
          const unit = units.get(key)
          return unit === undefined ? null : (
            <UnitRow
              key={key}
              unit={unit}
              top={top}
              place={place}
              count={keys.length}
              source={source}
              languages={languages}
              findings={findings.get(key) ?? NO_FINDINGS}
              mode={mode}
              acts={rowActs}
            />
          )
        })}
      </ul>
    </section>
  )
}
