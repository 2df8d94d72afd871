import type { PublicStudy } from '@echolot/contract/responses'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Say, sayAtOnce } from '../words/words.ts'

/** Language and words that every part of the page speaks. */
export type Telling = { readonly language: string; readonly say: Say }

export const TellingContext = createContext<Telling>({ language: 'de', say: sayAtOnce('de') })
export const useTelling = (): Telling => useContext(TellingContext)

/** A text of the study in the chosen language, else in the study's first. */
export const textOfStudy = (
  text: Readonly<Record<string, string>>,
  { language, study }: { readonly language: string; readonly study: PublicStudy },
): { readonly text: string; readonly language: string } => {
  const candidates = [language, language.split('-')[0] as string, ...study.languages]
  const found =
    candidates.find((tag) => text[tag] !== undefined) ?? Object.keys(text)[0] ?? language
  return { text: text[found] ?? '', language: found }
}

/** A day as people write it: 1. Mai 2027. */
export const dayInWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language.replace(/-x-.*$/, ''), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
