import './designer.css'
import type { InstrumentSummary } from '@echolot/contract/instruments'
import { Badge, EmptyState, Link, Page } from '@echolot/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useLanguageName } from '../screen/language-name.ts'
import { useDay } from '../screen/use-day.ts'
import { instrumentsQuery } from '../server/instruments.ts'
import { useMay } from '../server/rights.ts'
import { ExportInstrument } from './import/export-dialog.tsx'
import { ImportInstrument } from './import/import-dialog.tsx'
import { NewInstrument } from './new-instrument.tsx'
import { publishedQuery, readDraft } from './requests.ts'

/** All questionnaires: what is drafted, what waits for a second person, what is published. */
export const InstrumentListPage = () => {
  const { t } = useTranslation('designer')
  const may = useMay()
  const instruments = useQuery(instrumentsQuery)
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        may('edit drafts') && (
          <>
            <NewInstrument others={instruments.data ?? []} />
            <ImportInstrument others={instruments.data ?? []} />
          </>
        )
      }
    >
      <Asked query={instruments}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('list.none')}>
              <p>{t('list.noneHelp')}</p>
            </EmptyState>
          ) : (
            <ul className="instrument-list">
              {all.map((instrument) => (
                <li key={instrument.name}>
                  <InstrumentCard instrument={instrument} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Page>
  )
}

const InstrumentCard = ({ instrument }: { readonly instrument: InstrumentSummary }) => {
  const { t } = useTranslation('designer')
  const day = useDay()
  const languageName = useLanguageName()
  const may = useMay()
  const queries = useQueryClient()
  const { name, title, languages, items, draft, published, proposed } = instrument
  const newest = published.toSorted((one, other) =>
    other.publishedOn.localeCompare(one.publishedOn),
  )[0]
  return (
    <article className="ui-card instrument-card">
      <header>
        <h2>
          <Link href={`/instruments/${name}`}>{title}</Link>
        </h2>
        <p className="instrument-name">
          <code>{name}</code> · {t('list.items', { count: items })}
        </p>
      </header>
      <ul className="language-tags" aria-label={t('languages')}>
        {languages.map((tag) => (
          <li key={tag}>{languageName(tag)}</li>
        ))}
      </ul>
      <ul className="instrument-states">
        {proposed && (
          <li>
            <Badge tone="warn">{t('list.proposed')}</Badge>{' '}
            {t('list.proposedBy', { version: proposed.version, by: proposed.by })}
          </li>
        )}
        {newest && (
          <li>
            <Badge tone="success">{t('list.published')}</Badge>{' '}
            {t('list.publishedOn', { version: versionOf(newest.id), day: day(newest.publishedOn) })}
            {newest.waves.length > 0 &&
              ` · ${t('list.asksIn', { waves: newest.waves.join(', ') })}`}
          </li>
        )}
        {draft && (
          <li>
            <Badge>{t('list.draft')}</Badge>{' '}
            {t('list.draftOf', { version: draft.version, revision: draft.revision })}
          </li>
        )}
      </ul>
      <div className="ui-actions">
        <Link
          href={`/instruments/${name}`}
          look="button"
          aria-label={`${t('list.view')}: ${title}`}
        >
          {t('list.view')}
        </Link>
        {draft && may('edit drafts') && (
          <Link
            href={`/instruments/${name}/edit`}
            look="primary-button"
            aria-label={`${t('list.edit')}: ${title}`}
          >
            {t('list.edit')}
          </Link>
        )}
        {(draft !== null || newest !== undefined) && may('see drafts') && (
          <ExportInstrument
            name={title}
            paper={draft === null ? 'none' : 'draft'}
            load={async () =>
              draft === null
                ? queries.fetchQuery(publishedQuery(newest?.id ?? ''))
                : (await readDraft(name)).instrument
            }
          />
        )}
      </div>
    </article>
  )
}

/** `1.0.0` of `main@1.0.0`. */
const versionOf = (id: string) => id.slice(id.indexOf('@') + 1)
