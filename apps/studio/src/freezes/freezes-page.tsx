import './freezes.css'
import type { FreezeSummary } from '@echolot/contract/freezes'
import { EmptyState, Page, Table, useUi } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useDay } from '../screen/use-day.ts'
import { useMay } from '../server/rights.ts'
import { Copyable } from './copyable.tsx'
import { MakeFreeze } from './make-freeze.tsx'
import { NextSteps } from './next-steps.tsx'
import { freezesQuery, planAddress } from './requests.ts'

/** Data cuts so far, the making of a new one, and what an analyst does with it. */
export const FreezesPage = () => {
  const { t } = useTranslation('freezes')
  const may = useMay()
  const freezes = useQuery(freezesQuery)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {may('make freezes') && <MakeFreeze />}
      <Asked query={freezes}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('none')}>
              <p>{t('noneHelp')}</p>
            </EmptyState>
          ) : (
            <FreezeTable freezes={list} />
          )
        }
      </Asked>
    </Page>
  )
}

const FreezeTable = ({ freezes }: { readonly freezes: readonly FreezeSummary[] }) => {
  const { t } = useTranslation('freezes')
  const { number } = useUi()
  const day = useDay()
  const newest = freezes.toSorted((one, other) => other.madeOn.localeCompare(one.madeOn))
  const [first] = newest
  return (
    <>
      <Table
        caption={t('list')}
        columns={[
          { key: 'id', header: t('id'), cell: ({ id }) => <code>{id}</code>, heads: 'row' },
          {
            key: 'study',
            header: t('study'),
            cell: ({ study }) => study,
            sortBy: ({ study }) => study,
          },
          { key: 'wave', header: t('wave'), cell: ({ wave }) => wave, sortBy: ({ wave }) => wave },
          {
            key: 'madeOn',
            header: t('madeOn'),
            cell: ({ madeOn }) => <span className="no-break">{day(madeOn)}</span>,
            sortBy: ({ madeOn }) => madeOn,
          },
          {
            key: 'rows',
            header: t('rows'),
            cell: ({ rows }) => number(rows),
            align: 'end',
            sortBy: ({ rows }) => rows,
          },
          {
            key: 'digest',
            header: t('digest'),
            cell: ({ digest }) => (
              <Copyable text={digest} name={t('digest')}>
                <code title={digest}>{digest.slice(0, 12)}…</code>
              </Copyable>
            ),
          },
          {
            key: 'plan',
            header: t('plan'),
            cell: ({ id, plan }) =>
              plan === undefined ? (
                t('noPlan')
              ) : (
                <a href={planAddress(id)} download title={plan}>
                  {t('planLink')} <code>{plan.slice(0, 12)}…</code>
                </a>
              ),
          },
        ]}
        rows={newest}
        rowKey={({ id }) => id}
      />
      {first !== undefined && <NextSteps freeze={first} />}
    </>
  )
}
