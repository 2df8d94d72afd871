import { directionOf } from '@echolot/i18n'
import { type Localized, textIn } from '@echolot/instrument'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'

/** The languages that stand side by side in the editor; the source is always the first. */
export type ShownLanguages = readonly string[]

/** One text in several languages, side by side. */
export const TextRow = ({
  label,
  text,
  languages,
  source,
  place,
  lines = 2,
  onText,
}: {
  readonly label: string
  readonly text: Localized
  readonly languages: ShownLanguages
  readonly source: string
  /** Pointer of the text in the survey, by which the problem list finds the field. */
  readonly place: string
  readonly lines?: number
  readonly onText: (language: string, words: string) => void
}) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const sourceText = textIn(text, source, source) || undefined
  return (
    <fieldset className="text-row">
      <legend>{label}</legend>
      <div className="text-cells">
        {languages.map((language) => {
          const words = textIn(text, language, source) ?? ''
          const missing = words === '' && language !== source && sourceText !== undefined
          return (
            <label key={language} className="text-cell" data-missing={missing || undefined}>
              <span className="text-cell-head">
                {languageName(language)}
                {missing && <span className="text-missing">{t('texts.missing')}</span>}
              </span>
              <textarea
                className="ui-input"
                aria-label={`${label}, ${languageName(language)}${missing ? `, ${t('texts.missing')}` : ''}`}
                lang={htmlLanguageOf(language)}
                dir={directionOf(language)}
                rows={Math.max(lines, Math.min(8, Math.ceil(words.length / 48)))}
                data-place={language === languages[0] ? place : `${place}#${language}`}
                value={words}
                placeholder={language === source ? undefined : sourceText}
                onChange={(event) => onText(language, event.target.value)}
              />
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
