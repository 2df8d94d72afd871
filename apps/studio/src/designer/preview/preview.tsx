import 'survey-core/survey-core.fontless.css'
import './preview.css'
import { directionOf } from '@echolot/i18n'
import { type Instrument, localizedOf, textOf } from '@echolot/instrument'
import { prepareModel } from '@echolot/routing/model'
import { Button, Checkbox, Notice, Progress, RadioGroup, Select } from '@echolot/ui'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'
import { cleanAllHtml, cleanHtml } from './clean-html.ts'
import { loadLocale } from './load-locale.ts'

cleanAllHtml()

const WIDTHS = ['phone', 'tablet', 'desktop'] as const
type Width = (typeof WIDTHS)[number]

/** The questionnaire as respondents meet it: any language, three widths. Nothing typed here is sent or kept. */
export const Preview = ({ instrument }: { readonly instrument: Instrument }) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const source = instrument.languages[0]?.tag ?? 'de'
  const [language, setLanguage] = useState(source)
  const [width, setWidth] = useState<Width>('phone')
  const [hidden, setHidden] = useState<'as-routed' | 'all'>('as-routed')
  const [context, setContext] = useState<Readonly<Record<string, string>>>({})
  const [round, setRound] = useState(0)
  const ready = useLocale(language)
  return (
    <div className="preview">
      <div className="preview-tools">
        <Select
          label={t('preview.language')}
          value={language}
          choices={instrument.languages.map(({ tag }) => ({ value: tag, text: languageName(tag) }))}
          onSelect={setLanguage}
        />
        <RadioGroup
          label={t('preview.width')}
          layout="row"
          value={width}
          choices={WIDTHS.map((value) => ({ value, text: t(`preview.${value}`) }))}
          onChoose={(value) => setWidth(value as Width)}
        />
        {(instrument.context ?? []).map(({ name, label, values = [] }) => (
          <Select
            key={name}
            label={textOf(label ?? name, source, source)}
            value={context[name] ?? ''}
            choices={[
              { value: '', text: '–' },
              ...values.map((one) => ({
                value: String(one.value),
                text: textOf(one.label, source, source),
              })),
            ]}
            onSelect={(value) => setContext((before) => ({ ...before, [name]: value }))}
          />
        ))}
        <Checkbox
          label={t('preview.showAll')}
          checked={hidden === 'all'}
          onChange={(event) => setHidden(event.target.checked ? 'all' : 'as-routed')}
        />
        <Button size="small" onClick={() => setRound((before) => before + 1)}>
          {t('preview.restart')}
        </Button>
      </div>
      <p className="ui-hint">{t('preview.notKept')}</p>
      {ready ? (
        <Running
          key={`${round} ${JSON.stringify(context)}`}
          instrument={instrument}
          language={language}
          width={width}
          hidden={hidden}
          context={context}
        />
      ) : (
        <Progress label={t('view.previewLoading')} />
      )}
    </div>
  )
}

const Running = ({
  instrument,
  language,
  width,
  hidden,
  context,
}: {
  readonly instrument: Instrument
  readonly language: string
  readonly width: Width
  readonly hidden: 'as-routed' | 'all'
  readonly context: Readonly<Record<string, string>>
}) => {
  const { t } = useTranslation('designer')
  const [answers, setAnswers] = useState<Readonly<Record<string, unknown>>>({})
  const [page, setPage] = useState(0)
  const [pages, setPages] = useState<readonly string[]>([])
  const model = useMemo(() => modelOf(instrument, context), [instrument, context])
  useEffect(() => {
    const follow = () => {
      setAnswers({ ...model.data })
      setPage(model.currentPageNo)
      setPages(model.visiblePages.map(({ name }) => name))
    }
    follow()
    model.onValueChanged.add(follow)
    model.onCurrentPageChanged.add(follow)
    return () => {
      model.onValueChanged.remove(follow)
      model.onCurrentPageChanged.remove(follow)
    }
  }, [model])
  useEffect(() => {
    model.locale = language
  }, [model, language])
  useEffect(() => {
    model.showInvisibleElements = hidden === 'all'
    setPages(model.visiblePages.map(({ name }) => name))
  }, [model, hidden])
  const source = instrument.languages[0]?.tag ?? 'de'
  const faults = model.jsonErrors ?? []
  return (
    <>
      {faults.length > 0 && (
        <Notice tone="warn" title={t('preview.leftOut')}>
          <ul>
            {faults.slice(0, 5).map((fault) => (
              <li key={fault.message}>{fault.message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {pages.length > 1 && (
        <Select
          className="preview-page"
          label={t('preview.page')}
          value={String(page)}
          choices={pages.map((name, place) => ({
            value: String(place),
            text: `${place + 1}. ${textOf(localizedOf(titleOf(instrument, name), name), source, source)}`,
          }))}
          onSelect={(value) => {
            model.currentPageNo = Number(value)
          }}
        />
      )}
      <div className="preview-stage">
        <div
          className="preview-screen"
          data-width={width}
          dir={directionOf(language)}
          lang={htmlLanguageOf(language)}
        >
          <Survey model={model} />
        </div>
      </div>
      <details className="preview-answers">
        <summary>{t('preview.answers', { count: Object.keys(answers).length })}</summary>
        <pre>{JSON.stringify(answers, null, 2)}</pre>
      </details>
    </>
  )
}

/** A view of the questionnaire. It is never read back: the JSON is the truth. */
const modelOf = (instrument: Instrument, context: Readonly<Record<string, string>>): Model => {
  const model = new Model(instrument.survey)
  /** The page's policy allows no style made at run time; the file imported above holds all of it. */
  model.generateStylesheet = false
  model.focusFirstQuestionAutomatic = false
  model.onTextMarkdown.add((_, options) => {
    if (/[<&]/.test(options.text)) options.html = cleanHtml(options.text)
  })
  prepareModel(
    model,
    instrument,
    Object.fromEntries(
      (instrument.context ?? []).flatMap(({ name, values = [] }) => {
        const chosen = values.find(({ value }) => String(value) === context[name])
        return chosen === undefined ? [] : [[name, chosen.value]]
      }),
    ),
  )
  return model
}

const titleOf = (instrument: Instrument, page: string): unknown => {
  const pages = instrument.survey.pages
  return Array.isArray(pages) ? pages.find(({ name }) => name === page)?.title : undefined
}

/** Whether SurveyJS's words for the language are there. */
const useLocale = (language: string): boolean => {
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
  return loaded === language
}
