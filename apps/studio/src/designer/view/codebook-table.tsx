import { codebookOf, type Instrument, textOf, type Variable } from '@echolot/instrument'
import { Badge, Table } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SENSITIVITY_TONES } from './sensitivity.ts'

/** Every variable that the questionnaire gives to a freeze, as data users will see it. */
export const CodebookTable = ({
  instrument,
  variables,
  noteOf = () => undefined,
}: {
  readonly instrument: Instrument
  /** Those of the codebook to be shown; all without it. */
  readonly variables?: readonly Variable[]
  /** What is to be said at a variable's name. */
  readonly noteOf?: (variable: Variable) => readonly string[] | undefined
}) => {
  const { t, i18n } = useTranslation('designer')
  const rows = useMemo(() => variables ?? codebookOf(instrument).variables, [instrument, variables])
  const source = instrument.languages[0]?.tag ?? 'de'
  return (
    <Table
      caption={t('codebook.caption', { count: rows.length })}
      columns={[
        {
          key: 'name',
          header: t('codebook.name'),
          cell: (variable) => (
            <>
              <code>{variable.name}</code>
              {noteOf(variable)?.map((note) => (
                <small key={note} className="codebook-fault">
                  {note}
                </small>
              ))}
            </>
          ),
          heads: 'row',
          sortBy: ({ name }) => name,
        },
        {
          key: 'label',
          header: t('codebook.label'),
          cell: ({ label }) => (
            <span className="codebook-label">{textOf(label, i18n.language, source)}</span>
          ),
        },
        {
          key: 'measure',
          header: t('codebook.measure'),
          cell: ({ measure, type }) => (
            <span className="no-break">
              {t(`measure.${measure}`)} · {t(`dataType.${type}`)}
            </span>
          ),
          sortBy: ({ measure }) => measure,
        },
        {
          key: 'values',
          header: t('codebook.values'),
          cell: (variable) => (
            <Values variable={variable} language={i18n.language} source={source} />
          ),
        },
        {
          key: 'missing',
          header: t('codebook.missing'),
          cell: ({ missing }) => (
            <span className="no-break">
              {missing.map((code) => String(code).replace('-', '−')).join(', ')}
            </span>
          ),
        },
        {
          key: 'sensitivity',
          header: t('notes.sensitivity'),
          cell: ({ sensitivity, purpose }) => (
            <span title={purpose}>
              <Badge tone={SENSITIVITY_TONES[sensitivity]}>{t(`sensitivity.${sensitivity}`)}</Badge>
            </span>
          ),
          sortBy: ({ sensitivity }) => sensitivity,
        },
      ]}
      rows={rows}
      rowKey={({ name }) => name}
    />
  )
}

const Values = ({
  variable,
  language,
  source,
}: {
  readonly variable: Variable
  readonly language: string
  readonly source: string
}) => {
  const { t } = useTranslation('designer')
  const { values = [], range } = variable
  if (values.length === 0)
    return range === undefined ? '–' : `${range.min ?? ''} … ${range.max ?? ''}`
  return (
    <details>
      <summary className="no-break">{t('codebook.valueCount', { count: values.length })}</summary>
      <dl className="value-list">
        {values.map(({ value, label }) => (
          <div key={String(value)}>
            <dt>
              <code>{value}</code>
            </dt>
            <dd>{textOf(label, language, source)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
