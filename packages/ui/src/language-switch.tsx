import { useUi } from './ui-provider.tsx'
import type { UiLanguage } from './words.ts'

const NAMES: Readonly<Record<UiLanguage, string>> = { de: 'Deutsch', en: 'English' }

/** German or English; each named in itself. */
export const LanguageSwitch = ({
  onLanguage,
}: {
  readonly onLanguage: (language: UiLanguage) => void
}) => {
  const { language, words } = useUi()
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no form, a fieldset would promise one
    <div className="ui-languages" role="group" aria-label={words.language}>
      {(['de', 'en'] as const).map((tag) => (
        <button
          key={tag}
          type="button"
          lang={tag}
          aria-pressed={tag === language}
          onClick={() => onLanguage(tag)}
        >
          {NAMES[tag]}
        </button>
      ))}
    </div>
  )
}
