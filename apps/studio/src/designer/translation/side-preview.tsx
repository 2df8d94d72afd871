import 'survey-core/survey-core.fontless.css'
import '../preview/preview.css'
import { directionOf } from '@echolot/i18n'
import type { Instrument } from '@echolot/instrument'
import { prepareModel } from '@echolot/routing/model'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { htmlLanguageOf } from '../../screen/language-name.ts'
import { cleanAllHtml, cleanHtml } from '../preview/clean-html.ts'
import { loadLocale } from '../preview/load-locale.ts'

cleanAllHtml()

/** The page of the text being translated, as respondents of that language see it, right to left where they read so. */
export const SidePreview = ({
  instrument,
  language,
  page,
}: {
  readonly instrument: Instrument
  readonly language: string
  readonly page: string | undefined
}) => {
  const settled = useDeferredValue(instrument)
  const [loaded, setLoaded] = useState<string>()
  useEffect(() => {
    let wanted = true
    void loadLocale(language).then(() => {
      if (wanted) setLoaded(language)
    })
    return () => {
      wanted = false
    }
  }, [language])
  const model = useMemo(() => modelOf(settled), [settled])
  useEffect(() => {
    model.locale = language
    const at = model.visiblePages.findIndex(({ name }) => name === page)
    if (at >= 0) model.currentPageNo = at
  }, [model, language, page])
  if (loaded !== language) return null
  return (
    <div
      className="side-preview-screen"
      dir={directionOf(language)}
      lang={htmlLanguageOf(language)}
      inert
    >
      <Survey model={model} />
    </div>
  )
}

/** All that is on a page, whatever its conditions say; nothing can be answered here. */
const modelOf = (instrument: Instrument): Model => {
  const model = new Model(instrument.survey)
  /** The page's policy allows no style made at run time. */
  model.generateStylesheet = false
  model.focusFirstQuestionAutomatic = false
  model.showInvisibleElements = true
  model.onTextMarkdown.add((_, options) => {
    if (/[<&]/.test(options.text)) options.html = cleanHtml(options.text)
  })
  prepareModel(model, instrument, {})
  return model
}
