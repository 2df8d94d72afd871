import type { Theme } from '@echolot/contract/coding'
import type { CoderSeat, CodingTaskTable, SettlementTable } from '../store/tables.ts'
import { mergedThemes } from './themes.ts'

/** One answer after coding. */
export type Coded = {
  readonly answer: string
  readonly words: string
  /** What was said on each seat, after merging; undefined where nobody there got or coded it. */
  readonly first: readonly string[] | undefined
  readonly second: readonly string[] | undefined
  /** What counts; undefined while two coders differ and nobody settled it. */
  readonly themes: readonly string[] | undefined
}

type Task = CodingTaskTable & { readonly words: string | null }

/** Answers with what both coders made of them; tasks that are not coded yet are left out. */
export const codedAnswers = (
  themes: readonly Theme[],
  tasks: readonly Task[],
  settlements: readonly Pick<SettlementTable, 'answer' | 'themes'>[],
): readonly Coded[] => {
  const settled = new Map(settlements.map((one) => [one.answer, one.themes]))
  const said = (list: readonly Task[], seat: CoderSeat) => {
    const code = list.find((task) => task.seat === seat)?.themes
    return code ? mergedThemes(themes, JSON.parse(code)) : undefined
  }
  return [...Map.groupBy(tasks, ({ answer }) => answer)].flatMap(([answer, list]): Coded[] => {
    const first = said(list, 'first')
    const second = said(list, 'second')
    const one = first ?? second
    if (one === undefined) return []
    const words = list[0]?.words ?? ''
    if (!first || !second || isSame(first, second))
      return [{ answer, words, first, second, themes: one }]
    const settlement = settled.get(answer)
    const agreed = settlement ? mergedThemes(themes, JSON.parse(settlement)) : undefined
    return [{ answer, words, first, second, themes: agreed }]
  })
}

/** Both lists are in order. */
const isSame = (one: readonly string[], other: readonly string[]) => one.join() === other.join()

/** Answers that both coders coded, and coded differently. */
export const disputedAmong = (coded: readonly Coded[]): readonly Coded[] =>
  coded.filter(({ first, second }) => first && second && !isSame(first, second))

/** In how many answers each theme is named, of those on which there is a word that counts. */
export const countThemes = (
  themes: readonly Theme[],
  coded: readonly Coded[],
): ReadonlyMap<string, number> =>
  new Map(themes.map(({ id }) => [id, coded.filter((one) => one.themes?.includes(id)).length]))
