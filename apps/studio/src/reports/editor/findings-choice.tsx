import { Button, Checkbox } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { eachLanguage, type Written } from './edition-edits.ts'
import { findingsIn, pickedIn, withShifted, withToggled } from './picking.ts'
import type { FormProps } from './section-form.tsx'

/** Which findings stand in the summary, in which order; the same in each language. */
export const FindingsChoice = ({ draft, languages, change }: FormProps) => {
  const { t } = useTranslation('reports')
  const [leading = 'de'] = languages
  const written = draft[leading] as Written
  const picked = pickedIn(written)
  const findings = findingsIn(written)
  const inOrder = [
    ...picked.flatMap((id) => findings.find((finding) => finding.id === id) ?? []),
    ...findings.filter(({ id }) => !picked.includes(id)),
  ]
  const each = (edit: (one: Written) => Written) =>
    change('', (was) => eachLanguage(was, languages, edit))
  return (
    <fieldset className="edition-sheet">
      <legend>{t('editor.findings')}</legend>
      <p className="ui-hint">{t('editor.findingsHelp')}</p>
      <ol className="finding-choice">
        {inOrder.map(({ id, short = '', question }) => {
          const at = picked.indexOf(id)
          const name = `${short} ${question}`
          return (
            <li key={id}>
              <Checkbox
                label={name}
                checked={at >= 0}
                onChange={() => each((one) => withToggled(one, id))}
              />
              {at >= 0 && (
                <span className="ui-actions">
                  <Button
                    size="small"
                    aria-label={t('editor.findingUp', { name })}
                    disabled={at === 0}
                    onClick={() => each((one) => withShifted(one, id, -1))}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('editor.findingDown', { name })}
                    disabled={at === picked.length - 1}
                    onClick={() => each((one) => withShifted(one, id, 1))}
                  >
                    ↓
                  </Button>
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}
