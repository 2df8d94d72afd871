import { directionOf } from '@echolot/i18n'
import {
  type Instrument,
  type Item,
  itemsOf,
  localizedOf,
  pagesOf,
  textIn,
  textOf,
} from '@echolot/instrument'
import { Badge, Select } from '@echolot/ui'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'
import { kindOf } from '../edits/kind-of.ts'
import { useTypeName } from '../type-name.ts'
import { SENSITIVITY_TONES } from './sensitivity.ts'

/** All items page by page, with variable names, words in one language, answers and conditions. */
export const ItemList = ({ instrument }: { readonly instrument: Instrument }) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const source = instrument.languages[0]?.tag ?? 'de'
  const [language, setLanguage] = useState(source)
  const items = useMemo(() => itemsOf(instrument), [instrument])
  const missing = items.filter(
    ({ title, titled }) => titled && textIn(title, language, source) === undefined,
  ).length
  return (
    <div className="ui-stack">
      <div className="item-list-tools">
        <Select
          label={t('view.language')}
          value={language}
          choices={instrument.languages.map(({ tag, status, live }) => ({
            value: tag,
            text: `${languageName(tag)} – ${t(`status.${status}`)}${live ? ` · ${t('status.live')}` : ''}`,
          }))}
          onSelect={setLanguage}
        />
        {missing > 0 && (
          <p className="ui-hint">
            {t('view.untranslated', { count: missing, language: languageName(language) })}
          </p>
        )}
      </div>
      {pagesOf(instrument).map(({ name, json }, place) => (
        <PageItems
          key={name}
          number={place + 1}
          title={textOf(localizedOf(json.title, name), language, source)}
          condition={typeof json.visibleIf === 'string' ? json.visibleIf : undefined}
          items={items.filter(({ page }) => page === name)}
          instrument={instrument}
          language={language}
        />
      ))}
    </div>
  )
}

const PageItems = ({
  number,
  title,
  condition,
  items,
  instrument,
  language,
}: {
  readonly number: number
  readonly title: string
  readonly condition: string | undefined
  readonly items: readonly Item[]
  readonly instrument: Instrument
  readonly language: string
}) => {
  const { t } = useTranslation('designer')
  const id = useId()
  return (
    <section className="ui-card item-page" aria-labelledby={id}>
      <h2 id={id}>
        <span className="item-page-number">{t('view.page', { number })}</span> {title}
      </h2>
      {condition !== undefined && <Condition text={condition} />}
      <ol className="item-rows">
        {items.map((item) => (
          <li key={item.path} data-part={item.parent !== undefined || undefined}>
            <ItemRow item={item} instrument={instrument} language={language} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const ItemRow = ({
  item,
  instrument,
  language,
}: {
  readonly item: Item
  readonly instrument: Instrument
  readonly language: string
}) => {
  const { t } = useTranslation('designer')
  const typeName = useTypeName()
  const source = instrument.languages[0]?.tag ?? 'de'
  const note = instrument.variables.find(({ name }) => name === item.name)
  const reversed = instrument.scales.find((scale) => scale.reversed.includes(item.name))
  const scale = instrument.scales.find(({ items }) => items.includes(item.name))
  const words = (text: Item['title']) => textOf(text, language, source)
  const own = { lang: htmlLanguageOf(language), dir: directionOf(language) }
  const html = item.type === 'html' ? words(localizedOf(item.json.html, '')) : undefined
  return (
    <article className="item-row">
      <p className="item-row-head">
        <code>{item.name}</code>
        <span>{typeName(kindOf(item))}</span>
        {item.required && <Badge tone="info">{t('item.required')}</Badge>}
        {note && note.sensitivity !== 'plain' && (
          <Badge tone={SENSITIVITY_TONES[note.sensitivity]}>
            {t(`sensitivity.${note.sensitivity}`)}
          </Badge>
        )}
        {scale && (
          <Badge>
            {scale.name}
            {reversed && ` · ${t('scales.reversedShort')}`}
          </Badge>
        )}
      </p>
      {item.titled && (
        <p className="item-row-title" {...own}>
          {words(item.title)}
        </p>
      )}
      {html !== undefined && (
        <p className="item-row-text" {...own}>
          {plain(html)}
        </p>
      )}
      {item.visibleIf !== undefined && <Condition text={item.visibleIf} />}
      {item.type !== 'matrixrow' && item.type !== 'boolean' && item.choices.length > 0 && (
        <dl className="value-list" {...own}>
          {item.choices.map(({ value, text }) => (
            <div key={String(value)}>
              <dt dir="ltr">
                <code>{String(value).replace('-', '−')}</code>
              </dt>
              <dd>{words(text)}</dd>
            </div>
          ))}
        </dl>
      )}
      {note && note.purpose !== '' && <p className="item-row-purpose">{note.purpose}</p>}
    </article>
  )
}

/** The words of a piece of HTML: parsed into a document that is never shown. */
const plain = (html: string) =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''

const Condition = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation('designer')
  return (
    <p className="condition">
      {t('item.onlyIf')} <code>{text}</code>
    </p>
  )
}
