import { Link, useUi } from '@echolot/ui'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { dayText } from '../app/day-text.ts'
import type { Study } from '../server/studies.ts'
import type { NextStep } from './next-step.ts'

const ROOM_OF: Readonly<Record<NextStep['step'], string | undefined>> = {
  'approval-over': undefined,
  'import-addresses': 'addresses',
  'order-invitation': 'mailings',
  approve: 'mailings',
  wait: 'mailings',
  download: 'mailings',
  'order-again': 'mailings',
  'pull-feedback': 'feedback',
  'order-reminder': 'mailings',
  rest: 'returns',
}

/** The suggestion, with the way to it. */
export const NextStepCard = ({
  study,
  next,
}: {
  readonly study: Study
  readonly next: NextStep
}) => {
  const { t } = useTranslation()
  const { language } = useUi()
  const id = useId()
  const room = ROOM_OF[next.step]
  return (
    <section className="desk-next" aria-labelledby={id}>
      <p className="desk-next-kicker">{t('overview.nextTitle')}</p>
      <h2 id={id}>{t(`overview.steps.${next.step}.title`)}</h2>
      <p className="ui-prose">
        {t(`overview.steps.${next.step}.text`, {
          day: dayText(study.approvalUntil, language),
          by: 'mailing' in next ? next.mailing.orderedBy : '',
          count: next.step === 'order-reminder' ? next.persons : 0,
        })}
      </p>
      {room !== undefined && (
        <div className="ui-actions">
          <Link
            look={next.step === 'rest' ? 'button' : 'primary-button'}
            href={`/studies/${study.study}/${room}`}
          >
            {t(`overview.steps.${next.step}.action`)}
          </Link>
        </div>
      )}
    </section>
  )
}
