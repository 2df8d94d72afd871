import { directionOf } from '@echolot/i18n'
import type { TranslationUnit } from '@echolot/instrument/translation'
import type { WordingFinding } from '@echolot/instrument/wording'
import { Badge, Button, useUi } from '@echolot/ui'
import { memo, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf } from '../../screen/language-name.ts'
import { propertyWords } from '../properties/words/property-words.ts'
import { UnitCell } from './unit-cell.tsx'

/** What rows may do; made once, so that rows which did not change are not drawn again. */
export type RowActs = {
  readonly words: (key: string, language: string, words: string) => void
  readonly reviewed: (key: string, language: string, words: string) => void
  readonly step: (key: string, language: string, by: 1 | -1) => void
  readonly focus: (key: string, language: string) => void
  readonly show: (unit: TranslationUnit) => void
  readonly measure: (key: string, height: number) => void
}

/** One text: the source beside its translations. */
export const UnitRow = memo(
  ({
    unit,
    top,
    place,
    count,
    source,
    languages,
    findings,
    mode,
    acts,
  }: {
    readonly unit: TranslationUnit
    readonly top: number
    readonly place: number
    readonly count: number
    readonly source: string
    readonly languages: readonly string[]
    readonly findings: readonly WordingFinding[]
    readonly mode: 'write' | 'read'
    readonly acts: RowActs
  }) => {
    const { t } = useTranslation('translation')
    const { language: page } = useUi()
    const row = useRef<HTMLLIElement>(null)
    const { measure } = acts
    useLayoutEffect(() => {
      const element = row.current
      if (element === null) return
      const look = () => measure(unit.key, element.offsetHeight)
      look()
      if (typeof ResizeObserver === 'undefined') return
      const observer = new ResizeObserver(look)
      observer.observe(element)
      return () => observer.disconnect()
    }, [measure, unit.key])
    return (
      <li
        ref={row}
        className="unit-row"
        aria-setsize={count}
        aria-posinset={place + 1}
        style={{ insetBlockStart: `${top}px` }}
      >
        <div className="unit-source">
          <p className="unit-place">
            <code>{unit.element || t('unit.survey')}</code> {placeWords(unit, page)}
            {!unit.reachable && <Badge>{t('unit.unreachable')}</Badge>}
            <Button
              size="small"
              variant="quiet"
              className="unit-show"
              aria-label={t('unit.showOne', { key: unit.key })}
              onClick={() => acts.show(unit)}
            >
              {t('unit.show')}
            </Button>
          </p>
          <p className="unit-words" lang={htmlLanguageOf(source)} dir={directionOf(source)}>
            {unit.source ?? <em>{t('unit.noSource')}</em>}
          </p>
        </div>
        <div className="unit-cells">
          {languages.map((language) => (
            <UnitCell
              key={language}
              unit={unit}
              language={language}
              translation={
                unit.translations[language] ?? {
                  ...{ text: undefined, state: 'missing', record: undefined },
                }
              }
              findings={findings.filter((finding) => finding.language === language)}
              mode={mode}
              onWords={(words) => acts.words(unit.key, language, words)}
              onReviewed={(words) => acts.reviewed(unit.key, language, words)}
              onStep={(by) => acts.step(unit.key, language, by)}
              onFocus={() => acts.focus(unit.key, language)}
            />
          ))}
        </div>
      </li>
    )
  },
)

/** What a text is for, in words; an entry of a list by its value. */
const placeWords = ({ key, property }: TranslationUnit, language: 'de' | 'en'): string => {
  const [, list, value] = /:(choices|rows|columns|rateValues)\[(.+?)\](?=:|$)/.exec(key) ?? []
  return list === undefined
    ? propertyWords(property, language).label
    : `${propertyWords(list, language).label}: ${value}`
}
