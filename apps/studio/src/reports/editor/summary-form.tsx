import type { ReportLanguage } from '@echolot/contract/reports'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { BoundField } from './bound-field.tsx'
import { bindablesEverywhere, inLanguage, type Written } from './edition-edits.ts'
import { FindingsChoice } from './findings-choice.tsx'
import { NextDate } from './next-date.tsx'
import type { FormProps } from './section-form.tsx'

const FIELDS = ['whatIsNew', 'decisions', 'unknown'] as const
type FieldName = (typeof FIELDS)[number]

/** What stands on the first page: which findings, what is new, what to decide, what is not known, what comes next. */
export const SummaryForm = (props: FormProps) => (
  <div className="edition-lines">
    <FindingsChoice {...props} />
    {FIELDS.map((field) => (
      <div key={field} className="edition-row">
        {props.languages.map((language) => (
          <SummaryField key={language} {...props} field={field} language={language} />
        ))}
      </div>
    ))}
    <NextDate {...props} />
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
  return (
    <BoundField
      label={t('editor.inLanguage', {
        line: t(`editor.list.${field}`),
        language: languageName(language),
      })}
      lang={language}
      lines={field === 'unknown' ? 'one' : 'many'}
      text={textOf(written, field)}
      bindables={bindablesEverywhere(written)}
      faults={(faults[language] ?? []).filter(({ path }) => path.split('.')[0] === field)}
      onText={(next) =>
        change(`${language} ${field}`, (was) =>
          inLanguage(was, language, (one) => withText(one, field, next)),
        )
      }
    />
  )
}

const textOf = ({ model, edition }: Written, field: FieldName): string =>
  field === 'unknown'
    ? (edition.unknown ?? model.summary.unknown)
    : (edition[field] ?? model.summary[field]).join('\n')

/** The proposal itself is not kept. */
const withText = (written: Written, field: FieldName, text: string): Written => {
  const { [field]: _, ...others } = written.edition
  const proposal = textOf({ ...written, edition: others }, field)
  const value = field === 'unknown' ? text : text.split('\n')
  return {
    ...written,
    edition: text === proposal ? others : { ...others, [field]: value },
  }
}
