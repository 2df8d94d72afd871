import './reports.css'
import type { ReportSummary } from '@echolot/contract/reports'
import { Badge, Button, EmptyState, Link, Notice, Page } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useDay } from '../screen/use-day.ts'
import { useMay } from '../server/rights.ts'
import { HandIn } from './hand-in.tsx'
import { reportAddress, reportsQuery } from './requests.ts'

/** All reports that the person may read; analysts hand new ones in here. */
export const ReportsPage = () => {
  const { t } = useTranslation('reports')
  const reports = useQuery(reportsQuery)
  const may = useMay()
  const [step, setStep] = useState<'list' | 'handing-in' | 'sent'>('list')
  return (
    <Page
      title={t('title')}
      lead={t(may('hand in reports') || may('release reports') ? 'lead' : 'leadReleased')}
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
              {list
                .toSorted((one, other) => other.madeOn.localeCompare(one.madeOn))
                .map((report) => (
                  <li key={report.id}>
                    <ReportCard report={report} />
                  </li>
                ))}
            </ul>
          )
        }
      </Asked>
    </Page>
  )
}

const ReportCard = ({ report }: { readonly report: ReportSummary }) => {
  const { t } = useTranslation('reports')
  const day = useDay()
  const { id, title, state, study, wave, madeOn, releasedOn } = report
  return (
    <article className="ui-card report-card">
      <h2>
        <Link href={`/reports/${id}`}>{title}</Link>
      </h2>
      <p className="report-line">
        <Badge tone={state === 'released' ? 'success' : 'warn'}>{t(`state.${state}`)}</Badge>
        <span>
          {study} · {t('wave')} {wave}
        </span>
        <span>
          {releasedOn === null
            ? `${t('madeOn')} ${day(madeOn)}`
            : `${t('releasedOn')} ${day(releasedOn)}`}
        </span>
        <a href={reportAddress(id, 'pdf')} download aria-label={t('pdfName', { title })}>
          {t('pdf')}
        </a>
      </p>
    </article>
  )
}
