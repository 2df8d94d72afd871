import { TextField } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { eachLanguage, inLanguage, type Written } from './edition-edits.ts'
import { nextIn, withNext } from './picking.ts'
import type { FormProps } from './section-form.tsx'

/** What comes next and when: one day, said in each language. */
export const NextDate = ({ draft, languages, faults, change }: FormProps) => {
  const { t } = useTranslation('reports')
  const languageName = useLanguageName()
  const [leading = 'de'] = languages
  const faultAt = (language: typeof leading, part: 'what' | 'on') =>
    faults[language]?.some(({ path, severity }) => severity === 'error' && path === `next.${part}`)
      ? t('editor.fault.empty')
      : undefined
  return (
    <fieldset className="edition-sheet">
      <legend>{t('editor.next')}</legend>
      <TextField
        type="date"
        label={t('editor.nextOn')}
        value={nextIn(draft[leading] as Written).on}
        error={languages.map((one) => faultAt(one, 'on')).find((fault) => fault !== undefined)}
        onChange={({ target }) =>
          change('next.on', (was) =>
            eachLanguage(was, languages, (written) => withNext(written, { on: target.value })),
          )
        }
      />
      <div className="edition-row">
        {languages.map((language) => (
          <TextField
            key={language}
            label={t('editor.inLanguage', {
              line: t('editor.nextWhat'),
              language: languageName(language),
            })}
            lang={language}
            value={nextIn(draft[language] as Written).what}
            error={faultAt(language, 'what')}
            onChange={({ target }) =>
              change(`${language} next.what`, (was) =>
                inLanguage(was, language, (written) => withNext(written, { what: target.value })),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
