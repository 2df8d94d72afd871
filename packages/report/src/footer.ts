import { dayWords } from './days.ts'
import type { Report } from './model.ts'
import { WORDS } from './words.ts'

/** What stands across every page of a draft: its mark, and who opened it. */
export const stampOf = ({ language, marks, openedBy }: Report): readonly string[] => {
  if (!marks.includes('draft')) return []
  const { mark, shortMark } = WORDS[language]
  return openedBy === undefined ? [shortMark.draft] : [mark.draft, openedBy]
}

/** The line under every page: where it comes from, in which version, and whether it is released. */
export const footerOf = ({
  language,
  provenance,
  version,
  released,
  openedBy,
  marks,
}: Report): string => {
  const words = WORDS[language]
  return [
    provenance,
    ...(version === 0 ? [] : [`${words.version} ${version}`]),
    released === undefined
      ? words.notReleased
      : words.releasedLine(released.by, dayWords(released.on, language)),
    ...(openedBy === undefined ? [] : [words.openedBy(openedBy)]),
    ...(marks.includes('synthetic') ? [words.madeUp] : []),
  ].join(' · ')
}
