import type { InstrumentSummary } from '@echolot/contract/instruments'
import { Button, Card, Dialog, Notice, ProblemNotice } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../screen/asked.tsx'
import { useProblemWords } from '../../screen/problem-words.ts'
import { OpenTasks } from '../comments/open-tasks.tsx'
import { draftQuery, publishedQuery, usePublish } from '../requests.ts'
import { ChangeList } from './change-list.tsx'
import { ForkNote } from './fork-note.tsx'
import { ImpactPanel } from './impact-panel.tsx'

/** For the second person: what was proposed, what it changes, and the yes that publishes it for good. */
export const PublishPanel = ({ summary }: { readonly summary: InstrumentSummary }) => {
  const { t } = useTranslation('designer')
  const words = useProblemWords()
  const { name, proposed, published } = summary
  const newest = published.toSorted((one, other) =>
    other.publishedOn.localeCompare(one.publishedOn),
  )[0]
  const draft = useQuery(draftQuery(name))
  const before = useQuery({ ...publishedQuery(newest?.id ?? ''), enabled: newest !== undefined })
  const publishing = usePublish(name)
  const [asking, setAsking] = useState(false)
  if (publishing.isSuccess)
    return (
      <Notice tone="success" title={t('publish.done', { id: publishing.data.id })}>
        <p>
          {t('versions.digest')} <code className="digest">{publishing.data.digest}</code>
        </p>
      </Notice>
    )
  if (proposed === null) return null
  return (
    <Card
      title={t('publish.waiting', { version: proposed.version })}
      actions={
        <Button
          variant="primary"
          disabled={draft.data === undefined}
          onClick={() => setAsking(true)}
        >
          {t('publish.publish')}
        </Button>
      }
    >
      <p>{t('publish.by', { by: proposed.by })}</p>
      <Asked query={draft}>
        {({ instrument }) =>
          newest === undefined ? (
            <p>{t('publish.first')}</p>
          ) : (
            <Asked query={before}>
              {(earlier) => (
                <>
                  <ChangeList before={earlier} after={instrument} />
                  {instrument.fork !== undefined && <ForkNote fork={instrument.fork} />}
                  <ImpactPanel before={earlier} after={instrument} />
                </>
              )}
            </Asked>
          )
        }
      </Asked>
      <Dialog
        open={asking}
        title={t('publish.publishTitle', { version: proposed.version })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button
              variant="primary"
              pending={publishing.isPending}
              onClick={() => draft.data && publishing.mutate(draft.data.revision)}
            >
              {t('publish.publish')}
            </Button>
          </>
        }
      >
        <p>{t('publish.publishText')}</p>
        <OpenTasks name={name} />
        <ProblemNotice problem={publishing.error} words={words} />
      </Dialog>
    </Card>
  )
}
