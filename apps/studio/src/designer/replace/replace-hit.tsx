import { directionOf } from '@echolot/i18n'
import { Button } from '@echolot/ui'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'
import { propertyWords } from '../properties/words/property-words.ts'
import { piecesOf, replacedIn, type TextHit, type Wanted } from './replace-texts.ts'

/** Letters of a long text that stay on each side of what was found. */
const AROUND = 60

/** One text before and after, and the button that replaces in it alone. */
export const ReplaceHit = ({
  hit: { element, property, language, text },
  wanted,
  by,
  languages,
  onReplace,
}: {
  readonly hit: TextHit
  readonly wanted: Wanted
  readonly by: string
  readonly languages: 'one' | 'several'
  readonly onReplace: () => void
}) => {
  const { t, i18n } = useTranslation('replace')
  const languageName = useLanguageName()
  const pieces = piecesOf(text, wanted)
  const name = element === '' ? t('survey') : element
  const of = { dir: directionOf(language), lang: htmlLanguageOf(language) }
  const drawn = (kind: 'before' | 'after') =>
    pieces.map((piece, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order
      <Fragment key={place}>
        {piece.kind === 'between' ? (
          shortened(piece.text, place === 0, place === pieces.length - 1)
        ) : kind === 'before' ? (
          <mark>{piece.text}</mark>
        ) : (
          <ins>{by}</ins>
        )}
      </Fragment>
    ))
  return (
    <li>
      <p className="replace-where">
        <code>{name}</code> · {propertyWords(property, i18n.language === 'en' ? 'en' : 'de').label}
        {languages === 'several' && ` · ${languageName(language)}`}
      </p>
      <div className="replace-text">
        <p {...of}>{drawn('before')}</p>
        <p className="replace-after" {...of}>
          <span className="ui-hidden">{t('becomes')} </span>
          {replacedIn(text, wanted, by) === '' ? t('removed') : drawn('after')}
        </p>
      </div>
      <Button
        size="small"
        aria-label={t('oneIn', { element: name, text: text.slice(0, 60) })}
        onClick={onReplace}
      >
        {t('one')}
      </Button>
    </li>
  )
}

/** What stands between two hits, cut in its middle where it is long; ends are cut on the outer side. */
const shortened = (text: string, first: boolean, last: boolean): string => {
  if (text.length <= 2 * AROUND) return text
  if (first) return `… ${text.slice(-AROUND)}`
  if (last) return `${text.slice(0, AROUND)} …`
  return `${text.slice(0, AROUND)} … ${text.slice(-AROUND)}`
}
