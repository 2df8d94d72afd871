import type { Theme } from '@echolot/contract/coding'
import type { QuoteTable } from '../store/tables.ts'
import type { Coded } from './coded.ts'
import { becameOf } from './themes.ts'

/**
 * Approved quotes under the themes that count now: a quote follows its theme into another one, and falls when its answer no longer
 * names the theme, since it was settled in another way.
 */
export const standingQuotes = (
  quotes: readonly QuoteTable[],
  { themes, coded }: { readonly themes: readonly Theme[]; readonly coded: readonly Coded[] },
): readonly QuoteTable[] => {
  const named = new Map(coded.map((one) => [one.answer, one.themes ?? []]))
  return quotes
    .filter(({ state }) => state === 'approved')
    .map((quote) => ({ ...quote, theme: becameOf(themes)(quote.theme) }))
    .filter(({ answer, theme }) => named.get(answer)?.includes(theme))
}
