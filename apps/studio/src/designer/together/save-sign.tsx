import { Badge, Button } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveState } from './use-autosave.ts'
import type { Rescue } from './use-rescue.ts'

const TONES = {
  saved: 'success',
  waiting: 'neutral',
  saving: 'neutral',
  offline: 'warn',
  'signed-out': 'warn',
  refused: 'error',
  conflict: 'error',
  'no-lock': 'error',
} as const

/** Whether the work is safe, in a word. Only what needs attention is spoken: saving goes on all the time. */
export const SaveSign = ({
  state,
  revision,
  rescue,
  onTryAgain,
}: {
  readonly state: SaveState
  readonly revision: number
  readonly rescue: Rescue['state']
  readonly onTryAgain: () => void
}) => {
  const { t } = useTranslation('together')
  const seconds = useCountdown(state.is === 'offline' ? state.again : undefined)
  const kept = rescue === 'ready' ? t('save.keptHere') : t('save.notKeptHere')
  const spoken = state.is === 'offline' || state.is === 'signed-out' ? t(`save.${state.is}`) : ''
  return (
    <span className="save-sign" data-state={state.is}>
      <Badge tone={TONES[state.is]}>{t(`save.${state.is}`)}</Badge>
      {state.is === 'saved' && (
        <span className="save-detail">{t('save.revision', { revision })}</span>
      )}
      {state.is === 'offline' && (
        <>
          <span className="save-detail">
            {kept} {seconds > 0 && t('save.again', { count: seconds })}
          </span>
          <Button size="small" variant="quiet" onClick={onTryAgain}>
            {t('save.tryNow')}
          </Button>
        </>
      )}
      {state.is === 'signed-out' && <span className="save-detail">{kept}</span>}
      <span role="status" className="ui-hidden">
        {spoken === '' ? '' : `${spoken} ${kept}`}
      </span>
    </span>
  )
}

/** Whole seconds until `moment`, counted down. */
const useCountdown = (moment: number | undefined): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (moment === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [moment])
  return moment === undefined ? 0 : Math.max(0, Math.ceil((moment - now) / 1_000))
}
