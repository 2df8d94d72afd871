import type { FrameCheck } from '@echolot/contract/frames'
import { Button, Card, Dialog, Notice, ProblemNotice, Progress } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../server/me.ts'
import { useProblemWords } from '../server/problem-words.ts'
import { summaryOf } from './check-summary.ts'

/** The decision: how many persons come into the frame, asked once more before it happens. */
export const ImportStep = ({
  check,
  excluded,
  pending,
  problem,
  onImport,
}: {
  readonly check: FrameCheck
  readonly excluded: ReadonlySet<number>
  readonly pending: boolean
  readonly problem: unknown
  readonly onImport: () => void
}) => {
  const { t } = useTranslation()
  const words = useProblemWords()
  const { data: me } = useQuery(meQuery)
  const [asking, setAsking] = useState(false)
  const { importable, errorLines } = summaryOf(check, excluded)
  return (
    <Card title={t('addresses.importTitle')}>
      {me?.role !== 'trust.clerk' ? (
        <p>{t('addresses.clerkOnly')}</p>
      ) : importable === 0 ? (
        <Notice tone="warn" announce="never">
          {t('addresses.nothingToImport')}
        </Notice>
      ) : (
        <>
          {errorLines > 0 && <p>{t('addresses.mendFirst')}</p>}
          <ProblemNotice problem={problem} words={words} />
          {pending && <Progress label={t('addresses.importing')} />}
          <div className="ui-actions">
            <Button variant="primary" pending={pending} onClick={() => setAsking(true)}>
              {t('addresses.importNow', { count: importable })}
            </Button>
          </div>
        </>
      )}
      <Dialog
        open={asking}
        title={t('addresses.importQuestion', { count: importable })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('app.cancel')}</Button>
            <Button
              variant="primary"
              onClick={() => {
                setAsking(false)
                onImport()
              }}
            >
              {t('addresses.importNow', { count: importable })}
            </Button>
          </>
        }
      >
        <p>{t('addresses.importText')}</p>
      </Dialog>
    </Card>
  )
}
