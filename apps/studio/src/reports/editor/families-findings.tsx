import type { Families } from '@echolot/report'
import { Checkbox } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { eachLanguage, type Written } from './edition-edits.ts'
import { findingsIn, isSaid, sentenceFor, withSaid } from './picking.ts'
import type { FormProps } from './section-form.tsx'

/** Which findings families are told: choosing one puts its sentence into the sheet, to be written more simply. */
export const FamiliesFindings = ({
  draft,
  languages,
  change,
  level,
}: FormProps & { readonly level: keyof Families }) => {
  const { t } = useTranslation('reports')
  const [leading = 'de'] = languages
  const written = draft[leading] as Written
  const findings = findingsIn(written).filter(({ id }) => sentenceFor(written, id) !== undefined)
  if (findings.length === 0) return null
  return (
    <fieldset className="edition-findings">
      <legend>{t('editor.familiesFindings', { level: t(`editor.level.${level}`) })}</legend>
      <p className="ui-hint">{t('editor.familiesFindingsHelp')}</p>
      {findings.map(({ id, short = '', question }) => (
        <Checkbox
          key={id}
          label={`${short} ${question}`}
          checked={isSaid(written, level, id)}
          onChange={() =>
            change('', (was) =>
              eachLanguage(was, languages, (one) => {
                const isOn = isSaid(written, level, id)
                return isSaid(one, level, id) === isOn ? withSaid(one, level, id) : one
              }),
            )
          }
        />
      ))}
    </fieldset>
  )
}
