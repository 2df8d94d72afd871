import type { FrameOverview } from '@echolot/contract/frames'
import { useTranslation } from 'react-i18next'

/** What the file must look like, folded away. */
export const ColumnHelp = ({ strata }: { readonly strata: FrameOverview['strata'] }) => {
  const { t } = useTranslation()
  return (
    <details className="desk-help">
      <summary>{t('addresses.columnsTitle')}</summary>
      <div className="ui-stack-small ui-prose">
        <p>{t('addresses.columnsNeeded')}</p>
        <p>{t('addresses.columnsOptional')}</p>
        <p>{t('addresses.columnsFormat')}</p>
        <p>{t('addresses.columnsProtected')}</p>
        {strata.length > 0 && (
          <p>
            {t('addresses.strataKnown', {
              strata: strata.map(({ stratum, label }) => `${stratum} (${label})`).join(', '),
            })}
          </p>
        )}
      </div>
    </details>
  )
}
