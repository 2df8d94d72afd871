import type { Theme } from '@echolot/contract/coding'
import { LEAST_IN_THEME } from '@echolot/contract/themes'
import { type Coded, countThemes } from './coded.ts'
import { standing } from './themes.ts'

/** A theme that enough answers name to be told of. */
export type ToldTheme = Theme & { readonly answers: number }

/** Themes of five answers and more, the most frequent first, and how many are too rare. */
export const toldThemes = (
  themes: readonly Theme[],
  coded: readonly Coded[],
): { readonly told: readonly ToldTheme[]; readonly rare: number } => {
  const counted = standing(themes)
  const counts = countThemes(counted, coded)
  const told = counted
    .map((theme) => ({ ...theme, answers: counts.get(theme.id) ?? 0 }))
    .filter(({ answers }) => answers >= LEAST_IN_THEME)
    .sort((a, b) => b.answers - a.answers || a.label.localeCompare(b.label, 'de'))
  return { told, rare: counted.length - told.length }
}
