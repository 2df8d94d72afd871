import type { Mailing } from '@echolot/contract/mailings'
import type { Me } from '@echolot/contract/staff'
import { Button, Dialog, ProblemNotice } from '@echolot/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { approveMailing, mailingsQuery } from '../server/mailings.ts'
import { useProblemWords } from '../server/problem-words.ts'

/** The second pair of eyes: a button for whoever may, the reason for everybody else. */
export const Approval = ({
  mailing,
  me,
}: {
  readonly mailing: Mailing
  readonly me: Me | undefined
}) => {
  const { t } = useTranslation()
  const words = useProblemWords()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const approve = useMutation({
    mutationFn: () => approveMailing(mailing.id),
    onSettled: () => queries.invalidateQueries(mailingsQuery(mailing.study)),
  })
  if (me === undefined) return null
  if (mailing.orderedBy === me.name || mailing.orderedBy === me.email)
    return <p className="ui-hint">{t('mailings.ownOrder')}</p>
  if (me.role !== 'trust.lead') return <p className="ui-hint">{t('mailings.leadOnly')}</p>
  const letters = t('mailings.letters', { count: mailing.letters })
  return (
    <>
      <p>{t('mailings.fourEyes')}</p>
      <ProblemNotice problem={approve.error} words={words} />
      <div className="ui-actions">
        <Button variant="primary" pending={approve.isPending} onClick={() => setAsking(true)}>
          {t('mailings.approve')}
        </Button>
      </div>
      <Dialog
        open={asking}
        title={t('mailings.approveQuestion', { letters })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('app.cancel')}</Button>
            <Button
              variant="primary"
              onClick={() => {
                setAsking(false)
                approve.mutate()
              }}
            >
              {t('mailings.approve')}
            </Button>
          </>
        }
      >
        <p>
          <strong>
            {t('mailings.name', {
              kind: t(`mailings.kinds.${mailing.kind}`),
              wave: mailing.wave,
            })}
          </strong>
        </p>
        <p>{t('mailings.approveText')}</p>
      </Dialog>
    </>
  )
}
