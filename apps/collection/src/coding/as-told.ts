import { LEAST_ANSWERS } from '@echolot/contract/themes'
import type { House } from '../house.ts'
import type { CodingTable } from '../store/tables.ts'
import { findToldCounts, saveToldCounts } from '../store/told-counts.ts'
import { agreementOn } from './agreement.ts'
import type { Coded } from './coded.ts'
import { type ToldTheme, toldThemes } from './told-themes.ts'

/** What is counted of a question, without words of anybody; undefined below the fewest answers. */
export type Counted =
  | {
      readonly answers: number
      readonly codedTwice: number
      readonly themes: readonly (Pick<ToldTheme, 'id' | 'label' | 'definition' | 'answers'> & {
        readonly agreement: { readonly kappa: number | null; readonly alpha: number | null }
      })[]
      readonly rareThemes: number
    }
  | undefined

/**
 * Counts as readers have them already, until ten answers have come or gone: the trust office sees who withdrew, and two
 * counts that differ by one withdrawal tell what was in the answer.
 */
export const asTold = async (
  coding: CodingTable,
  {
    themes,
    coded,
  }: { readonly themes: Parameters<typeof toldThemes>[0]; readonly coded: readonly Coded[] },
  { db }: Pick<House, 'db'>,
): Promise<Counted> => {
  const answers = coded.map(({ answer }) => answer)
  const before = await findToldCounts(db, coding)
  if (before) {
    const told = new Set<string>(JSON.parse(before.answers))
    const left = answers.filter((answer) => told.has(answer)).length
    const changed = told.size + answers.length - 2 * left
    if (changed > 0 && changed < LEAST_ANSWERS)
      return (JSON.parse(before.counts) as Counted | null) ?? undefined
  }
  const counted = countedNow(themes, coded)
  const { study, wave, item } = coding
  await saveToldCounts(db, {
    study,
    wave,
    item,
    answers: JSON.stringify(answers.toSorted()),
    counts: JSON.stringify(counted ?? null),
  })
  return counted
}

const countedNow = (themes: Parameters<typeof toldThemes>[0], coded: readonly Coded[]): Counted => {
  if (coded.length < LEAST_ANSWERS) return undefined
  const { told, rare } = toldThemes(themes, coded)
  return {
    answers: coded.length,
    codedTwice: coded.filter(({ first, second }) => first && second).length,
    themes: told.map(({ id, label, definition, answers }) => {
      const { kappa, alpha } = agreementOn(id, coded)
      return {
        id,
        label,
        definition,
        answers,
        agreement: { kappa: rounded(kappa), alpha: rounded(alpha) },
      }
    }),
    rareThemes: rare,
  }
}

const rounded = (value: number | null) =>
  value === null ? null : Math.round(value * 100) / 100 + 0
