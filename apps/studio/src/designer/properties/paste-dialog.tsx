import type { Pointer } from '@echolot/instrument'
import { Button, Checkbox, Dialog, Textarea } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownLanguages } from '../editor/texts.tsx'
import type { Editor } from '../editor/use-editor.ts'
import { pasteEntries, readPasted } from './pasted-entries.ts'

/** Takes a list of choices, rows or columns as it comes out of a spreadsheet. */
export const PasteDialog = ({
  editor,
  list,
  languages,
  count,
  onClose,
}: {
  readonly editor: Editor
  readonly list: Pointer
  readonly languages: ShownLanguages
  /** How many entries there are. */
  readonly count: number
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('properties')
  const [text, setText] = useState('')
  const [how, setHow] = useState<'behind' | 'instead'>(count === 0 ? 'instead' : 'behind')
  const entries = readPasted(text, how === 'behind' ? count + 1 : 1)
  return (
    <Dialog
      open
      title={t('pasteTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={entries.length === 0}
            onClick={() => {
              editor.edit((now) => pasteEntries(now, list, { entries, languages, how }))
              onClose()
            }}
          >
            {t('pasteTake', { count: entries.length })}
          </Button>
        </>
      }
    >
      <Textarea
        label={t('paste')}
        hint={t('pasteHelp')}
        rows={8}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Checkbox
        label={t('pasteReplace')}
        checked={how === 'instead'}
        onChange={({ target }) => setHow(target.checked ? 'instead' : 'behind')}
      />
    </Dialog>
  )
}
