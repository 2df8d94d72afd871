import {
  type AnchorHTMLAttributes,
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
} from 'react'
import { UI_WORDS, type UiLanguage, type UiWords } from './words.ts'

/** What draws a link: the router's own, or a plain anchor. */
export type Anchor = ComponentType<AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }>

type Ui = {
  readonly language: UiLanguage
  readonly words: UiWords
  readonly anchor: Anchor
  readonly number: (value: number) => string
}

const PlainAnchor: Anchor = (props) => <a {...props} />

const UiContext = createContext<Ui | undefined>(undefined)

/** Gives every control its language and the app's way of linking; sets the language of the document. */
export const UiProvider = ({
  language,
  anchor = PlainAnchor,
  children,
}: {
  readonly language: UiLanguage
  readonly anchor?: Anchor
  readonly children: ReactNode
}) => {
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const ui = useMemo((): Ui => {
    const format = new Intl.NumberFormat(language)
    return { language, words: UI_WORDS[language], anchor, number: (value) => format.format(value) }
  }, [language, anchor])
  return <UiContext value={ui}>{children}</UiContext>
}

/** Language, words and link of the surrounding provider. */
export const useUi = (): Ui => {
  const ui = useContext(UiContext)
  if (ui === undefined) throw new Error('Controls of @echolot/ui stand inside a UiProvider.')
  return ui
}
