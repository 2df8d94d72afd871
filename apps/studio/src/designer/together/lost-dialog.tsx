import { Button, Dialog, ProblemNotice } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import type { Lock } from './use-lock.ts'

/** Somebody took over while there was unsaved work: it is kept as a draft of its own, or left. */
export const LostDialog = ({
  lock,
  onCopy,
  onLeave,
}: {
  readonly lock: Lock
  readonly onCopy: () => Promise<void>
  readonly onLeave: () => void
}) => {
  const { t } = useTranslation('together')
  const words = useProblemWords()
  const [problem, setProblem] = useState<unknown>()
  const [pending, setPending] = useState<'copying'>()
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
      title={
        lock.by === null
          ? t('lost.titleFree')
          : t(lock.state === 'other-window' ? 'lost.titleOwn' : 'lost.title', { by: lock.by })
      }
      onClose={() => {
        // Work is at stake: leaving it takes a choice.
      }}
      actions={
        <>
          <Button variant="danger" onClick={onLeave}>
            {t('lost.leave')}
          </Button>
          <Button variant="primary" pending={pending !== undefined} onClick={() => void copy()}>
            {t('lost.copy')}
          </Button>
        </>
      }
    >
      <p>{t('lost.text')}</p>
      <ProblemNotice problem={problem} words={words} />
    </Dialog>
  )
}
