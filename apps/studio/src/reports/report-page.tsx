import './reports.css'
import type { ReportDetails, ReportLanguage } from '@echolot/contract/reports'
import { Link, Notice, Page, Select } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { Asked } from '../screen/asked.tsx'
import { useLanguageName } from '../screen/language-name.ts'
import { useMay } from '../server/rights.ts'
import { CommentPart } from './comment-part.tsx'
import { ReportChanges } from './report-changes.tsx'
import { ReportFiles } from './report-files.tsx'
import { ReportLine } from './report-line.tsx'
import { ReportLog } from './report-log.tsx'
import { ReportOrigin } from './report-origin.tsx'
import { ReportSteps } from './report-steps.tsx'
import { fileAddress, reportQuery } from './requests.ts'

/** One version of a report: to be read, taken along, commented and led on. */
export const ReportPage = () => {
  const { id = '' } = useParams()
  const details = useQuery(reportQuery(id))
  return <Asked query={details}>{(found) => <Reader key={id} details={found} />}</Asked>
}

const Reader = ({ details }: { readonly details: ReportDetails }) => {
  const { t } = useTranslation('reports')
  const may = useMay()
  const { report, withdrawnBecause } = details
  const { id, title, state, languages } = report
  const [language, choose] = useReportLanguage(languages)
  const isReadable = state !== 'withdrawn' || may('write reports')
  return (
    <Page title={title} actions={<ReportSteps report={report} />}>
      <div className="ui-stack-small">
        <p>
          <Link href="/reports">← {t('back')}</Link>
        </p>
        <ReportLine report={report} />
        {state !== 'released' && (
          <Notice tone={state === 'withdrawn' ? 'error' : 'warn'} announce="never">
            <p>{t(`told.${state}`, { reason: withdrawnBecause })}</p>
          </Notice>
        )}
      </div>
      {isReadable && (
        <>
          {languages.length > 1 && <LanguageChoice {...{ languages, language, choose }} />}
          <iframe
            className="report-frame"
            src={fileAddress(id, language, 'html')}
            title={t('frame', { title })}
            sandbox=""
            referrerPolicy="no-referrer"
          />
          <ReportFiles details={details} language={language} />
          <ReportChanges id={id} language={language} />
        </>
      )}
      {may('comment reports') && <CommentPart details={details} language={language} />}
      <ReportOrigin details={details} />
      {may('comment reports') && <ReportLog log={details.log} />}
    </Page>
  )
}

const LanguageChoice = ({
  languages,
  language,
  choose,
}: {
  readonly languages: readonly ReportLanguage[]
  readonly language: ReportLanguage
  readonly choose: (language: string) => void
}) => {
  const { t } = useTranslation('reports')
  const languageName = useLanguageName()
  return (
    <Select
      label={t('language')}
      className="report-language"
      value={language}
      choices={languages.map((tag) => ({ value: tag, text: languageName(tag) }))}
      onSelect={choose}
    />
  )
}

/** The language in the page's address, else the page's own if the report has it, else the report's first. */
const useReportLanguage = (languages: readonly ReportLanguage[]) => {
  const { i18n } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const wanted = [search.get('language'), i18n.language]
  const language = wanted
    .map((tag) => languages.find((one) => one === tag))
    .find((one) => one !== undefined)
  const choose = (tag: string) => setSearch({ language: tag }, { replace: true })
  return [language ?? languages[0] ?? 'de', choose] as const
}
