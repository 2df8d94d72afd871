import type { Instrument } from '@echolot/instrument'
import { Checkbox, Select, TextField } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { setLanguage } from '../edits/languages.ts'
import { sourceOf } from '../edits/source-of.ts'
import { ReviewNote } from '../translation/review-note.tsx'
import { AddLanguage } from './add-language.tsx'
import type { Editor } from './use-editor.ts'

/** What the envelope says of the questionnaire as a whole: its version and its languages. */
export const SurveyEditor = ({ editor }: { readonly editor: Editor }) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const { instrument, edit } = editor
  const source = sourceOf(instrument)
  return (
    <div className="element-editor">
      <section className="editor-part">
        <h2>{t('survey.version')}</h2>
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
        <h2>{t('languages')}</h2>
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
              {tag !== source && (live || status === 'reviewed') && (
                <ReviewNote editor={editor} language={tag} />
              )}
            </li>
          ))}
        </ul>
        <AddLanguage editor={editor} />
      </section>
    </div>
  )
}
