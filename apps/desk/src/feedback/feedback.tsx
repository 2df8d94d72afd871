import type { PullReceipt } from '@echolot/contract/mailings'
import { Button, Card, Count, Facts, Notice, Page, ProblemNotice, useUi } from '@echolot/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayText } from '../app/day-text.ts'
import { pullEvents } from '../server/events.ts'
import { useProblemWords } from '../server/problem-words.ts'
import { type Study, studiesQuery } from '../server/studies.ts'
import { GateNotice } from './gate-notice.tsx'

/** Fetches who needs no reminder, and says whether reminders may go out. */
export const Feedback = ({ study }: { readonly study: Study }) => {
  const { t } = useTranslation()
  const { language } = useUi()
  const words = useProblemWords()
  const queries = useQueryClient()
  const pull = useMutation({
    mutationFn: () => pullEvents(study.study),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries(studiesQuery),
        queries.invalidateQueries({ queryKey: ['cases', study.study] }),
      ]),
  })
  return (
    <Page title={t('feedback.title')} lead={t('feedback.lead')}>
      <Card>
        <p>
          {study.lastPull === null
            ? t('feedback.never')
            : t('feedback.last', { day: dayText(study.lastPull, language) })}{' '}
          {t('feedback.automatic')}
        </p>
        <div className="ui-actions">
          <Button variant="primary" pending={pull.isPending} onClick={() => pull.mutate()}>
            {pull.isPending ? t('feedback.pulling') : t('feedback.pull')}
          </Button>
        </div>
        <ProblemNotice problem={pull.error} words={words} />
        {pull.data !== undefined && <Received receipt={pull.data} />}
      </Card>
      <Notice announce="never" title={t('feedback.what')}>
        <p>{t('feedback.arrives')}</p>
        <p>{t('feedback.arrivesNot')}</p>
      </Notice>
    </Page>
  )
}

const Received = ({ receipt }: { readonly receipt: PullReceipt }) => {
  const { t } = useTranslation()
  const { issued, done, refused, withdrawn, held } = receipt.totals
  return (
    <>
      <Notice tone="info">{t('feedback.received', { count: receipt.redeemed })}</Notice>
      <GateNotice gate={receipt.reminderGate} />
      <h2>{t('feedback.totals')}</h2>
      <Facts
        facts={[
          { label: t('feedback.issued'), value: <Count value={issued} /> },
          { label: t('feedback.done'), value: <Count value={done} /> },
          { label: t('feedback.refused'), value: <Count value={refused} /> },
          { label: t('feedback.withdrawn'), value: <Count value={withdrawn} /> },
          {
            label: t('feedback.held'),
            value: <Count value={held} />,
            note: t('feedback.heldNote'),
          },
        ]}
      />
      <p className="ui-hint">{t('feedback.totalsNote')}</p>
    </>
  )
}
