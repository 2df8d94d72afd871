import type { ReportLogEntry } from '@echolot/contract/reports'
import { useTranslation } from 'react-i18next'
import { useDay } from '../screen/use-day.ts'
import { useRoleName } from './role-name.ts'

/** Who did what to a report, and when; nothing is ever taken out. */
export const ReportLog = ({ log }: { readonly log: readonly ReportLogEntry[] }) => {
  const { t } = useTranslation('reports')
  const day = useDay()
  const roleName = useRoleName()
  return (
    <details>
      <summary>{t('log')}</summary>
      <ol className="report-log">
        {log.map(({ ordinal, by, own, role, act, on, text }) => (
          <li key={ordinal}>
            {day(on)}: <strong>{own ? t('you') : by}</strong> ({roleName(role)}) {t(`act.${act}`)}
            {text !== '' && <q>{text}</q>}
          </li>
        ))}
      </ol>
    </details>
  )
}
