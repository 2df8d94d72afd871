import type { ReportDetails, ReportLanguage } from '@echolot/contract/reports'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../screen/language-name.ts'
import { FILES, fileAddress } from './requests.ts'

/** The sheet that each of these files is. */
const SHEETS = { families: 'plain', 'families-easy': 'easy' } as const

/** All that can be taken along in one language; a sheet that nobody wrote is told, not linked. */
export const ReportFiles = ({
  details: { report, pages },
  language,
}: {
  readonly details: ReportDetails
  readonly language: ReportLanguage
}) => {
  const { t } = useTranslation('reports')
  const languageName = useLanguageName()
  const written = pages.find((page) => page.language === language)?.families ?? []
  const isThere = (kind: (typeof FILES)[number]) =>
    kind === 'families' || kind === 'families-easy' ? written.includes(SHEETS[kind]) : true
  return (
    <section className="ui-card">
      <h2>{t('downloads')}</h2>
      <ul className="report-files">
        {FILES.map((kind) => (
          <li key={kind}>
            {isThere(kind) ? (
              <a href={fileAddress(report.id, language, kind)} download>
                {t(`file.${kind}`)}
              </a>
            ) : (
              t('notWritten', { file: t(`file.${kind}`), language: languageName(language) })
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
