import type { Mailing } from '@echolot/contract/mailings'
import { dayOf } from '@echolot/study'
import { EmptyState, Notice, Page, ProblemNotice, useUi } from '@echolot/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayText } from '../app/day-text.ts'
import { waveOn } from '../app/wave-choice.tsx'
import { Asked } from '../server/asked.tsx'
import { isOpen, mailingsQuery, orderMailing } from '../server/mailings.ts'
import { meQuery } from '../server/me.ts'
import { useProblemWords } from '../server/problem-words.ts'
import type { Study } from '../server/studies.ts'
import { MailingCard } from './mailing-card.tsx'
import { OrderForm } from './order-form.tsx'

/** All mailings of a study, and the form for a new one. */
export const Mailings = ({ study }: { readonly study: Study }) => {
  const { t } = useTranslation()
  const { language } = useUi()
  const words = useProblemWords()
  const queries = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const mailings = useQuery(mailingsQuery(study.study))
  const today = dayOf(new Date())
  const [wave, setWave] = useState(waveOn(study, today)?.wave)
  const order = useMutation({
    mutationFn: orderMailing,
    onSettled: () => queries.invalidateQueries(mailingsQuery(study.study)),
  })
  const orderAgain = ({ study, wave, kind }: Mailing) => order.mutate({ study, wave, kind })
  const isApproved = study.approvalUntil >= today
  return (
    <Page title={t('mailings.title')} lead={t('mailings.lead')}>
      <Asked query={mailings}>
        {(all) => (
          <>
            <ProblemNotice problem={order.error} words={words} />
            {all.some(({ id, state }) => id === order.data?.id && state === 'ordered') && (
              <Notice tone="success">{t('mailings.ordered')}</Notice>
            )}
            {all.length === 0 ? (
              <EmptyState title={t('mailings.empty')}>
                <p>{t('mailings.emptyWhy')}</p>
              </EmptyState>
            ) : (
              <section className="ui-stack" aria-label={t('mailings.listTitle')}>
                {all.map((mailing) => (
                  <MailingCard
                    key={mailing.id}
                    mailing={mailing}
                    mailings={all}
                    me={me ?? undefined}
                    onOrderAgain={isApproved ? orderAgain : undefined}
                  />
                ))}
              </section>
            )}
            {isApproved && wave !== undefined ? (
              <OrderForm
                key={beginOf(all)}
                study={study}
                wave={wave}
                onWave={(chosen) => setWave(study.waves.find((one) => one.wave === chosen)?.wave)}
                begin={beginOf(all)}
                isBusy={all.some((mailing) => mailing.wave === wave && isOpen(mailing))}
                pending={order.isPending}
                onOrder={(kind) => order.mutate({ study: study.study, wave, kind })}
              />
            ) : (
              <Notice tone="warn" announce="never">
                {t('mailings.approvalOver', { day: dayText(study.approvalUntil, language) })}
              </Notice>
            )}
          </>
        )}
      </Asked>
    </Page>
  )
}

/** After the first letters, the next ones are likely to be reminders. */
const beginOf = (mailings: readonly Mailing[]) =>
  mailings.some(({ state }) => state === 'downloaded') ? 'reminder' : 'invitation'
