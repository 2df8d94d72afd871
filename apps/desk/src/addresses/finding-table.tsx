import type { FrameFinding } from '@echolot/contract/frames'
import { Badge, Button, Checkbox, Pager, RadioGroup, Select, Table, useUi } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../app/save-file.ts'
import { findingSentence, ruleName } from './finding-words.ts'
import { findingsCsv } from './findings-csv.ts'

const PAGE = 50
const SEVERITIES = ['all', 'error', 'warning'] as const
type Severity = (typeof SEVERITIES)[number]

/** Lines which could be imported and which the clerk may leave out all the same. */
const isDecidable = ({ rule }: FrameFinding) => rule === 'same-household'

/** What was found, by line, filtered by severity and rule. */
export const FindingTable = ({
  findings,
  excluded,
  onToggle,
}: {
  readonly findings: readonly FrameFinding[]
  readonly excluded: ReadonlySet<number>
  readonly onToggle: (line: number) => void
}) => {
  const { t } = useTranslation()
  const { language } = useUi()
  const [severity, setSeverity] = useState<Severity>('all')
  const [rule, setRule] = useState('')
  const [page, setPage] = useState(1)
  if (findings.length === 0) return <p>{t('addresses.noFindings')}</p>

  const ofSeverity = findings.filter((one) => severity === 'all' || one.severity === severity)
  const rules = [...Map.groupBy(ofSeverity, (one) => one.rule)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  )
  const shown = ofSeverity.filter((one) => rule === '' || one.rule === rule)
  const save = () => {
    const heading = [t('addresses.line'), t('addresses.column'), t('addresses.finding')] as const
    const csv = findingsCsv(shown, heading, language)
    saveFile(new Blob([csv], { type: 'text/csv' }), t('addresses.saveListName'))
  }
  return (
    <div className="ui-stack">
      <div className="desk-filters">
        <RadioGroup
          label={t('addresses.severity')}
          layout="row"
          value={severity}
          choices={SEVERITIES.map((value) => ({ value, text: t(`addresses.severities.${value}`) }))}
          onChoose={(chosen) => {
            setSeverity(SEVERITIES.find((one) => one === chosen) ?? 'all')
            setRule('')
            setPage(1)
          }}
        />
        <Select
          label={t('addresses.rule')}
          value={rule}
          choices={[
            { value: '', text: t('addresses.allRules', { n: ofSeverity.length }) },
            ...rules.map(([value, { length }]) => ({
              value,
              text: t('addresses.ruleCount', { rule: ruleName(value, language), n: length }),
            })),
          ]}
          onSelect={(chosen) => {
            setRule(chosen)
            setPage(1)
          }}
        />
        <Button onClick={save}>{t('addresses.saveList')}</Button>
      </div>
      <Table
        caption={t('addresses.findingsCaption', { count: shown.length })}
        rows={shown
          .map((finding, place) => ({ ...finding, place }))
          .slice((page - 1) * PAGE, page * PAGE)}
        rowKey={({ place }) => place}
        rowTone={(finding) => (finding.severity === 'error' ? 'error' : undefined)}
        empty={t('addresses.noMatch')}
        columns={[
          {
            key: 'line',
            header: t('addresses.line'),
            cell: ({ line }) => line,
            align: 'end',
            heads: 'row',
          },
          {
            key: 'finding',
            header: t('addresses.finding'),
            cell: (finding) => (
              <div className="desk-finding">
                <Badge tone={finding.severity === 'error' ? 'error' : 'warn'}>
                  {t(`addresses.severityOf.${finding.severity}`)}
                </Badge>
                {finding.column !== null && <strong>{finding.column}</strong>}
                <span>{findingSentence(finding, language)}</span>
                {isDecidable(finding) && (
                  <Checkbox
                    label={t('addresses.leaveOutOf', { line: finding.line })}
                    checked={excluded.has(finding.line)}
                    onChange={() => onToggle(finding.line)}
                  />
                )}
              </div>
            ),
          },
        ]}
      />
      <Pager
        label={t('addresses.findingsPages')}
        page={page}
        pages={Math.ceil(shown.length / PAGE)}
        onPage={setPage}
      />
    </div>
  )
}
