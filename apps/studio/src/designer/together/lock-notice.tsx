import { Button, Dialog, Notice } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lock } from './use-lock.ts'
import { useMoment } from './use-moment.ts'

/** Who edits, for everybody who only looks on, with the way to take over. */
export const LockNotice = ({ lock }: { readonly lock: Lock }) => {
  const { t } = useTranslation('together')
  const moment = useMoment()
  const [asking, setAsking] = useState<'taking'>()
  const { state, by, since, lostTo } = lock
  if (state === 'mine' || state === 'asking') return null
  const words = { by: by ?? '', since: since === null ? '' : moment(since) }
  if (state === 'free')
    return (
      <Notice
        tone="info"
        title={t('lock.free')}
        actions={
          <Button variant="primary" onClick={() => void lock.takeOver()}>
            {t('lock.editNow')}
          </Button>
        }
      />
    )
  return (
    <>
      <Notice
        tone="warn"
        title={
          state === 'other-window'
            ? t('lock.otherWindow', words)
            : lostTo === null
              ? t('lock.other', words)
              : t('lock.lost', words)
        }
        actions={
          <Button size="small" onClick={() => setAsking('taking')}>
            {t('lock.takeOver')}
          </Button>
        }
      >
        <p>{t('lock.readOnly')}</p>
      </Notice>
      <Dialog
        open={asking !== undefined}
        title={t('lock.takeOverTitle')}
        onClose={() => setAsking(undefined)}
        actions={
          <>
            <Button onClick={() => setAsking(undefined)}>{t('cancel')}</Button>
            <Button
              variant="primary"
              onClick={() => {
                setAsking(undefined)
                void lock.takeOver()
              }}
            >
              {t('lock.takeOverNow')}
            </Button>
          </>
        }
      >
        <p>{t(state === 'other-window' ? 'lock.takeOverOwn' : 'lock.takeOverText', words)}</p>
      </Dialog>
    </>
  )
}
