import type { ReportLanguage } from '@echolot/contract/reports'
import { Button, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { BoundField } from './bound-field.tsx'
import { bindablesEverywhere, inLanguage, type Written } from './edition-edits.ts'
import type { FormProps } from './section-form.tsx'

const FIELDS = ['whatIsNew', 'decisions', 'unknown'] as const
type FieldName = (typeof FIELDS)[number]

/** What stands on the first page besides the findings: what is new, what to decide, what is not known. */
export const SummaryForm = (props: FormProps) => (
  <div className="edition-lines">
    {FIELDS.map((field) => (
      <div key={field} className="edition-row">
        {props.languages.map((language) => (
          <SummaryField key={language} {...props} field={field} language={language} />
        ))}
      </div>
    ))}
  </div>
)

const SummaryField = ({
  draft,
  faults,
  change,
  field,
  language,
}: FormProps & { readonly field: FieldName; readonly language: ReportLanguage }) => {
  const { t } = useTranslation('reports')
  const languageName = useLanguageName()
  const written = draft[language] as Written
  const text = textOf(written, field)
  const bindables = bindablesEverywhere(written)
  const [chosen, setChosen] = useState('')
  const write = (next: string) =>
    change(`${language} ${field}`, (was) =>
      inLanguage(was, language, (one) => withText(one, field, next)),
    )
  return (
    <BoundField
      label={t('editor.inLanguage', {
        line: t(`editor.list.${field}`),
        language: languageName(language),
      })}
      lang={language}
      rows={3}
      text={text}
      bindables={bindables.filter(({ name }) => text.includes(`{${name}}`))}
      faults={(faults[language] ?? []).filter(({ path }) => path.split('.')[0] === field)}
      onText={write}
      note={
        <div className="edition-choice">
          <Select
            label={t('editor.valueOfPage')}
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
            disabled={chosen === ''}
            onClick={() =>
              write(`${text}${text === '' || text.endsWith(' ') ? '' : ' '}{${chosen}}`)
            }
          >
            {t('editor.insertChosen')}
          </Button>
        </div>
      }
    />
  )
}

const textOf = ({ model, edition }: Written, field: FieldName): string =>
  field === 'unknown'
    ? (edition.unknown ?? model.summary.unknown)
    : (edition[field] ?? model.summary[field]).join('\n')

/** The proposal itself is not kept; neither are empty lines at the end. */
const withText = (written: Written, field: FieldName, text: string): Written => {
  const { [field]: _, ...others } = written.edition
  const proposal = textOf({ ...written, edition: others }, field)
  const value = field === 'unknown' ? text : text.split('\n')
  return {
    ...written,
    edition: text === proposal ? others : { ...others, [field]: value },
  }
}
