import type { Instrument } from '@echolot/instrument'
import { Button, Dialog, Notice, ProblemNotice } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import { ChangeList } from '../publish/change-list.tsx'
import type { Rescued } from './rescue.ts'
import { useMoment } from './use-moment.ts'

/** Asks what to do with unsaved work that an earlier sitting left in this browser. */
export const RescueDialog = ({
  rescued,
  now,
  revision,
  mode,
  onRestore,
  onCopy,
  onDrop,
  onLater,
}: {
  readonly rescued: Rescued
  /** The draft as it is at the server. */
  readonly now: Instrument
  readonly revision: number
  readonly mode: 'edit' | 'read'
  readonly onRestore: () => void
  readonly onCopy: () => Promise<void>
  readonly onDrop: () => void
  readonly onLater: () => void
}) => {
  const { t } = useTranslation('together')
  const words = useProblemWords()
  const moment = useMoment()
  const [problem, setProblem] = useState<unknown>()
  const [pending, setPending] = useState<'copying'>()
  const isOlder = rescued.revision < revision
  const copy = async () => {
    setPending('copying')
    try {
      await onCopy()
    } catch (error) {
      setProblem(error)
      setPending(undefined)
    }
  }
  return (
    <Dialog
      open
      title={t('rescue.title')}
      onClose={onLater}
      actions={
        <>
          <Button variant="danger" onClick={onDrop}>
            {t('rescue.drop')}
          </Button>
          <Button
            variant={isOlder || mode === 'read' ? 'primary' : 'secondary'}
            pending={pending !== undefined}
            onClick={() => void copy()}
          >
            {t('rescue.copy')}
          </Button>
          {mode === 'edit' && (
            <Button variant={isOlder ? 'secondary' : 'primary'} onClick={onRestore}>
              {t('rescue.restore')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('rescue.text', { at: moment(rescued.at), revision: rescued.revision })}</p>
      {isOlder && (
        <Notice tone="warn" announce="never">
          <p>{t('rescue.older', { revision })}</p>
        </Notice>
      )}
      {mode === 'read' && <p>{t('rescue.readOnly')}</p>}
      <p>{t('rescue.differences')}</p>
      <ChangeList before={now} after={rescued.instrument} />
      <ProblemNotice problem={problem} words={words} />
      <p className="ui-hint">{t('rescue.later')}</p>
    </Dialog>
  )
}
