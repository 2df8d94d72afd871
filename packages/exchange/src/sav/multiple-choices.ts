import { ownFirst, questionsOf } from '../release/question-of.ts'
import type { Release } from '../release/release-of.ts'
import { cutBytes } from './cut-bytes.ts'
import { spssNamesOf } from './spss-names.ts'

/** One multiple choice, by the short names of its variables. */
export type MultipleChoice = {
  /** Begins with `$`. */
  readonly name: string
  readonly label: string
  readonly shortNames: readonly string[]
}

const LONGEST_NAME = 64
const LONGEST_LABEL = 255
const SEVERAL = new Set(['checkbox', 'tagbox', 'imagepicker'])

/** Gathers the variables of each question that takes several choices. */
export const multipleChoices = (
  release: Release,
  variables: readonly { readonly shortNames: readonly string[] }[],
): readonly MultipleChoice[] => {
  const { codebook, instruments } = release.freeze
  const questionOf = questionsOf(ownFirst(codebook, instruments))
  const byItem = Map.groupBy(
    release.variables.flatMap((variable, place) => {
      const picked = variable.values?.map(({ value }) => value).toSorted()
      return picked?.join() === '0,1'
        ? [{ variable, shortName: variables[place]?.shortNames[0] }]
        : []
    }),
    ({ variable }) => variable.item,
  )
  const sets = [...byItem].flatMap(([item, members]) => {
    const question = questionOf({ item })
    return question !== undefined && SEVERAL.has(question.type) && members.length > 1
      ? [{ item, question, members }]
      : []
  })
  const names = spssNamesOf(sets.map(({ item }) => item))
  return sets.map(({ question, members }, place) => ({
    name: `$${cutBytes(names[place] as string, LONGEST_NAME - 1)}`,
    label: cutBytes(
      release.labelOf(question.literal).replaceAll(/\s+/g, ' ').trim(),
      LONGEST_LABEL,
    ),
    shortNames: members.flatMap(({ shortName }) => shortName ?? []),
  }))
}
