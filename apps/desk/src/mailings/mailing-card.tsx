import type { Mailing } from '@echolot/contract/mailings'
import type { Me } from '@echolot/contract/staff'
import {
  Badge,
  Button,
  Card,
  Notice,
  type NoticeTone,
  Progress,
  useProblemText,
  useUi,
} from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { dayText } from '../app/day-text.ts'
import { isCancelled, isReplaced } from '../server/mailings.ts'
import { useProblemWords } from '../server/problem-words.ts'
import { Approval } from './approval.tsx'
import { Cancellation } from './cancellation.tsx'
import { Download } from './download.tsx'
import { MailingSteps } from './mailing-steps.tsx'

const TONES: Readonly<Record<Mailing['state'], NoticeTone | 'neutral'>> = {
  ordered: 'warn',
  drawing: 'info',
  registering: 'info',
  ready: 'success',
  downloaded: 'neutral',
  lost: 'error',
  failed: 'error',
}

/** One mailing: where it stands, and the one thing that can be done about it. */
export const MailingCard = ({
  mailing,
  mailings,
  me,
  onOrderAgain,
}: {
  readonly mailing: Mailing
  /** All of the study, to see whether a lost one was replaced. */
  readonly mailings: readonly Mailing[]
  readonly me: Me | undefined
  /** Missing where nothing may be ordered. */
  readonly onOrderAgain: ((mailing: Mailing) => void) | undefined
}) => {
  const { t } = useTranslation()
  const { language } = useUi()
  const { state, letters, orderedBy, approvedBy, orderedOn } = mailing
  return (
    <Card
      title={t('mailings.name', { kind: t(`mailings.kinds.${mailing.kind}`), wave: mailing.wave })}
      actions={
        isCancelled(mailing) ? (
          <Badge>{t('mailings.cancelled')}</Badge>
        ) : (
          <Badge tone={TONES[state]}>{t(`mailings.states.${state}`)}</Badge>
        )
      }
    >
      <p>
        <strong>{t('mailings.letters', { count: letters })}</strong>
        {' · '}
        {t('mailings.orderedBy', { by: orderedBy, day: dayText(orderedOn, language) })}
        {approvedBy !== null && ` · ${t('mailings.approvedBy', { by: approvedBy })}`}
      </p>
      <MailingSteps state={state} />
      {state === 'ordered' && (
        <>
          <Approval mailing={mailing} me={me} />
          <Cancellation mailing={mailing} />
        </>
      )}
      {(state === 'drawing' || state === 'registering') && (
        <>
          <Progress label={t(`mailings.${state}`)} value={mailing.done} max={letters} />
          <p className="ui-hint">{t('mailings.keepRunning')}</p>
        </>
      )}
      {(state === 'ready' || state === 'downloaded') && <Download mailing={mailing} me={me} />}
      {isCancelled(mailing) && <p className="ui-hint">{t('mailings.cancelledText')}</p>}
      {(state === 'lost' || state === 'failed') && !isCancelled(mailing) && (
        <CameToNothing
          mailing={mailing}
          replaced={isReplaced(mailing, mailings)}
          onOrderAgain={onOrderAgain}
        />
      )}
    </Card>
  )
}

const CameToNothing = ({
  mailing,
  replaced,
  onOrderAgain,
}: {
  readonly mailing: Mailing
  readonly replaced: boolean
  readonly onOrderAgain: ((mailing: Mailing) => void) | undefined
}) => {
  const { t } = useTranslation()
  const textOf = useProblemText(useProblemWords())
  const isLost = mailing.state === 'lost'
  return (
    <Notice
      tone={replaced ? 'info' : 'warn'}
      announce="never"
      title={isLost ? t('mailings.lostTitle') : t('mailings.failedTitle')}
      actions={
        !replaced &&
        onOrderAgain && (
          <Button variant="primary" onClick={() => onOrderAgain(mailing)}>
            {t('mailings.orderAgain')}
          </Button>
        )
      }
    >
      {mailing.problem !== null && <p>{textOf({ type: mailing.problem })}</p>}
      <p>{isLost ? t('mailings.lostText') : t('mailings.failedText')}</p>
      {replaced && <p>{t('mailings.replaced')}</p>}
    </Notice>
  )
}
