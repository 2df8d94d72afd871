import type { InstrumentChange } from '@echolot/instrument'
import { useUi } from '@echolot/ui'
import { GERMAN_CHANGES } from './german-changes.ts'

/** What changed, in words of the page's language, without the name of what it is about. */
export const useChangeSentence = () => {
  const { language } = useUi()
  return ({ rule, message }: InstrumentChange): string =>
    language === 'de' ? (GERMAN_CHANGES[rule] ?? message) : message
}
