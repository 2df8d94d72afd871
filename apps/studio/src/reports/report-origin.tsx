import type { ReportDetails } from '@echolot/contract/reports'
import { Link } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { ReportLine } from './report-line.tsx'

/** Where a version comes from, and which others there are. */
export const ReportOrigin = ({
  details: { report, versions },
}: {
  readonly details: ReportDetails
}) => {
  const { t } = useTranslation('reports')
  const others = versions.filter(({ id }) => id !== report.id)
  const origins = [
    ['freezeDigest', report.freezeDigest],
    ['planDigest', report.planDigest],
    ['codeVersion', report.codeVersion],
    ['editionDigest', report.editionDigest ?? ''],
  ] as const
  return (
    <>
      {others.length > 0 && (
        <details>
          <summary>{t('versions')}</summary>
          <ul className="report-versions">
            {others.map((other) => (
              <li key={other.id}>
                <Link href={`/reports/${other.id}`}>
                  {t('version', { version: other.version })}
                </Link>
                <ReportLine report={other} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{t('provenance')}</summary>
        <dl className="report-digests">
          {origins
            .filter(([, digest]) => digest !== '')
            .map(([name, digest]) => (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd>
                  <code>{digest}</code>
                </dd>
              </div>
            ))}
        </dl>
      </details>
    </>
  )
}
