import { useUi } from '@echolot/ui'

const EASY = { de: 'Leichte Sprache', en: 'Easy German' }

/** A language by its name in the page's language; plain-language variants by what people call them. */
export const useLanguageName = () => {
  const { language } = useUi()
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return (tag: string): string =>
    tag === 'de-x-ls' ? EASY[language] : (names.of(htmlLanguageOf(tag)) ?? tag)
}

/** The tag as browsers know it: private parts such as `-x-ls` are left out. */
export const htmlLanguageOf = (tag: string): string => tag.replace(/-x-.*$/, '')
