import type { Instrument } from '@echolot/instrument'
import { textCompleteness } from '@echolot/instrument'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { sourceOf } from '../edits/source-of.ts'
import type { ShownLanguages } from './texts.tsx'

/** Chooses which languages stand side by side, and says how complete each one is. */
export const LanguagePicker = ({
  instrument,
  shown,
  onShow,
}: {
  readonly instrument: Instrument
  readonly shown: ShownLanguages
  readonly onShow: (languages: ShownLanguages) => void
}) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const source = sourceOf(instrument)
  const settled = useDeferredValue(instrument)
  const complete = useMemo(
    () => new Map(textCompleteness(settled).map((entry) => [entry.language, entry])),
    [settled],
  )
  return (
    <fieldset className="language-picker">
      <legend>{t('texts.sideBySide')}</legend>
      {instrument.languages.map(({ tag, status, live }) => {
        const { texts, present } = complete.get(tag) ?? { texts: 0, present: 0 }
        return (
          <label key={tag} className="language-chip" data-status={status}>
            <input
              type="checkbox"
              checked={shown.includes(tag)}
              disabled={tag === source}
              onChange={(event) =>
                onShow(
                  instrument.languages
                    .map((language) => language.tag)
                    .filter((other) =>
                      other === tag ? event.target.checked : shown.includes(other),
                    ),
                )
              }
            />
            <span>
              {languageName(tag)}
              <small>
                {t(`status.${status}`)}
                {live ? ` · ${t('status.live')}` : ''}
                {tag === source ? '' : ` · ${present}/${texts}`}
              </small>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
