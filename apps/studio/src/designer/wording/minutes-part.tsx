import { type Instrument, textOf } from '@echolot/instrument'
import { MINUTE_BUDGET, type Minutes, minutesOf } from '@echolot/instrument/wording'
import { Notice, Select, Table, TextField, useUi } from '@echolot/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../edits/source-of.ts'
import { RangeBar } from './range-bar.tsx'
import { useWork } from './use-work.ts'
import { type ChosenAnswers, decidingItems, type Way } from './ways-of.ts'

/** How long answering takes: on typical ways, on one's own choice of answers, and page by page. */
export const MinutesPart = ({ instrument: now }: { readonly instrument: Instrument }) => {
  const { t } = useTranslation('wording')
  const instrument = useDeferredValue(now)
  const [chosen, setChosen] = useState<ChosenAnswers>(() => agreed(now))
  const order = useMemo(() => ({ instrument, chosen }), [instrument, chosen])
  const { answer: ways, state } = useWork('ways', order)
  const all = useMemo(() => minutesOf(instrument), [instrument])
  const rows: readonly { readonly key: string; readonly way: Way | undefined }[] = [
    { key: 'shortest', way: ways?.shortest },
    { key: 'typical', way: ways?.typical },
    { key: 'longest', way: ways?.longest },
    { key: 'own', way: ways?.own },
  ]
  const most = Math.max(MINUTE_BUDGET, ...rows.map(({ way }) => way?.high ?? 0), 1)
  const minutes = useMinuteWords()
  return (
    <section
      aria-labelledby="minutes-heading"
      className="wording-part"
      aria-busy={state === 'working'}
    >
      <h2 id="minutes-heading">{t('minutes.title')}</h2>
      <p className="ui-prose">{t('minutes.lead', { budget: MINUTE_BUDGET })}</p>
      {ways?.typical?.isOverBudget === true && (
        <Notice tone="warn" announce="never" title={t('minutes.over')}>
          <p>{t('minutes.overText', { budget: MINUTE_BUDGET })}</p>
        </Notice>
      )}
      <Table
        caption={t('minutes.ways', { count: ways?.tried ?? 0 })}
        columns={[
          {
            key: 'way',
            header: t('minutes.way'),
            heads: 'row',
            cell: ({ key }) => t(`minutes.is.${key as 'shortest' | 'typical' | 'longest' | 'own'}`),
          },
          {
            key: 'items',
            header: t('minutes.items'),
            align: 'end',
            cell: ({ way }) => way?.items ?? '–',
          },
          {
            key: 'minutes',
            header: t('minutes.minutes'),
            cell: ({ way }) => (way === undefined ? '–' : minutes(way)),
          },
          {
            key: 'bar',
            header: t('minutes.bar', { budget: MINUTE_BUDGET }),
            cell: ({ way }) => way && <RangeBar minutes={way} most={most} budget={MINUTE_BUDGET} />,
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      <OwnWay instrument={instrument} chosen={chosen} onChosen={setChosen} />
      <Table
        caption={t('minutes.pages')}
        columns={[
          {
            key: 'page',
            header: t('readability.page'),
            heads: 'row',
            cell: ({ page }) => <code>{page}</code>,
          },
          {
            key: 'answers',
            header: t('minutes.answers'),
            align: 'end',
            cell: ({ answers }) => answers,
            sortBy: ({ answers }) => answers,
          },
          {
            key: 'minutes',
            header: t('minutes.minutes'),
            cell: (page) => minutes(page),
            sortBy: ({ median }) => median,
          },
          {
            key: 'bar',
            header: t('minutes.pageBar'),
            cell: (page) => (
              <RangeBar minutes={page} most={Math.max(...all.pages.map(({ high }) => high), 0.1)} />
            ),
          },
        ]}
        rows={all.pages}
        rowKey={({ page }) => page}
      />
    </section>
  )
}

/** Without consent every way ends before it begins. */
const agreed = ({ consent }: Instrument): ChosenAnswers =>
  consent === undefined ? {} : { [consent.item]: consent.agreed[0] }

/** Answers that decide on the way, to be chosen. */
const OwnWay = ({
  instrument,
  chosen,
  onChosen,
}: {
  readonly instrument: Instrument
  readonly chosen: ChosenAnswers
  readonly onChosen: (chosen: ChosenAnswers) => void
}) => {
  const { t } = useTranslation('wording')
  const source = sourceOf(instrument)
  const items = useMemo(() => decidingItems(instrument), [instrument])
  if (items.length === 0) return null
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...others } = chosen
    onChosen(value === undefined ? others : { ...others, [name]: value })
  }
  return (
    <details className="own-way">
      <summary>{t('minutes.choose')}</summary>
      <div className="own-way-fields">
        {items.map(({ name, title, choices, type }) => {
          const label = `${name}: ${textOf(title, source, source)}`.slice(0, 90)
          return choices.length > 0 || type === 'boolean' ? (
            <Select
              key={name}
              label={label}
              value={JSON.stringify(oneOf(chosen[name])) ?? ''}
              choices={[
                { value: '', text: t('minutes.open') },
                ...(type === 'boolean'
                  ? [true, false].map((value) => ({
                      value: String(value),
                      text: t(value ? 'minutes.yes' : 'minutes.no'),
                    }))
                  : choices.map(({ value, text }) => ({
                      value: JSON.stringify(value),
                      text: textOf(text, source, source),
                    }))),
              ]}
              onSelect={(value) => {
                const answer = value === '' ? undefined : JSON.parse(value)
                set(name, answer !== undefined && isMany(type) ? [answer] : answer)
              }}
            />
          ) : (
            <TextField
              key={name}
              label={label}
              type="number"
              value={typeof chosen[name] === 'number' ? chosen[name] : ''}
              onChange={({ target }) =>
                set(name, Number.isFinite(target.valueAsNumber) ? target.valueAsNumber : undefined)
              }
            />
          )
        })}
      </div>
    </details>
  )
}

const isMany = (type: string) => type === 'checkbox' || type === 'tagbox'
const oneOf = (answer: unknown): unknown => (Array.isArray(answer) ? answer[0] : answer)

/** Minutes with their range, e.g. “11,6 (9,3 bis 16,2)”. */
const useMinuteWords = () => {
  const { t } = useTranslation('wording')
  const { number } = useUi()
  const one = (value: number) => number(Math.round(value * 10) / 10)
  return ({ median, low, high }: Minutes): string =>
    t('minutes.range', { median: one(median), low: one(low), high: one(high) })
}
