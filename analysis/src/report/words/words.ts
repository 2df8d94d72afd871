import { COMPOSITION } from './composition.ts'
import { ENDS } from './ends.ts'
import { FIGURES } from './figures.ts'
import { NUMBERS } from './numbers.ts'
import { PAGE } from './page.ts'
import { RANKING } from './ranking.ts'
import { RESPONSE } from './response.ts'
import { SCALES } from './scales.ts'
import { SHARES } from './shares.ts'
import { STRENGTHS } from './strengths.ts'
import type { SameWords } from './word-key.ts'

const wordsIn = <const Language extends 'de' | 'en'>(language: Language) => ({
  composition: COMPOSITION[language],
  figures: FIGURES[language],
  numbers: NUMBERS[language],
  page: PAGE[language],
  ranking: RANKING[language],
  response: RESPONSE[language],
  shares: SHARES[language],
  strengths: STRENGTHS[language],
  ...SCALES[language],
  ...ENDS[language],
})
const de = wordsIn('de')
const en: SameWords<typeof de> = wordsIn('en')

/** All words of reports that are not the plan's. */
export const WORDS = { de, en } as const
