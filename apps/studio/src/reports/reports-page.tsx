import './reports.css'
import type { ReportSummary } from '@echolot/contract/reports'
import { Button, EmptyState, Link, Notice, Page } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useMay } from '../server/rights.ts'
import { HandIn } from './hand-in.tsx'
import { ReportLine } from './report-line.tsx'
import { reportsQuery } from './requests.ts'

/** All reports that the person may read, each with its versions; analysts hand new ones in here. */
export const ReportsPage = () => {
  const { t } = useTranslation('reports')
  const reports = useQuery(reportsQuery)
  const may = useMay()
  const [step, setStep] = useState<'list' | 'handing-in' | 'sent'>('list')
  return (
    <Page
      title={t('title')}
      lead={t(
        may('write reports') ? 'lead' : may('comment reports') ? 'leadComment' : 'leadReleased',
      )}
      actions={
        may('hand in reports') &&
        step !== 'handing-in' && (
          <Button variant="primary" onClick={() => setStep('handing-in')}>
            {t('handIn')}
          </Button>
        )
      }
    >
      {step === 'sent' && (
        <Notice tone="success">
          <p>{t('sent')}</p>
        </Notice>
      )}
      {step === 'handing-in' && (
        <HandIn onSent={() => setStep('sent')} onCancel={() => setStep('list')} />
      )}
      <Asked query={reports}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('none')}>
              <p>{t('noneHelp')}</p>
            </EmptyState>
          ) : (
            <ul className="report-list">
              {byTitle(list).map((versions) => (
                <li key={versions[0]?.id}>
                  <ReportCard versions={versions} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Page>
  )
}

/** Versions of the same report together, the newest first; as the server orders them. */
const byTitle = (reports: readonly ReportSummary[]): readonly (readonly ReportSummary[])[] =>
  [
    ...Map.groupBy(reports, ({ study, wave, title }) => [study, wave, title].join('\n')).values(),
  ].map((versions) => versions.toSorted((one, other) => other.version - one.version))

const ReportCard = ({ versions }: { readonly versions: readonly ReportSummary[] }) => {
  const { t } = useTranslation('reports')
  const [newest, ...earlier] = versions
  if (newest === undefined) return null
  return (
    <article className="ui-card report-card">
      <h2>
        <Link href={`/reports/${newest.id}`}>{newest.title}</Link>
      </h2>
      <ReportLine report={newest} />
      {earlier.length > 0 && (
        <details>
          <summary>{t('versions')}</summary>
          <ul className="report-versions">
            {earlier.map((report) => (
              <li key={report.id}>
                <Link href={`/reports/${report.id}`}>
                  {t('version', { version: report.version })}
                </Link>
                <ReportLine report={report} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}
