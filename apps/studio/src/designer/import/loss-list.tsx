import {
  countFates,
  type Fate,
  type LossReport,
  type WordedLoss,
  worded,
} from '@echolot/exchange/loss'
import { Badge, Button, RadioGroup, Table, TextField } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../parts/save-file.ts'
import { lossesCsv } from './losses-csv.ts'

const TONES = { kept: 'success', approximated: 'warn', dropped: 'error' } as const
/** Worst first. */
const FATES: readonly Fate[] = ['dropped', 'approximated', 'kept']
const FIRST = 100

/** What became of everything in the source: counts, a list to filter, the whole as a table to keep. */
export const LossList = ({
  losses: told,
  file,
}: {
  readonly losses: LossReport
  /** Begin of the name under which the report is kept. */
  readonly file: string
}) => {
  const { t, i18n } = useTranslation('exchange')
  const language = i18n.language.startsWith('de') ? 'de' : 'en'
  const losses = useMemo(() => told.map((loss) => worded(loss, language)), [told, language])
  const counts = useMemo(() => countFates(told), [told])
  const [fate, setFate] = useState<Fate | 'notable'>('notable')
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(FIRST)
  const found = useMemo(() => {
    const wanted = words.trim().toLowerCase()
    return FATES.flatMap((one) =>
      losses.filter(
        (loss) =>
          loss.fate === one &&
          (fate === 'notable' ? one !== 'kept' : one === fate) &&
          (wanted === '' || textOf(loss).includes(wanted)),
      ),
    )
  }, [losses, fate, words])
  return (
    <section className="ui-stack-small" aria-label={t('losses.title')}>
      <h3>{t('losses.title')}</h3>
      <p>
        {FATES.map((one) => (
          <span key={one}>
            <Badge tone={TONES[one]}>{t(`losses.count.${one}`, { count: counts[one] })}</Badge>{' '}
          </span>
        ))}
      </p>
      <div className="exchange-tools">
        <RadioGroup
          label={t('losses.show')}
          layout="row"
          value={fate}
          choices={(['notable', ...FATES] as const).map((value) => ({
            value,
            text: t(`losses.filter.${value}`),
          }))}
          onChoose={(value) => setFate(value as Fate | 'notable')}
        />
        <TextField
          type="search"
          label={t('losses.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button size="small" onClick={() => saveFile(`${file}-report.csv`, lossesCsv(losses))}>
          {t('losses.save')}
        </Button>
      </div>
      <Table
        caption={t('losses.shown', { count: found.length })}
        rows={found.slice(0, shown).map((loss, place) => ({ loss, place }))}
        rowKey={({ place }) => place}
        empty={fate === 'notable' && words === '' ? t('losses.nothing') : t('losses.noneFound')}
        columns={[
          {
            key: 'fate',
            header: t('losses.fate'),
            cell: ({ loss }) => (
              <Badge tone={TONES[loss.fate]}>{t(`losses.one.${loss.fate}`)}</Badge>
            ),
          },
          {
            key: 'path',
            header: t('losses.path'),
            heads: 'row',
            cell: ({ loss }) => <code>{loss.path}</code>,
          },
          { key: 'what', header: t('losses.what'), cell: ({ loss }) => loss.what },
          {
            key: 'reason',
            header: t('losses.reason'),
            cell: ({ loss }) => loss.reason ?? '',
          },
        ]}
      />
      {found.length > shown && (
        <Button size="small" onClick={() => setShown((before) => before + FIRST)}>
          {t('losses.more', { count: found.length - shown })}
        </Button>
      )}
    </section>
  )
}

const textOf = ({ path, what, reason = '' }: WordedLoss) =>
  `${path} ${what} ${reason}`.toLowerCase()
