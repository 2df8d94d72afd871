import type { ItemStatistic, LibraryEntry, Shown } from '@echolot/contract/items'
import { Button, Dialog, Table } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../screen/asked.tsx'
import { useDay } from '../../screen/use-day.ts'
import { entryQuery } from './requests.ts'

/** What is known of an entry: its versions, the questionnaires that use it, what released reports show of it. */
export const EntryDetails = ({
  entry,
  onClose,
}: {
  readonly entry: LibraryEntry
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('library')
  const day = useDay()
  return (
    <Dialog
      open
      title={entry.newest.title}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <Asked query={useQuery(entryQuery(entry.id))}>
        {({ versions, usedIn, statistics }) => (
          <div className="entry-details">
            <h3>{t('history')}</h3>
            <ul>
              {versions.map(({ version, on, by, origin, note }) => (
                <li key={version}>
                  {t('version', { version })}, {t('by', { by, day: day(on) })},{' '}
                  {t('origin', { origin })}
                  {note !== '' && <> – {note}</>}
                </li>
              ))}
            </ul>
            <h3>{t('uses')}</h3>
            {usedIn.length === 0 && <p>{t('noUses')}</p>}
            <ul>
              {usedIn.map(({ instrument, version, items }) => (
                <li key={`${instrument} ${version}`}>
                  <code>{instrument}</code> ({t('version', { version })}): {items.join(', ')}
                </li>
              ))}
            </ul>
            <h3>{t('statistics')}</h3>
            {statistics.length === 0 ? (
              <p>{t('noStatistics')}</p>
            ) : (
              <p className="ui-hint">{t('statisticsLead')}</p>
            )}
            {statistics.map((one, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a report may hold the same analysis twice
              <Statistic key={place} statistic={one} />
            ))}
          </div>
        )}
      </Asked>
    </Dialog>
  )
}

const Statistic = ({ statistic }: { readonly statistic: ItemStatistic }) => {
  const { t } = useTranslation('library')
  const day = useDay()
  const shown = useShown()
  const { report, study, wave, releasedOn, variable, method, n, omitted, estimates, table } =
    statistic
  const rows =
    table === null
      ? Object.entries(estimates).map(([label, value]) => ({ label, values: [value] }))
      : table.rows.map((label, place) => ({ label, values: table.cells[place] ?? [] }))
  return (
    <section className="statistic">
      <h4>
        <code>{variable}</code> · {method}
      </h4>
      <p>{t('report', { report, study, wave, day: day(releasedOn) })}</p>
      <p>{t('answered', { n: shown(n), omitted: shown(omitted) })}</p>
      <Table
        caption={`${variable}, ${method}`}
        captioned="hidden"
        columns={[
          { key: 'label', header: t('value'), heads: 'row', cell: ({ label }) => label },
          ...(table?.columns ?? ['']).map((header, place) => ({
            key: `${place} ${header}`,
            header: header === '' ? <span className="ui-hidden">{method}</span> : header,
            align: 'end' as const,
            cell: ({ values }: (typeof rows)[number]) => shown(values[place] ?? null),
          })),
        ]}
        rows={rows}
        rowKey={({ label }) => label}
      />
    </section>
  )
}

/** A number as the report shows it: with its words where it has no figure. */
const useShown = () => {
  const { t, i18n } = useTranslation('library')
  const format = new Intl.NumberFormat(i18n.language === 'en' ? 'en-GB' : 'de-DE', {
    maximumFractionDigits: 2,
  })
  return (value: Shown | null): string => {
    if (value === null) return '–'
    if (typeof value === 'number') return format.format(value)
    return 'words' in value ? value.words : t('hidden')
  }
}
