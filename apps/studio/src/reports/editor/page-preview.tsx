import { type Report, withEdition } from '@echolot/report'
import { pageHtml, STYLE } from '@echolot/report/html'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import type { Written } from './edition-edits.ts'

/** The page as readers will have it, drawn by the same hand, with each letter that is typed. */
export const PagePreview = ({
  written,
  page,
}: {
  readonly written: Written
  readonly page: string
}) => {
  const { t } = useTranslation('reports')
  const languageName = useLanguageName()
  const place = useRef<HTMLDivElement>(null)
  const report: Report = withEdition(written.model, written.edition)
  const html = pageHtml(report, page)
  const { language } = report
  useLayoutEffect(() => {
    const host = place.current
    if (host === null) return
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    // The policy of the studio lets no style elements through; sheets that code makes are its own.
    if ('replaceSync' in CSSStyleSheet.prototype && root.adoptedStyleSheets.length === 0)
      root.adoptedStyleSheets = [sheet()]
    // Every text in it was escaped, every picture let through by the server's list of what only draws.
    root.innerHTML = html
  }, [html])
  return (
    <section
      className="edition-preview"
      aria-label={t('editor.previewIn', { language: languageName(language) })}
      lang={language}
    >
      <div ref={place} hidden={html === ''} />
      {html === '' && <p className="ui-hint">{t('editor.previewHidden')}</p>}
    </section>
  )
}

/** The report's styles, for a page without a document around it. */
const sheet = () => {
  const made = new CSSStyleSheet()
  made.replaceSync(`${STYLE.replace(':root', ':host').replace('body{', ':host{')}
:host{display:block;background:none}article{margin:0}`)
  return made
}
