import { Button, Dialog, TextField } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'
import { addEntry } from '../list-edits.ts'
import type { Answers } from '../work/task.ts'

/** Makes a persona of what was answered in the preview. */
export const SavePersona = ({
  editor,
  answers,
  context,
}: {
  readonly editor: Editor
  readonly answers: Answers
  readonly context: Answers
}) => {
  const { t } = useTranslation('trial')
  const [name, setName] = useState<string>()
  const save = () => {
    if (name === undefined || name.trim() === '') return
    editor.edit((now) =>
      addEntry(now, 'personas', {
        name: name.trim(),
        answers: answers as NonNullable<typeof now.personas>[number]['answers'],
        ...(Object.keys(context).length > 0 && { context }),
        others: 'blank',
      }),
    )
    editor.say(t('personas.recorded', { name: name.trim() }))
    setName(undefined)
  }
  return (
    <>
      <Button
        size="small"
        disabled={editor.mode === 'read' || Object.keys(answers).length === 0}
        onClick={() => setName('')}
      >
        {t('personas.record')}
      </Button>
      <Dialog
        open={name !== undefined}
        title={t('personas.record')}
        onClose={() => setName(undefined)}
        actions={
          <>
            <Button onClick={() => setName(undefined)}>{t('cancel')}</Button>
            <Button variant="primary" disabled={name?.trim() === ''} onClick={save}>
              {t('personas.save')}
            </Button>
          </>
        }
      >
        <p>{t('personas.recordHelp', { count: Object.keys(answers).length })}</p>
        <TextField
          label={t('personas.name')}
          required
          value={name ?? ''}
          onChange={(event) => setName(event.target.value)}
        />
      </Dialog>
    </>
  )
}
