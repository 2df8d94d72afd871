/** Which answers each of the two coders gets. */
export type Dealt = { readonly first: readonly string[]; readonly second: readonly string[] }

/**
 * Gives `doubled` of 100 answers, and one at least, to both coders and the others to one of them in turn. `answers` come in
 * random order, so which are coded twice is chance; neither coder can see which they are.
 */
export const deal = (answers: readonly string[], doubled: number): Dealt => {
  const twice = Math.min(answers.length, Math.max(1, Math.ceil((answers.length * doubled) / 100)))
  const alone = answers.slice(twice)
  return {
    first: [...answers.slice(0, twice), ...alone.filter((_, place) => place % 2 === 0)],
    second: [...answers.slice(0, twice), ...alone.filter((_, place) => place % 2 === 1)],
  }
}
