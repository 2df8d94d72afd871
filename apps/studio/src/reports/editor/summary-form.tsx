import type { ReportLanguage } from '@echolot/contract/reports'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { bindablesEverywhere, inLanguage, type Written } from './edition-edits.ts'
import type { FormProps } from './section-form.tsx'
import { WholeField } from './whole-field.tsx'

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
  return (
    <WholeField
      label={t('editor.inLanguage', {
        line: t(`editor.list.${field}`),
        language: languageName(language),
      })}
      lang={language}
      rows={3}
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
