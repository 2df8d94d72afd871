import { Button, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { addLanguage } from '../edits/languages.ts'
import type { Editor } from './use-editor.ts'

/** Languages that households in Germany ask for most, and the plain ones. */
const OFFERED = [
  ...['de-x-ls', 'en', 'tr', 'ar', 'uk', 'ru', 'fa', 'ku', 'pl', 'ro', 'bg', 'sq', 'sr', 'hr'],
  ...['fr', 'es', 'it', 'pt', 'el', 'ti', 'so', 'ur', 'ps', 'vi', 'zh', 'nl', 'de'],
]

export const AddLanguage = ({ editor }: { readonly editor: Editor }) => {
  const { t } = useTranslation('designer')
  const languageName = useLanguageName()
  const has = new Set(editor.instrument.languages.map(({ tag }) => tag))
  const offered = OFFERED.filter((tag) => !has.has(tag))
  const [picked, setPicked] = useState('')
  const tag = offered.includes(picked) ? picked : (offered[0] ?? '')
  return (
    <div className="add-language">
      <Select
        label={t('survey.newLanguage')}
        value={tag}
        choices={offered.map((value) => ({ value, text: languageName(value) }))}
        onSelect={setPicked}
      />
      <Button size="small" onClick={() => editor.edit((now) => addLanguage(now, tag))}>
        {t('survey.addLanguage')}
      </Button>
    </div>
  )
}
