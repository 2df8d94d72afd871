import type { ReportComparison, ReportLanguage } from '@echolot/contract/reports'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { comparisonQuery } from './requests.ts'

type Comparison = NonNullable<ReportComparison['comparison']>
type Difference = Comparison['changed'][number]['differences'][number]

/** What is different from the version before; nothing where there is none. */
export const ReportChanges = ({
  id,
  language,
}: {
  readonly id: string
  readonly language: ReportLanguage
}) => {
  const { t } = useTranslation('reports')
  const { data } = useQuery(comparisonQuery(id, language))
  if (data === undefined || data === null) return null
  const { versions, digests, added, removed, changed } = data
  const isSame = digests.length + added.length + removed.length + changed.length === 0
  return (
    <details className="report-changes">
      <summary>{t('changes', { version: versions.from })}</summary>
      {isSame && <p>{t('changesNone')}</p>}
      {digests.length > 0 && <p>{digests.map((digest) => t(`digests.${digest}`)).join(' · ')}</p>}
      <ul>
        {added.map((page) => (
          <li key={page.id}>
            {t('added')}: {page.heading}
          </li>
        ))}
        {removed.map((page) => (
          <li key={page.id}>
            {t('removed')}: {page.heading}
          </li>
        ))}
        {changed.map((page) => (
          <li key={page.id}>
            <strong>{page.heading}</strong>
            <dl className="report-digests">
              {page.differences.map((difference) => (
                <DifferenceRow key={keyOf(difference)} difference={difference} />
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </details>
  )
}

const keyOf = (difference: Difference) =>
  difference.what === 'value' ? `value ${difference.label}` : difference.what

const DifferenceRow = ({ difference }: { readonly difference: Difference }) => {
  const { t } = useTranslation('reports')
  const side = (value: string | undefined) =>
    value === undefined
      ? t('nothing')
      : difference.what === 'strength'
        ? t(`strength.${value as 'sound'}`)
        : value
  return (
    <div>
      <dt>{difference.what === 'value' ? difference.label : t(`difference.${difference.what}`)}</dt>
      <dd>
        <span className="report-side">{t('before')}:</span> {side(difference.from)}
        <br />
        <span className="report-side">{t('after')}:</span> {side(difference.to)}
      </dd>
    </div>
  )
}
