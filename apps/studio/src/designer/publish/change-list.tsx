import { directionOf } from '@echolot/i18n'
import { compareInstruments, type Instrument } from '@echolot/instrument'
import { Badge } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'
import { useChangeSentence } from './change-sentence.ts'
import { type ChangedText, changedTexts } from './changed-texts.ts'

/** More than these are counted only. */
const SHOWN = 40

/** What changed between two versions, whether the answers of both can be pooled, and every wording side by side. */
export const ChangeList = ({
  before,
  after,
}: {
  readonly before: Instrument
  readonly after: Instrument
}) => {
  const { t } = useTranslation('designer')
  const sentence = useChangeSentence()
  const { verdict, changes } = useMemo(() => compareInstruments(before, after), [before, after])
  const texts = useMemo(() => changedTexts(before, after), [before, after])
  const sorted = changes.toSorted((one, other) => one.kind.localeCompare(other.kind))
  return (
    <div className="change-list">
      <p>
        <Badge tone={verdict === 'breaking' ? 'warn' : verdict === 'same' ? 'neutral' : 'success'}>
          {t(`changes.verdict.${verdict}`)}
        </Badge>{' '}
        {t(`changes.meaning.${verdict}`)}
      </p>
      {sorted.length > 0 && (
        <ul>
          {sorted.slice(0, SHOWN).map((change, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same change may be found twice
            <li key={`${change.rule} ${change.name} ${place}`} data-kind={change.kind}>
              {change.name !== '' && <code>{change.name}</code>} {sentence(change)}
            </li>
          ))}
        </ul>
      )}
      {sorted.length > SHOWN && <p>{t('changes.more', { count: sorted.length - SHOWN })}</p>}
      {texts.length > 0 && (
        <details open={texts.length <= 6}>
          <summary>{t('changes.texts', { count: texts.length })}</summary>
          <ul className="text-changes">
            {texts.slice(0, SHOWN).map((text, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two choices of an item may say the same
              <li key={`${text.language} ${text.element} ${place}`}>
                <TextChange text={text} />
              </li>
            ))}
          </ul>
          {texts.length > SHOWN && <p>{t('changes.more', { count: texts.length - SHOWN })}</p>}
        </details>
      )}
    </div>
  )
}

const TextChange = ({ text }: { readonly text: ChangedText }) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const own = { lang: htmlLanguageOf(text.language), dir: directionOf(text.language) }
  return (
    <>
      <p className="text-change-head">
        {text.element !== '' && <code>{text.element}</code>} {languageName(text.language)}
      </p>
      {text.before !== undefined && (
        <p>
          <span className="ui-hidden">{t('changes.before')}: </span>
          <del {...own}>{text.before}</del>
        </p>
      )}
      {text.after !== undefined && (
        <p>
          <span className="ui-hidden">{t('changes.after')}: </span>
          <ins {...own}>{text.after}</ins>
        </p>
      )}
    </>
  )
}
