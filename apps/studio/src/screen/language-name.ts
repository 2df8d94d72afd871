import { useUi } from '@echolot/ui'

const EASY = { de: 'Leichte Sprache', en: 'Easy German' }

/** Made once: they are asked for hundreds of times a second while somebody types. */
const NAMES = {
  de: new Intl.DisplayNames(['de'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
}

/** A language by its name in the page's language; plain-language variants by what people call them. */
export const useLanguageName = () => {
  const { language } = useUi()
  const names = NAMES[language]
  return (tag: string): string =>
    tag === 'de-x-ls' ? EASY[language] : (names.of(htmlLanguageOf(tag)) ?? tag)
}

/** The tag as browsers know it: private parts such as `-x-ls` are left out. */
export const htmlLanguageOf = (tag: string): string => tag.replace(/-x-.*$/, '')
