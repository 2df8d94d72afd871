import './designer.css'
import type { InstrumentSummary } from '@echolot/contract/instruments'
import type { Instrument } from '@echolot/instrument'
import { localizedOf, textOf } from '@echolot/instrument'
import { Badge, Link, Notice, Page, Progress, Select, Tabs } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { Asked } from '../screen/asked.tsx'
import { instrumentsQuery } from '../server/instruments.ts'
import { useMay } from '../server/rights.ts'
import { PublishPanel } from './publish/publish-panel.tsx'
import { draftQuery, publishedQuery } from './requests.ts'
import { CodebookTable } from './view/codebook-table.tsx'
import { ItemList } from './view/item-list.tsx'
import { VersionList } from './view/version-list.tsx'

const Preview = lazy(async () => ({
  default: (await import('./preview/preview.tsx')).Preview,
}))

/** One questionnaire to look at: its items, its codebook, how it feels, its versions. */
export const InstrumentPage = () => {
  const { t } = useTranslation('designer')
  const { name = '' } = useParams()
  return (
    <Asked query={useQuery(instrumentsQuery)}>
      {(instruments) => {
        const summary = instruments.find((one) => one.name === name)
        return summary === undefined ? (
          <Page title={t('list.title')}>
            <Notice tone="warn">
              <p>{t('view.unknown', { name })}</p>
            </Notice>
            <p>
              <Link href="/instruments">{t('view.back')}</Link>
            </p>
          </Page>
        ) : (
          <Overview summary={summary} />
        )
      }}
    </Asked>
  )
}

const DRAFT = 'draft'

const Overview = ({ summary }: { readonly summary: InstrumentSummary }) => {
  const { t } = useTranslation('designer')
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const { name, title, published, proposed } = summary
  const draft = may('see drafts') ? summary.draft : null
  const asked = search.get('version')
  const version =
    published.find(({ id }) => id === asked)?.id ?? (draft ? DRAFT : (published[0]?.id ?? DRAFT))
  const set = (key: string, value: string) =>
    setSearch(
      (before) => {
        before.set(key, value)
        return before
      },
      { replace: true },
    )
  return (
    <Page
      title={title}
      lead={
        <>
          <code>{name}</code>{' '}
          {proposed && (
            <>
              <Badge tone="warn">{t('list.proposed')}</Badge>{' '}
              {t('list.proposedBy', { version: proposed.version, by: proposed.by })}
            </>
          )}
        </>
      }
      actions={
        <>
          {published.length > 0 && (
            <Select
              className="version-select"
              label={t('view.version')}
              value={version}
              choices={[
                ...(draft
                  ? [{ value: DRAFT, text: t('view.draftOf', { version: draft.version }) }]
                  : []),
                ...published.map(({ id }) => ({ value: id as string, text: id as string })),
              ]}
              onSelect={(id) => set('version', id)}
            />
          )}
          {published.length + (draft ? 1 : 0) > 1 && (
            <Link href={`/instruments/${name}/compare`} look="button">
              {t('compare.open')}
            </Link>
          )}
          {draft && may('edit drafts') && (
            <Link href={`/instruments/${name}/edit`} look="primary-button">
              {t('list.edit')}
            </Link>
          )}
        </>
      }
    >
      {may('publish') && <PublishPanel summary={summary} />}
      <OneVersion
        summary={summary}
        version={version}
        tab={search.get('tab') ?? 'items'}
        onTab={(tab) => set('tab', tab)}
      />
    </Page>
  )
}

const OneVersion = ({
  summary,
  version,
  tab,
  onTab,
}: {
  readonly summary: InstrumentSummary
  readonly version: string
  readonly tab: string
  readonly onTab: (tab: string) => void
}) => {
  const draft = useQuery({ ...draftQuery(summary.name), enabled: version === DRAFT })
  const published = useQuery({ ...publishedQuery(version), enabled: version !== DRAFT })
  return version === DRAFT ? (
    <Asked query={draft}>
      {({ instrument }) => (
        <Rooms instrument={instrument} summary={summary} tab={tab} onTab={onTab} />
      )}
    </Asked>
  ) : (
    <Asked query={published}>
      {(instrument) => <Rooms instrument={instrument} summary={summary} tab={tab} onTab={onTab} />}
    </Asked>
  )
}

const Rooms = ({
  instrument,
  summary,
  tab,
  onTab,
}: {
  readonly instrument: Instrument
  readonly summary: InstrumentSummary
  readonly tab: string
  readonly onTab: (tab: string) => void
}) => {
  const { t } = useTranslation('designer')
  const source = instrument.languages[0]?.tag ?? 'de'
  return (
    <Tabs
      label={textOf(localizedOf(instrument.survey.title, instrument.instrument), source, source)}
      selected={tab}
      onSelect={onTab}
      tabs={[
        { id: 'items', label: t('view.items'), content: <ItemList instrument={instrument} /> },
        {
          id: 'codebook',
          label: t('view.codebook'),
          content: <CodebookTable instrument={instrument} />,
        },
        {
          id: 'preview',
          label: t('view.preview'),
          content: (
            <Suspense fallback={<Progress label={t('view.previewLoading')} />}>
              <Preview instrument={instrument} />
            </Suspense>
          ),
        },
        { id: 'versions', label: t('view.versions'), content: <VersionList summary={summary} /> },
      ]}
    />
  )
}
