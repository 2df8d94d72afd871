import { type Sensitivity, textOf } from '@echolot/instrument'
import { Button, Select, TextField } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../editor/use-editor.ts'
import { type NoteMissing, writeNotes } from '../edits/notes-missing.ts'
import { sourceOf } from '../edits/source-of.ts'
import { SENSITIVITIES } from '../view/sensitivity.ts'

/** One purpose for all items that have none, with a class suggested for each: one confirmation instead of one an item. */
export const NotesForAll = ({
  editor,
  missing,
}: {
  readonly editor: Editor
  readonly missing: readonly NoteMissing[]
}) => {
  const { t } = useTranslation(['ready', 'designer'])
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState<'tried'>()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Sensitivity>>(new Map())
  const source = sourceOf(editor.instrument)
  const take = () => {
    setTried('tried')
    if (purpose.trim() === '') return
    const notes = missing.map(({ item: { name }, suggested }) => ({
      name,
      sensitivity: chosen.get(name) ?? suggested,
    }))
    editor.edit((now) => writeNotes(now, notes, purpose.trim()))
  }
  return (
    <form
      className="ready-notes"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <TextField
        label={t('ready:purpose')}
        hint={t('ready:purposeHint')}
        value={purpose}
        error={tried && purpose.trim() === '' ? t('ready:purposeNeeded') : undefined}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <details>
        <summary>{t('ready:classes')}</summary>
        <p className="ui-hint">{t('ready:classesHint')}</p>
        <ul className="ready-classes">
          {missing.map(({ item: { name, title }, suggested }) => (
            <li key={name}>
              <span>{textOf(title, source, source) || name}</span>
              <Select
                label={t('ready:classOf', { name })}
                labelled="hidden"
                value={chosen.get(name) ?? suggested}
                choices={SENSITIVITIES.map((value) => ({
                  value,
                  text: t(`designer:sensitivity.${value}`),
                }))}
                onSelect={(value) =>
                  setChosen((before) => new Map(before).set(name, value as Sensitivity))
                }
              />
            </li>
          ))}
        </ul>
      </details>
      <Button type="submit" variant="primary" size="small">
        {t('ready:take', { count: missing.length })}
      </Button>
    </form>
  )
}
