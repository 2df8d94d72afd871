import type { Mailing } from '@echolot/contract/mailings'
import { Button, Dialog, ProblemNotice } from '@echolot/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cancelMailing, mailingsQuery } from '../server/mailings.ts'
import { useProblemWords } from '../server/problem-words.ts'

/** Takes an order back, after a question; only while nobody has approved it. */
export const Cancellation = ({ mailing }: { readonly mailing: Mailing }) => {
  const { t } = useTranslation()
  const words = useProblemWords()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const cancel = useMutation({
    mutationFn: () => cancelMailing(mailing.id),
    onSettled: () => queries.invalidateQueries(mailingsQuery(mailing.study)),
  })
  const name = t('mailings.name', {
    kind: t(`mailings.kinds.${mailing.kind}`),
    wave: mailing.wave,
  })
  return (
    <>
      <ProblemNotice problem={cancel.error} words={words} />
      <div className="ui-actions">
        <Button pending={cancel.isPending} onClick={() => setAsking(true)}>
          {t('mailings.cancel')}
        </Button>
      </div>
      <Dialog
        open={asking}
        title={t('mailings.cancelQuestion')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('mailings.cancelKeep')}</Button>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false)
                cancel.mutate()
              }}
            >
              {t('mailings.cancelNow')}
            </Button>
          </>
        }
      >
        <p>
          <strong>
            {name} · {t('mailings.letters', { count: mailing.letters })}
          </strong>
        </p>
        <p>{t('mailings.cancelText')}</p>
      </Dialog>
    </>
  )
}
