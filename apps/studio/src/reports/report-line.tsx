import type { ReportSummary } from '@echolot/contract/reports'
import { Badge } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useDay } from '../screen/use-day.ts'

const TONES = {
  draft: 'neutral',
  'in-comment': 'warn',
  released: 'success',
  withdrawn: 'error',
} as const

/** State, version, wave and day of a report in one line. */
export const ReportLine = ({ report }: { readonly report: ReportSummary }) => {
  const { t } = useTranslation('reports')
  const day = useDay()
  const { state, version, study, wave, madeOn, releasedOn, withdrawnOn } = report
  return (
    <p className="report-line">
      <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
      <span>{t('version', { version })}</span>
      <span>
        {study} · {t('wave')} {wave}
      </span>
      <span>
        {withdrawnOn !== null
          ? t('withdrawnOn', { day: day(withdrawnOn) })
          : releasedOn !== null
            ? t('releasedOn', { day: day(releasedOn) })
            : t('madeOn', { day: day(madeOn) })}
      </span>
    </p>
  )
}
