import type { EditionFault } from '@echolot/report'
import { Button, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoundField } from './bound-field.tsx'
import type { Bindable } from './edition-edits.ts'

/** A text about the whole report: it may bind numbers of every page, too many for chips. */
export const WholeField = ({
  text,
  bindables,
  onText,
  ...field
}: {
  readonly label: string
  readonly lang: string
  readonly rows?: number
  readonly text: string
  readonly bindables: readonly Bindable[]
  readonly faults: readonly EditionFault[]
  readonly onText: (text: string) => void
}) => {
  const { t } = useTranslation('reports')
  const [chosen, setChosen] = useState('')
  const insert = () => onText(`${text}${text === '' || /\s$/.test(text) ? '' : ' '}{${chosen}}`)
  return (
    <BoundField
      {...field}
      text={text}
      onText={onText}
      bindables={bindables.filter(({ name }) => text.includes(`{${name}}`))}
      note={
        bindables.length > 0 && (
          <div className="edition-choice">
            <Select
              label={t('editor.valueOfPage')}
              aria-label={`${t('editor.valueOfPage')}: ${field.label}`}
              value={chosen}
              choices={[
                { value: '', text: t('editor.choose') },
                ...bindables.map(({ name, words, label }) => ({
                  value: name,
                  text: `${words} – ${label}`,
                })),
              ]}
              onSelect={setChosen}
            />
            <Button
              size="small"
              aria-label={`${t('editor.insertChosen')}: ${field.label}`}
              disabled={chosen === ''}
              onClick={insert}
            >
              {t('editor.insertChosen')}
            </Button>
          </div>
        )
      }
    />
  )
}
