import { dayWords } from './days.ts'
import type { Report } from './model.ts'
import { WORDS } from './words.ts'

/** The line under every page: where it comes from, in which version, and whether it is released. */
export const footerOf = ({ language, provenance, version, released, marks }: Report): string => {
  const words = WORDS[language]
  return [
    provenance,
    ...(version === 0 ? [] : [`${words.version} ${version}`]),
    released === undefined
      ? words.notReleased
      : words.releasedLine(released.by, dayWords(released.on, language)),
    ...(marks.includes('synthetic') ? [words.madeUp] : []),
  ].join(' · ')
}
