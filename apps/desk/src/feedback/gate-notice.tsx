import type { PullReceipt } from '@echolot/contract/mailings'
import { Notice } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

/** Whether reminders may go out, and if not, why and what helps. */
export const GateNotice = ({ gate }: { readonly gate: PullReceipt['reminderGate'] }) => {
  const { t } = useTranslation()
  return gate === null ? (
    <Notice tone="success">{t('feedback.open')}</Notice>
  ) : (
    <Notice tone="warn" title={t('feedback.gateTitle')}>
      <p>{t(`feedback.gates.${gate}`)}</p>
    </Notice>
  )
}
