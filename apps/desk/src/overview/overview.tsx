import type { FrameOverview } from '@echolot/contract/frames'
import type { Mailing } from '@echolot/contract/mailings'
import { dayOf } from '@echolot/study'
import { Card, Count, Facts, Page, Progress, Table, useUi } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayText } from '../app/day-text.ts'
import { WaveChoice, waveOn } from '../app/wave-choice.tsx'
import { Asked } from '../server/asked.tsx'
import { casesQuery } from '../server/cases.ts'
import { frameQuery } from '../server/frames.ts'
import { mailingsQuery } from '../server/mailings.ts'
import type { Study } from '../server/studies.ts'
import { nextStepOf } from './next-step.ts'
import { NextStepCard } from './next-step-card.tsx'

/** One study at a glance: what to do next, how many persons and letters, how far the wave is. */
export const Overview = ({ study }: { readonly study: Study }) => {
  const { t } = useTranslation()
  const today = dayOf(new Date())
  const [wave, setWave] = useState(waveOn(study, today)?.wave ?? '')
  const frame = useQuery(frameQuery(study.study))
  const mailings = useQuery(mailingsQuery(study.study))
  return (
    <Page title={study.title} lead={t('overview.lead')}>
      {study.waves.length > 1 && <WaveChoice study={study} wave={wave} onWave={setWave} />}
      <Asked query={frame}>
        {(persons) => (
          <Asked query={mailings}>
            {(all) => (
              <Standing
                study={study}
                today={today}
                frame={persons}
                mailings={all.filter((mailing) => mailing.wave === wave)}
                wave={wave}
              />
            )}
          </Asked>
        )}
      </Asked>
    </Page>
  )
}

const Standing = ({
  study,
  today,
  frame,
  mailings,
  wave,
}: {
  readonly study: Study
  readonly today: string
  readonly frame: FrameOverview
  readonly mailings: readonly Mailing[]
  readonly wave: string
}) => {
  const { t } = useTranslation()
  const { language } = useUi()
  const sent = mailings.filter(({ state }) => state === 'downloaded')
  const letters = sent.reduce((sum, mailing) => sum + mailing.letters, 0)
  const isAsked = sent.length > 0
  const invited = sent
    .filter(({ kind }) => kind === 'invitation')
    .reduce((sum, mailing) => sum + mailing.letters, 0)
  const toRemind = useQuery({
    ...casesQuery({ study: study.study, wave, filter: 'to-remind', search: '', page: 1 }),
    enabled: isAsked,
  }).data?.total
  const known = !isAsked || toRemind !== undefined
  const next = nextStepOf({
    today,
    approvalUntil: study.approvalUntil,
    persons: frame.persons,
    mailings,
    toRemind: toRemind ?? 0,
    lastPull: study.lastPull,
  })
  return (
    <>
      {known && <NextStepCard study={study} next={next} />}
      <Card title={t('overview.numbersTitle')}>
        <Facts
          facts={[
            {
              label: t('overview.persons'),
              value: <Count value={frame.persons} />,
              ...(frame.blocked > 0 && { note: t('overview.blocked', { count: frame.blocked }) }),
            },
            {
              label: t('overview.letters'),
              value: <Count value={letters} />,
              ...(isAsked && { note: t('overview.lettersNote', { count: sent.length }) }),
            },
            {
              label: t('overview.lastPull'),
              value:
                study.lastPull === null ? t('overview.never') : dayText(study.lastPull, language),
            },
            { label: t('overview.approval'), value: dayText(study.approvalUntil, language) },
          ]}
        />
        {isAsked ? (
          toRemind !== undefined && (
            <>
              <Progress
                label={t('overview.outcome')}
                value={Math.max(invited - toRemind, 0)}
                max={invited}
              />
              <p className="ui-hint">{t('overview.outcomeNote')}</p>
            </>
          )
        ) : (
          <p className="ui-hint">{t('overview.noLetters')}</p>
        )}
      </Card>
      {frame.strata.length > 0 && (
        <Table
          caption={t('overview.strata')}
          rows={frame.strata}
          rowKey={({ stratum }) => stratum}
          columns={[
            {
              key: 'stratum',
              header: t('overview.stratum'),
              cell: ({ label }) => label,
              heads: 'row',
            },
            {
              key: 'persons',
              header: t('overview.stratumPersons'),
              cell: ({ persons }) => <Count value={persons} />,
              align: 'end',
            },
          ]}
        />
      )}
    </>
  )
}
