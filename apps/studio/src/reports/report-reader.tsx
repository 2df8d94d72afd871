import './reports.css'
import type { ReportSummary } from '@echolot/contract/reports'
import { Badge, Button, Dialog, Link, Notice, Page, ProblemNotice } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Asked } from '../screen/asked.tsx'
import { useProblemWords } from '../screen/problem-words.ts'
import { useDay } from '../screen/use-day.ts'
import { useMay } from '../server/rights.ts'
import { reportAddress, reportsQuery, useRelease } from './requests.ts'

/** One report, in a frame which can neither run code nor reach the studio. */
export const ReportReader = () => {
  const { t } = useTranslation('reports')
  const { id = '' } = useParams()
  return (
    <Asked query={useQuery(reportsQuery)}>
      {(reports) => {
        const report = reports.find((one) => one.id === id)
        return report === undefined ? (
          <Page title={t('title')}>
            <Notice tone="warn">
              <p>{t('notHere')}</p>
            </Notice>
            <p>
              <Link href="/reports">{t('back')}</Link>
            </p>
          </Page>
        ) : (
          <Reader report={report} />
        )
      }}
    </Asked>
  )
}

const Reader = ({ report }: { readonly report: ReportSummary }) => {
  const { t } = useTranslation('reports')
  const day = useDay()
  const may = useMay()
  const { id, title, state, study, wave, madeOn, releasedOn, freezeDigest, planDigest } = report
  return (
    <Page
      title={title}
      actions={
        <>
          <a
            className="ui-button ui-button-secondary ui-button-normal"
            href={reportAddress(id, 'pdf')}
            download
            aria-label={t('pdfName', { title })}
          >
            {t('pdf')}
          </a>
          {state === 'draft' && may('release reports') && <Release report={report} />}
        </>
      }
    >
      <div className="ui-stack-small">
        <p className="report-line">
          <Link href="/reports">← {t('back')}</Link>
          <Badge tone={state === 'released' ? 'success' : 'warn'}>{t(`state.${state}`)}</Badge>
          <span>
            {study} · {t('wave')} {wave}
          </span>
          <span>
            {releasedOn === null
              ? `${t('madeOn')} ${day(madeOn)}`
              : `${t('releasedOn')} ${day(releasedOn)}`}
          </span>
        </p>
        {state === 'draft' && (
          <Notice tone="warn" announce="never">
            <p>{t('waiting')}</p>
          </Notice>
        )}
      </div>
      <iframe
        className="report-frame"
        src={reportAddress(id, 'html')}
        title={t('frame', { title })}
        sandbox=""
        referrerPolicy="no-referrer"
      />
      <details>
        <summary>{t('provenance')}</summary>
        <dl className="report-digests">
          <div>
            <dt>{t('freezeDigest')}</dt>
            <dd>
              <code>{freezeDigest}</code>
            </dd>
          </div>
          <div>
            <dt>{t('planDigest')}</dt>
            <dd>
              <code>{planDigest}</code>
            </dd>
          </div>
        </dl>
      </details>
    </Page>
  )
}

const Release = ({ report }: { readonly report: ReportSummary }) => {
  const { t } = useTranslation('reports')
  const problems = useProblemWords()
  const release = useRelease()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="primary" onClick={() => setAsking(true)}>
        {t('release')}
      </Button>
      <Dialog
        open={asking}
        title={t('releaseTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button
              variant="primary"
              pending={release.isPending}
              onClick={() => release.mutate(report.id, { onSuccess: () => setAsking(false) })}
            >
              {t('release')}
            </Button>
          </>
        }
      >
        <p>{t('releaseText', { title: report.title })}</p>
        <ProblemNotice problem={release.error} words={problems} />
      </Dialog>
    </>
  )
}
