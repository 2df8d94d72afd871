import { Button, Dialog, ProblemNotice, Progress } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import { ChangeList } from '../publish/change-list.tsx'
import { readDraft } from '../requests.ts'
import type { Editor } from './use-editor.ts'

/** Somebody else saved first. Shows what differs; nothing of either side is lost. */
export const ConflictDialog = ({
  editor,
  onCopy,
  onAdopt,
}: {
  readonly editor: Editor
  /** Keeps the own state as a draft of another name. */
  readonly onCopy: () => Promise<void>
  /** The other state was taken over. */
  readonly onAdopt: () => void
}) => {
  const { t } = useTranslation('designer')
  const words = useProblemWords()
  const { instrument } = editor
  const name = instrument.instrument
  const theirs = useQuery({
    queryKey: ['draft', name, 'conflict'],
    queryFn: ({ signal }) => readDraft(name, signal),
    staleTime: 0,
    gcTime: 0,
  })
  const [problem, setProblem] = useState<unknown>()
  const [pending, setPending] = useState<'idle' | 'copying'>('idle')
  const keepAsCopy = async () => {
    setPending('copying')
    try {
      await onCopy()
    } catch (error) {
      setProblem(error)
      setPending('idle')
    }
  }
  return (
    <Dialog
      open
      title={t('conflict.title')}
      onClose={() => {
        // Nothing can be saved until one of the two was chosen.
      }}
      actions={
        <>
          <Button pending={pending === 'copying'} onClick={() => void keepAsCopy()}>
            {t('conflict.keepMine')}
          </Button>
          <Button
            variant="primary"
            disabled={theirs.data === undefined}
            onClick={() => {
              if (theirs.data === undefined) return
              editor.adopt(theirs.data.revision, theirs.data.instrument)
              onAdopt()
            }}
          >
            {t('conflict.showTheirs')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.text')}</p>
      {theirs.isPending && <Progress label={t('conflict.loading')} />}
      {theirs.data && (
        <>
          <p>{t('conflict.differences', { revision: theirs.data.revision })}</p>
          <ChangeList before={theirs.data.instrument} after={instrument} />
        </>
      )}
      <ProblemNotice problem={problem ?? theirs.error} words={words} />
      <p className="ui-hint">{t('conflict.undo')}</p>
    </Dialog>
  )
}
