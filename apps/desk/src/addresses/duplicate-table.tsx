import type { FrameCheck } from '@echolot/contract/frames'
import { Checkbox, Table } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { isDecidable } from './check-summary.ts'

const REASONS = ['same-person', 'same-name-and-address', 'names-swapped'] as const

/** Pairs of lines that may be the same person; certain ones are taken once, the clerk decides on the others. */
export const DuplicateTable = ({
  duplicates,
  excluded,
  onToggle,
}: {
  readonly duplicates: FrameCheck['duplicates']
  readonly excluded: ReadonlySet<number>
  readonly onToggle: (line: number) => void
}) => {
  const { t } = useTranslation()
  if (duplicates.length === 0) return <p>{t('addresses.noDuplicates')}</p>
  const reasonText = (reason: string) => {
    const known = REASONS.find((one) => one === reason)
    return known === undefined ? reason : t(`addresses.reasons.${known}`)
  }
  return (
    <div className="ui-stack">
      <p className="ui-hint">{t('addresses.duplicatesHint')}</p>
      <Table
        caption={t('addresses.duplicatesCaption')}
        rows={duplicates}
        rowKey={({ line }) => line}
        columns={[
          {
            key: 'line',
            header: t('addresses.line'),
            cell: ({ line }) => line,
            align: 'end',
            heads: 'row',
          },
          { key: 'of', header: t('addresses.first'), cell: ({ of }) => of, align: 'end' },
          {
            key: 'reason',
            header: t('addresses.reason'),
            cell: ({ reason }) => reasonText(reason),
          },
          {
            key: 'leave-out',
            header: t('addresses.leaveOut'),
            cell: (pair) =>
              isDecidable(pair) ? (
                <Checkbox
                  label={t('addresses.leaveOutOf', { line: pair.line })}
                  checked={excluded.has(pair.line)}
                  onChange={() => onToggle(pair.line)}
                />
              ) : (
                t('addresses.onceOnly')
              ),
          },
        ]}
      />
    </div>
  )
}
