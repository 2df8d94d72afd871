import '../designer.css'
import type { Instrument } from '@echolot/instrument'
import { Link, Notice, Page, Select } from '@echolot/ui'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { Asked } from '../../screen/asked.tsx'
import { instrumentsQuery } from '../../server/instruments.ts'
import { useMay } from '../../server/rights.ts'
import { draftQuery, publishedQuery } from '../requests.ts'
import { ChangeList } from './change-list.tsx'
import { ImpactPanel } from './impact-panel.tsx'

const DRAFT = 'draft'

/** Any two versions of a questionnaire side by side: what changed, whether answers can be pooled, what it reaches. */
export const ComparePage = () => {
  const { t } = useTranslation('designer')
  const { name = '' } = useParams()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  return (
    <Page
      title={t('compare.title')}
      lead={<code>{name}</code>}
      actions={<Link href={`/instruments/${name}`}>{t('editor.back')}</Link>}
    >
      <Asked query={useQuery(instrumentsQuery)}>
        {(instruments) => {
          const summary = instruments.find((one) => one.name === name)
          const ids = [
            ...(summary?.draft && may('see drafts') ? [DRAFT] : []),
            ...(summary?.published ?? [])
              .map(({ id }) => id as string)
              .toSorted((one, other) => other.localeCompare(one, 'en', { numeric: true })),
          ]
          const [newest, second] = ids
          if (newest === undefined || second === undefined)
            return (
              <Notice announce="never">
                <p>{t('compare.one')}</p>
              </Notice>
            )
          const chosen = (key: 'from' | 'to', otherwise: string) =>
            ids.find((id) => id === search.get(key)) ?? otherwise
          const choices = ids.map((id) => ({
            value: id,
            text: id === DRAFT ? t('list.draft') : id,
          }))
          const choose = (key: 'from' | 'to') => (id: string) =>
            setSearch(
              (before) => {
                before.set(key, id)
                return before
              },
              { replace: true },
            )
          const from = chosen('from', second)
          const to = chosen('to', newest)
          return (
            <>
              <div className="compare-choice">
                <Select
                  label={t('compare.from')}
                  value={from}
                  choices={choices}
                  onSelect={choose('from')}
                />
                <Select
                  label={t('compare.to')}
                  value={to}
                  choices={choices}
                  onSelect={choose('to')}
                />
              </div>
              <Both name={name} from={from} to={to} />
            </>
          )
        }}
      </Asked>
    </Page>
  )
}

const Both = ({
  name,
  from,
  to,
}: {
  readonly name: string
  readonly from: string
  readonly to: string
}) => {
  const before = useVersion(name, from)
  const after = useVersion(name, to)
  return (
    <Asked query={before}>
      {(one) => (
        <Asked query={after}>
          {(other) => (
            <>
              <ChangeList before={one} after={other} />
              <ImpactPanel before={one} after={other} />
            </>
          )}
        </Asked>
      )}
    </Asked>
  )
}

const useVersion = (name: string, chosen: string): UseQueryResult<Instrument> => {
  const draft = useQuery({
    ...draftQuery(name),
    enabled: chosen === DRAFT,
    select: ({ instrument }) => instrument,
  })
  const published = useQuery({ ...publishedQuery(chosen), enabled: chosen !== DRAFT })
  return chosen === DRAFT ? draft : published
}
