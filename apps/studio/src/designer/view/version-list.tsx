import type { InstrumentSummary } from '@echolot/contract/instruments'
import { EmptyState, Table } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useDay } from '../../screen/use-day.ts'

/** Published versions with their digest: what exactly was asked, where and since when. */
export const VersionList = ({ summary }: { readonly summary: InstrumentSummary }) => {
  const { t } = useTranslation('designer')
  const day = useDay()
  return (
    <Table
      caption={t('versions.caption')}
      columns={[
        { key: 'id', header: t('versions.id'), cell: ({ id }) => <code>{id}</code>, heads: 'row' },
        {
          key: 'day',
          header: t('versions.publishedOn'),
          cell: ({ publishedOn }) => day(publishedOn),
        },
        {
          key: 'waves',
          header: t('versions.waves'),
          cell: ({ waves }) => (waves.length === 0 ? '–' : waves.join(', ')),
        },
        {
          key: 'digest',
          header: t('versions.digest'),
          cell: ({ digest }) => <code className="digest">{digest}</code>,
        },
      ]}
      rows={summary.published}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('versions.none')}>{t('versions.noneHelp')}</EmptyState>}
    />
  )
}
