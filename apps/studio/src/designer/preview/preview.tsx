import { type Instrument, localizedOf, textOf } from '@echolot/instrument'
import { Button, Checkbox, Notice, Progress, RadioGroup, Select } from '@echolot/ui'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { DEVICES, type Device } from './devices.ts'
import { contextFrom, makeModel } from './make-model.ts'
import { Screen } from './screen.tsx'
import { useLocale } from './use-locale.ts'

/** The questionnaire as respondents meet it: any language, three widths. Nothing typed here is sent or kept. */
export const Preview = ({ instrument }: { readonly instrument: Instrument }) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const source = instrument.languages[0]?.tag ?? 'de'
  const [language, setLanguage] = useState(source)
  const [width, setWidth] = useState<Device>('phone')
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
          choices={DEVICES.map((value) => ({ value, text: t(`preview.${value}`) }))}
          onChoose={(value) => setWidth(value as Device)}
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
  readonly width: Device
  readonly hidden: 'as-routed' | 'all'
  readonly context: Readonly<Record<string, string>>
}) => {
  const { t } = useTranslation('designer')
  const [answers, setAnswers] = useState<Readonly<Record<string, unknown>>>({})
  const [page, setPage] = useState(0)
  const [pages, setPages] = useState<readonly string[]>([])
  const model = useMemo(
    () => makeModel(instrument, { context: contextFrom(instrument, context) }),
    [instrument, context],
  )
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
      <Screen model={model} language={language} device={width} />
      <details className="preview-answers">
        <summary>{t('preview.answers', { count: Object.keys(answers).length })}</summary>
        <pre>{JSON.stringify(answers, null, 2)}</pre>
      </details>
    </>
  )
}

const titleOf = (instrument: Instrument, page: string): unknown => {
  const pages = instrument.survey.pages
  return Array.isArray(pages) ? pages.find(({ name }) => name === page)?.title : undefined
}
