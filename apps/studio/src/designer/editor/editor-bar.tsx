import type { Instrument } from '@echolot/instrument'
import { Button, Notice, ProblemNotice, problemTypeOf } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import { ProblemCount } from '../problems/problem-list.tsx'
import type { Checked } from '../problems/use-problems.ts'
import { ProposeDialog } from '../publish/propose-dialog.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import type { Editor } from './use-editor.ts'

/** Saves a draft on top of a revision and gives the new one. */
export type Save = (draft: {
  readonly revision: number
  readonly instrument: Instrument
}) => Promise<number>

/** Always in sight: undo, what is saved, how many problems, saving and proposing. */
export const EditorBar = ({
  editor,
  checked,
  published,
  save,
  onCopied,
}: {
  readonly editor: Editor
  readonly checked: Checked
  readonly published: Instrument | undefined
  readonly save: Save
  readonly onCopied: (name: string) => void
}) => {
  const { t } = useTranslation('designer')
  const words = useProblemWords()
  const [problem, setProblem] = useState<unknown>()
  const [step, setStep] = useState<'idle' | 'saving' | 'conflict' | 'proposing' | 'proposed'>(
    'idle',
  )
  const { instrument, revision, dirty, markSaved } = editor

  /** Gives the saved revision, or undefined when it was not taken; the reason is shown then. */
  const saveNow = async (): Promise<number | undefined> => {
    if (dirty === 'saved') return revision
    setStep('saving')
    setProblem(undefined)
    try {
      const next = await save({ revision, instrument })
      markSaved(next, instrument)
      setStep('idle')
      return next
    } catch (error) {
      const stale = problemTypeOf(error) === 'draft-stale'
      setStep(stale ? 'conflict' : 'idle')
      if (!stale) setProblem(error)
      return undefined
    }
  }
  useSaveKey(() => void saveNow())
  return (
    <div className="editor-bar-place">
      <div className="editor-bar" role="toolbar" aria-label={t('editor.bar')}>
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
        <span className="editor-state" role="status">
          {step === 'saving'
            ? t('editor.saving')
            : dirty === 'saved'
              ? t('editor.saved', { revision })
              : t('editor.changed')}
        </span>
        <span className="editor-problems">
          <ProblemCount checked={checked} />
        </span>
        <span className="editor-bar-end">
          <Button
            variant="primary"
            size="small"
            title="Ctrl+S"
            disabled={dirty === 'saved'}
            pending={step === 'saving'}
            onClick={() => void saveNow()}
          >
            {t('editor.save')}
          </Button>
          <Button
            size="small"
            onClick={async () => {
              if ((await saveNow()) !== undefined) setStep('proposing')
            }}
          >
            {t('publish.propose')}
          </Button>
        </span>
      </div>
      <ProblemNotice problem={problem} words={words} />
      {step === 'proposed' && (
        <Notice tone="success" title={t('publish.proposedTitle')}>
          <p>{t('publish.proposedText')}</p>
        </Notice>
      )}
      {step === 'conflict' && (
        <ConflictDialog
          editor={editor}
          onClose={() => setStep('idle')}
          save={save}
          onCopied={onCopied}
        />
      )}
      {step === 'proposing' && (
        <ProposeDialog
          editor={editor}
          checked={checked}
          published={published}
          onClose={() => setStep('idle')}
          onProposed={() => setStep('proposed')}
        />
      )}
    </div>
  )
}

/** Ctrl+S saves the draft instead of the page. */
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
