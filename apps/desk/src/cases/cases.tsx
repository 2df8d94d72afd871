import type { CaseLine } from '@echolot/contract/mailings'
import { dayOf } from '@echolot/study'
import { Badge, Button, type NoticeTone, Page, Pager, RadioGroup, Table } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WaveChoice, waveOn } from '../app/wave-choice.tsx'
import { Asked } from '../server/asked.tsx'
import { type CaseFilter, casesQuery } from '../server/cases.ts'
import type { Study } from '../server/studies.ts'
import { BlockDialog } from './block-dialog.tsx'
import { CaseSearch } from './case-search.tsx'

const FILTERS: readonly CaseFilter[] = ['to-remind', 'all']

const TONES: Readonly<Record<NonNullable<CaseLine['outcome']>, NoticeTone>> = {
  done: 'success',
  refused: 'info',
  withdrawn: 'info',
  returned: 'warn',
  blocked: 'error',
}

/** The persons of a wave, by page; whoever calls and wants no more letters is blocked here. */
export const Cases = ({ study }: { readonly study: Study }) => {
  const { t } = useTranslation()
  const [wave, setWave] = useState(waveOn(study, dayOf(new Date()))?.wave ?? '')
  const [filter, setFilter] = useState<CaseFilter>('to-remind')
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const [blocking, setBlocking] = useState<CaseLine>()
  const list = useQuery(casesQuery({ study: study.study, wave, filter, search, page }))
  const lookFor = useCallback((words: string) => {
    setSearch(words)
    setPage(1)
  }, [])
  const found = list.isPlaceholderData ? undefined : list.data?.total
  return (
    <Page title={t('cases.title')} lead={t('cases.lead')}>
      <div className="desk-filters">
        <WaveChoice
          study={study}
          wave={wave}
          onWave={(chosen) => {
            setWave(chosen)
            setPage(1)
          }}
        />
        <RadioGroup
          label={t('cases.filter')}
          layout="row"
          value={filter}
          choices={FILTERS.map((value) => ({ value, text: t(`cases.filters.${value}`) }))}
          onChoose={(chosen) => {
            setFilter(chosen === 'all' ? 'all' : 'to-remind')
            setPage(1)
          }}
        />
      </div>
      <CaseSearch search={search} onSearch={lookFor} />
      <p className="ui-hidden" role="status">
        {search !== '' && found !== undefined && t('cases.found', { count: found })}
      </p>
      <BlockDialog study={study} person={blocking} onClose={() => setBlocking(undefined)} />
      <Asked query={list}>
        {({ cases, total, pages }) => (
          <div className="ui-stack" aria-busy={list.isPlaceholderData || undefined}>
            <Table
              caption={t('cases.caption', { count: total })}
              rows={cases}
              rowKey={({ person }) => person}
              empty={t(emptyOf(search, filter))}
              columns={[
                { key: 'name', header: t('cases.name'), cell: ({ name }) => name, heads: 'row' },
                { key: 'address', header: t('cases.address'), cell: ({ address }) => address },
                { key: 'stratum', header: t('cases.stratum'), cell: ({ stratum }) => stratum },
                {
                  key: 'letters',
                  header: t('cases.letters'),
                  cell: ({ letters }) => letters,
                  align: 'end',
                },
                {
                  key: 'outcome',
                  header: t('cases.outcome'),
                  cell: ({ outcome }) =>
                    outcome === null ? (
                      <Badge>{t('cases.open')}</Badge>
                    ) : (
                      <Badge tone={TONES[outcome]}>{t(`cases.outcomes.${outcome}`)}</Badge>
                    ),
                },
                {
                  key: 'action',
                  header: t('cases.action'),
                  cell: (person) =>
                    person.outcome !== 'blocked' && (
                      <Button
                        size="small"
                        aria-label={t('cases.blockOf', { name: person.name })}
                        onClick={() => setBlocking(person)}
                      >
                        {t('cases.block')}
                      </Button>
                    ),
                },
              ]}
            />
            <Pager label={t('cases.pages')} page={page} pages={pages} onPage={setPage} />
          </div>
        )}
      </Asked>
    </Page>
  )
}

const emptyOf = (search: string, filter: CaseFilter) => {
  if (search !== '') return filter === 'all' ? 'cases.emptySearch' : 'cases.emptySearchToRemind'
  return filter === 'all' ? 'cases.emptyAll' : 'cases.emptyToRemind'
}
