import { compareInstruments, forkProblems, type Instrument } from '@echolot/instrument'
import { Button, Dialog, Notice, ProblemNotice, Textarea } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import { OpenTasks } from '../comments/open-tasks.tsx'
import type { Editor } from '../editor/use-editor.ts'
import type { Checked } from '../problems/use-problems.ts'
import { usePropose } from '../requests.ts'
import { ChangeList } from './change-list.tsx'
import { ForkFields } from './fork-fields.tsx'
import { ImpactPanel } from './impact-panel.tsx'
import { isAfter, nextVersion } from './next-version.ts'
import { useFielded } from './use-fielded.ts'

/** Asks a second person to publish the saved revision: what changed, and a word to them. */
export const ProposeDialog = ({
  editor,
  checked,
  published,
  saveNow,
  onReady,
  onClose,
  onProposed,
}: {
  readonly editor: Editor
  readonly checked: Checked
  readonly published: Instrument | undefined
  /** Saves what was written here; gives the revision to propose. */
  readonly saveNow: () => Promise<number | undefined>
  /** Leads to what is missing before publication. */
  readonly onReady: () => void
  readonly onClose: () => void
  readonly onProposed: () => void
}) => {
  const { t } = useTranslation('designer')
  const words = useProblemWords()
  const { instrument, edit } = editor
  const [note, setNote] = useState('')
  const [tried, setTried] = useState<'tried'>()
  const proposing = usePropose(instrument.instrument)
  const errors = checked.problems.filter(({ severity }) => severity === 'error').length
  const verdict = published && compareInstruments(published, instrument).verdict
  const version =
    published && !isAfter(instrument.version, published.version)
      ? nextVersion(published, instrument)
      : undefined
  const fielded = useFielded(instrument.instrument)
  const missing = fielded === undefined ? 0 : forkProblems(fielded.instrument, instrument).length
  const ready = errors + missing === 0 && version === undefined && verdict !== 'same'
  const propose = async () => {
    setTried('tried')
    if (note.trim() === '') return
    const revision = await saveNow()
    if (revision !== undefined)
      proposing.mutate({ revision, note: note.trim() }, { onSuccess: onProposed })
  }
  return (
    <Dialog
      open
      title={t('publish.proposeTitle', { version: instrument.version })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={!ready}
            pending={proposing.isPending}
            onClick={() => void propose()}
          >
            {t('publish.proposeNow')}
          </Button>
        </>
      }
    >
      <p>{t('publish.proposeText')}</p>
      <OpenTasks name={instrument.instrument} />
      {errors > 0 && (
        <Notice
          tone="error"
          actions={
            <Button size="small" onClick={onReady}>
              {t('publish.toReady')}
            </Button>
          }
        >
          <p>{t('publish.hasErrors', { count: errors })}</p>
        </Notice>
      )}
      {version !== undefined && (
        <Notice
          tone="warn"
          actions={
            <Button size="small" onClick={() => edit((now) => ({ ...now, version }))}>
              {t('publish.raise', { version })}
            </Button>
          }
        >
          <p>{t('publish.sameVersion', { version: instrument.version })}</p>
        </Notice>
      )}
      {published === undefined ? (
        <p>{t('publish.first')}</p>
      ) : (
        <>
          <ChangeList before={published} after={instrument} />
          <ImpactPanel before={published} after={instrument} />
        </>
      )}
      {fielded !== undefined && verdict !== 'same' && (
        <ForkFields editor={editor} fielded={fielded.instrument} waves={fielded.waves} />
      )}
      <Textarea
        label={t('publish.note')}
        hint={t('publish.noteHint')}
        required
        maxLength={500}
        rows={3}
        error={tried && note.trim() === '' ? t('publish.noteNeeded') : undefined}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <ProblemNotice problem={proposing.error} words={words} />
    </Dialog>
  )
}
