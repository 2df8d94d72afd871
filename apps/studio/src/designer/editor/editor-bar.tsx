import type { Instrument } from '@echolot/instrument'
import { Button, Notice, ProblemNotice } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import { ProblemCount } from '../problems/problem-list.tsx'
import type { Checked } from '../problems/use-problems.ts'
import { ProposeDialog } from '../publish/propose-dialog.tsx'
import { SaveSign } from '../together/save-sign.tsx'
import type { Autosave } from '../together/use-autosave.ts'
import type { Rescue } from '../together/use-rescue.ts'
import type { Editor } from './use-editor.ts'

/** Always in sight: undo, what is saved, how many problems, keeping a state and proposing. */
export const EditorBar = ({
  editor,
  checked,
  published,
  autosave,
  rescue,
  onReady,
}: {
  readonly editor: Editor
  readonly checked: Checked
  readonly published: Instrument | undefined
  readonly autosave: Autosave
  readonly rescue: Rescue['state']
  /** Opens what is missing before publication. */
  readonly onReady?: () => void
}) => {
  const { t } = useTranslation(['designer', 'together'])
  const words = useProblemWords()
  const [step, setStep] = useState<'idle' | 'proposing' | 'proposed'>('idle')
  const { revision, mode, dirty } = editor
  const { state, saveNow } = autosave
  useSaveKey(() => {
    if (mode === 'edit') void saveNow('kept')
  })
  return (
    <div className="editor-bar-place">
      <div className="editor-bar" role="toolbar" aria-label={t('editor.bar')}>
        {mode === 'edit' && (
          <>
            <Button
              size="small"
              disabled={editor.undoable === 0}
              title="Ctrl+Z"
              onClick={() => editor.undo(t('editor.undone'))}
            >
              ↶ <span className="bar-word">{t('editor.undo')}</span>
            </Button>
            <Button
              size="small"
              disabled={editor.redoable === 0}
              title="Ctrl+Y"
              onClick={() => editor.redo(t('editor.redone'))}
            >
              ↷ <span className="bar-word">{t('editor.redo')}</span>
            </Button>
          </>
        )}
        <SaveSign
          state={state}
          revision={revision}
          rescue={rescue}
          onTryAgain={() => void saveNow('auto')}
        />
        <button type="button" className="editor-problems" onClick={onReady}>
          <ProblemCount checked={checked} />
        </button>
        {mode === 'edit' && (
          <span className="editor-bar-end">
            <Button
              size="small"
              title={t('together:save.byHandTip')}
              pending={state.is === 'saving'}
              onClick={() => void saveNow('kept')}
            >
              {t('together:save.byHand')}
            </Button>
            <Button
              variant="primary"
              size="small"
              onClick={async () => {
                if (dirty === 'saved' || (await saveNow('kept')) !== undefined) setStep('proposing')
              }}
            >
              {t('publish.propose')}
            </Button>
          </span>
        )}
      </div>
      {state.is === 'refused' && <ProblemNotice problem={state.problem} words={words} />}
      {step === 'proposed' && (
        <Notice tone="success" title={t('publish.proposedTitle')}>
          <p>{t('publish.proposedText')}</p>
        </Notice>
      )}
      {step === 'proposing' && (
        <ProposeDialog
          editor={editor}
          checked={checked}
          published={published}
          saveNow={() => saveNow('kept')}
          onReady={() => {
            setStep('idle')
            onReady?.()
          }}
          onClose={() => setStep('idle')}
          onProposed={() => setStep('proposed')}
        />
      )}
    </div>
  )
}

/** Ctrl+S keeps this state of the draft instead of the page. */
const useSaveKey = (save: () => void) => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      save()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
}
