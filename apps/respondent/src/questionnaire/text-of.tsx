/** @jsxImportSource react */
import { directionOf } from '@echolot/i18n'
import { createContext, useContext, useEffect, useReducer } from 'react'
import type { LocalizableString } from 'survey-core'

/** The language texts without a translation are in. */
export const SourceLanguage = createContext('de')

/**
 * One text of the instrument. A text that has no translation is shown in the source language and says so to screen
 * readers and to the bidirectional algorithm (WCAG 3.1.2, R-31).
 */
export const TextOf = ({
  model: text,
  textClass,
}: {
  readonly model: LocalizableString | undefined
  readonly textClass?: string
}) => {
  const source = useContext(SourceLanguage)
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    if (text === undefined) return
    const changed = () => redraw()
    text.onStringChanged.add(changed)
    return () => text.onStringChanged.remove(changed)
  }, [text])
  if (text === undefined) return null
  const foreign = foreignMarks(text, source)
  const className = text.getStringViewerClassName(textClass ?? '')
  return text.hasHtml ? (
    <span
      {...foreign}
      className={className}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by `cleanHtml` in onTextMarkdown.
      dangerouslySetInnerHTML={{ __html: text.renderedHtml }}
    />
  ) : (
    <span {...foreign} className={className}>
      {text.renderedHtml}
    </span>
  )
}

/** `lang` and `dir` of a text that is not in the language of the page. */
export const foreignMarks = (
  text: LocalizableString,
  source: string,
): { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' } => {
  const { locale } = text
  const translated = !locale || locale === source || text.isEmpty || text.getLocaleText(locale)
  return translated ? {} : { lang: source, dir: directionOf(source) }
}
