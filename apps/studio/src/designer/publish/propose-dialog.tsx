import { compareInstruments, type Instrument } from '@echolot/instrument'
import { Button, Dialog, Notice, ProblemNotice, Textarea } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import { OpenTasks } from '../comments/open-tasks.tsx'
import type { Editor } from '../editor/use-editor.ts'
import type { Checked } from '../problems/use-problems.ts'
import { usePropose } from '../requests.ts'
import { ChangeList } from './change-list.tsx'
import { nextVersion } from './next-version.ts'

/** Asks a second person to publish the saved revision: what changed, and a word to them. */
export const ProposeDialog = ({
  editor,
  checked,
  published,
  onClose,
  onProposed,
}: {
  readonly editor: Editor
  readonly checked: Checked
  readonly published: Instrument | undefined
  readonly onClose: () => void
  readonly onProposed: () => void
}) => {
  const { t } = useTranslation('designer')
  const words = useProblemWords()
  const { instrument, revision, edit, dirty } = editor
  const [note, setNote] = useState('')
  const [tried, setTried] = useState<'tried'>()
  const proposing = usePropose(instrument.instrument)
  const errors = checked.problems.filter(({ severity }) => severity === 'error').length
  const verdict = published && compareInstruments(published, instrument).verdict
  const version =
    published && verdict && verdict !== 'same' && published.version === instrument.version
      ? nextVersion(published.version, verdict)
      : undefined
  const ready = errors === 0 && version === undefined && verdict !== 'same' && dirty === 'saved'
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
            onClick={() => {
              setTried('tried')
              if (note.trim() !== '')
                proposing.mutate({ revision, note: note.trim() }, { onSuccess: onProposed })
            }}
          >
            {t('publish.proposeNow')}
          </Button>
        </>
      }
    >
      <p>{t('publish.proposeText')}</p>
      <OpenTasks name={instrument.instrument} />
      {errors > 0 && (
        <Notice tone="error">
          <p>{t('publish.hasErrors', { count: errors })}</p>
        </Notice>
      )}
      {version !== undefined && (
        <Notice
          tone="warn"
          actions={
            <Button
              size="small"
              onClick={() => {
                edit((now) => ({ ...now, version }))
                onClose()
              }}
            >
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
        <ChangeList before={published} after={instrument} />
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
