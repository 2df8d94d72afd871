import { type Instrument, localizedOf, setText } from '@echolot/instrument'
import { Checkbox, Select, TextField } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { setLanguage } from '../edits/languages.ts'
import { sourceOf } from '../edits/source-of.ts'
import { AddLanguage } from './add-language.tsx'
import { type ShownLanguages, TextRow } from './texts.tsx'
import type { Editor } from './use-editor.ts'

/** What belongs to the questionnaire as a whole: its title, its version, its languages. */
export const SurveyEditor = ({
  editor,
  languages,
}: {
  readonly editor: Editor
  readonly languages: ShownLanguages
}) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const { instrument, edit } = editor
  const source = sourceOf(instrument)
  return (
    <section className="element-editor" aria-labelledby="element-heading">
      <header className="element-head">
        <h2 id="element-heading" tabIndex={-1}>
          {t('survey.title')} <code>{instrument.instrument}</code>
        </h2>
      </header>
      <section className="editor-part">
        <h3>{t('item.texts')}</h3>
        {(['title', 'completedHtml'] as const).map((property) => (
          <TextRow
            key={property}
            label={t(`texts.of.${property}`)}
            text={localizedOf(instrument.survey[property], '')}
            languages={languages}
            source={source}
            place={`/${property}`}
            lines={property === 'title' ? 1 : 4}
            onText={(language, text) =>
              edit(
                (now) => setText(now, { path: `/${property}`, language, text }),
                `/${property}#${language}`,
              )
            }
          />
        ))}
      </section>
      <section className="editor-part">
        <h3>{t('survey.version')}</h3>
        <TextField
          label={t('survey.versionLabel')}
          hint={t('survey.versionHint')}
          error={/^\d+\.\d+\.\d+$/.test(instrument.version) ? undefined : t('survey.versionForm')}
          value={instrument.version}
          onChange={(event) =>
            edit((now: Instrument) => ({ ...now, version: event.target.value }), 'version')
          }
        />
      </section>
      <section className="editor-part">
        <h3>{t('languages')}</h3>
        <ul className="language-rows">
          {instrument.languages.map(({ tag, status, live }) => (
            <li key={tag}>
              <strong>
                {languageName(tag)} <code>{tag}</code>
              </strong>
              {tag === source ? (
                <span>{t('status.source')}</span>
              ) : (
                <Select
                  label={t('survey.statusOf', { language: languageName(tag) })}
                  labelled="hidden"
                  value={status}
                  choices={(['draft', 'reviewed'] as const).map((value) => ({
                    value,
                    text: t(`status.${value}`),
                  }))}
                  onSelect={(value) =>
                    edit((now) => setLanguage(now, tag, { status: value as 'draft' | 'reviewed' }))
                  }
                />
              )}
              <Checkbox
                label={t('survey.live')}
                aria-label={t('survey.liveIn', { language: languageName(tag) })}
                checked={live}
                disabled={tag === source}
                onChange={(event) =>
                  edit((now) => setLanguage(now, tag, { live: event.target.checked }))
                }
              />
            </li>
          ))}
        </ul>
        <AddLanguage editor={editor} />
      </section>
    </section>
  )
}
