import type { FrameCheck } from '@echolot/contract/frames'
import { Card, Count, type Fact, Facts, Table, Tabs } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { summaryOf } from './check-summary.ts'
import { DuplicateTable } from './duplicate-table.tsx'
import { FindingTable } from './finding-table.tsx'

const DELIMITERS = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const

/** What the check found: counts, then findings, duplicates and strata. */
export const CheckResult = ({
  fileName,
  check,
  excluded,
  onToggle,
}: {
  readonly fileName: string
  readonly check: FrameCheck
  readonly excluded: ReadonlySet<number>
  readonly onToggle: (line: number) => void
}) => {
  const { t } = useTranslation()
  const { errorLines, importable } = summaryOf(check, excluded)
  const facts: readonly (Fact | undefined)[] = [
    { label: t('addresses.rows'), value: <Count value={check.rows} /> },
    {
      label: t('addresses.importable'),
      value: <Count value={importable} />,
      ...(check.known > 0 && { note: t('addresses.known', { count: check.known }) }),
    },
    {
      label: t('addresses.errorLines'),
      value: <Count value={errorLines} />,
      ...(errorLines > 0 && { note: t('addresses.errorLinesNote') }),
    },
    { label: t('addresses.duplicatesFact'), value: <Count value={check.duplicates.length} /> },
    {
      label: t('addresses.protected'),
      value: <Count value={check.excludedProtected} />,
      ...(check.excludedProtected > 0 && { note: t('addresses.protectedNote') }),
    },
    excluded.size === 0
      ? undefined
      : { label: t('addresses.leftOut'), value: <Count value={excluded.size} /> },
  ]
  return (
    <Card title={t('addresses.resultTitle')}>
      <p className="ui-hint">
        {t('addresses.format', {
          file: fileName,
          encoding: check.encoding,
          delimiter: t(`addresses.delimiters.${DELIMITERS[check.delimiter]}`),
        })}
      </p>
      <Facts facts={facts.filter((fact) => fact !== undefined)} />
      <Tabs
        label={t('addresses.tabs')}
        tabs={[
          {
            id: 'findings',
            label: t('addresses.findings', { n: check.findings.length }),
            content: (
              <FindingTable findings={check.findings} excluded={excluded} onToggle={onToggle} />
            ),
          },
          {
            id: 'duplicates',
            label: t('addresses.duplicates', { n: check.duplicates.length }),
            content: (
              <DuplicateTable
                duplicates={check.duplicates}
                excluded={excluded}
                onToggle={onToggle}
              />
            ),
          },
          {
            id: 'strata',
            label: t('addresses.strata', { n: check.strata.length }),
            content: <StrataTable strata={check.strata} />,
          },
        ]}
      />
    </Card>
  )
}

const StrataTable = ({ strata }: { readonly strata: FrameCheck['strata'] }) => {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('addresses.strata', { n: strata.length })}
      captioned="hidden"
      rows={strata}
      rowKey={({ stratum }) => stratum}
      columns={[
        {
          key: 'stratum',
          header: t('addresses.stratum'),
          cell: ({ stratum }) => stratum,
          heads: 'row',
        },
        {
          key: 'rows',
          header: t('addresses.stratumRows'),
          cell: ({ rows }) => <Count value={rows} />,
          align: 'end',
        },
      ]}
    />
  )
}
