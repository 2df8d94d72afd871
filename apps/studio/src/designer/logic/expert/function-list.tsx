import { functionNames } from '@echolot/routing/logic'
import { useTranslation } from 'react-i18next'
import { FUNCTION_WORDS } from './function-words.ts'

/** Every function that expressions can call, with an example. */
export const FunctionList = () => {
  const { t, i18n } = useTranslation('logic')
  const language = i18n.language === 'en' ? 'en' : 'de'
  return (
    <details className="logic-functions">
      <summary>{t('expert.functions')}</summary>
      <dl>
        {functionNames().map((name) => {
          const words = FUNCTION_WORDS[name]
          return (
            <div key={name}>
              <dt>
                <code>{words?.use ?? `${name}()`}</code>
              </dt>
              <dd>{words?.[language] ?? t('expert.ownFunction')}</dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
