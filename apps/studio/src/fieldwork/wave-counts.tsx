import type { Fieldwork } from '@echolot/contract/fieldwork'
import { Card, Count, EmptyState, Facts, Table, useUi } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../screen/language-name.ts'
import { useDay } from '../screen/use-day.ts'
import { CountBar } from './count-bar.tsx'
import { OutcomeTable } from './outcome-table.tsx'
import { daysBetween, responseRate } from './summary-of.ts'
import { WeekChart } from './week-chart.tsx'

/** All counts of one wave, as drawn today; `null` is hidden and shown hatched. */
export const WaveCounts = ({ fieldwork }: { readonly fieldwork: Fieldwork }) => {
  const { t } = useTranslation('fieldwork')
  const { language } = useUi()
  const day = useDay()
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const languageName = useLanguageName()
  const rate = responseRate(fieldwork)
  const complete = fieldwork.dispositions.find(({ code }) => code === '1.1')
  const left = daysBetween(fieldwork.asOf, fieldwork.closesOn)
  if (fieldwork.state === 'planned' && fieldwork.letters === 0)
    return <EmptyState title={t('planned')} />
  return (
    <>
      <Card title={t('asOf', { day: day(fieldwork.asOf) })}>
        <Facts
          facts={[
            { label: t('letters'), value: <Count value={fieldwork.letters} /> },
            {
              label: t('complete'),
              value: complete ? <Count value={complete.count} /> : <Count value={0} />,
            },
            {
              label: t('rr1'),
              value: rate === undefined ? '–' : percent.format(rate),
              note: t('rr1Help'),
            },
            {
              label: t('closes'),
              value: day(fieldwork.closesOn),
              ...(fieldwork.state === 'open' &&
                left >= 0 && { note: t('daysLeft', { count: left }) }),
            },
          ]}
        />
        <p className="ui-hint">
          <Count value={null} /> {t('hiddenHelp')}
        </p>
      </Card>
      <Card title={t('weeks')}>
        {fieldwork.weeks.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <>
            <WeekChart weeks={fieldwork.weeks} />
            <details>
              <summary>{t('asTable')}</summary>
              <Table
                caption={t('weeksCaption')}
                columns={[
                  { key: 'week', header: t('week'), cell: ({ week }) => week, heads: 'row' },
                  {
                    key: 'count',
                    header: t('count'),
                    cell: ({ count }) => <Count value={count} />,
                    align: 'end',
                  },
                ]}
                rows={fieldwork.weeks}
                rowKey={({ week }) => week}
              />
            </details>
          </>
        )}
      </Card>
      <Card title={t('dispositions')}>
        <OutcomeTable dispositions={fieldwork.dispositions} />
      </Card>
      <div className="ui-columns">
        <Card title={t('strata')}>
          <Table
            caption={t('strataCaption')}
            captioned="hidden"
            columns={[
              { key: 'stratum', header: t('stratum'), cell: ({ label }) => label, heads: 'row' },
              {
                key: 'finished',
                header: t('finished'),
                align: 'end',
                cell: ({ finished, letters }) => (
                  <CountBar count={finished} of={letters} ofText={t('letters')} />
                ),
              },
              {
                key: 'share',
                header: t('share'),
                align: 'end',
                cell: ({ finished, letters }) =>
                  finished === null || letters === 0 ? '–' : percent.format(finished / letters),
              },
            ]}
            rows={fieldwork.strata}
            rowKey={({ stratum }) => stratum}
            empty={t('none')}
          />
        </Card>
        <Card title={t('languages')}>
          <Table
            caption={t('languagesCaption')}
            captioned="hidden"
            columns={[
              {
                key: 'language',
                header: t('language'),
                cell: (row) => languageName(row.language),
                heads: 'row',
              },
              {
                key: 'count',
                header: t('count'),
                align: 'end',
                cell: ({ count }) => <Count value={count} />,
              },
            ]}
            rows={fieldwork.languages}
            rowKey={(row) => row.language}
            empty={t('none')}
          />
        </Card>
      </div>
    </>
  )
}
