import { codebookOf } from './codebook-of.ts'
import type { Instrument } from './instrument.ts'
import { type Item, itemsOf } from './items-of.ts'
import { textIn } from './localized.ts'
import type { StructureProblem } from './structure/structure-problem.ts'

/**
 * Names that are no longer those of the published version although the item is the same: the data of both would have two
 * variables for one question. Also names that differ in capitals only, which SPSS takes for one.
 */
export const fieldedNameProblems = (
  published: Instrument,
  draft: Instrument,
): readonly StructureProblem[] => {
  const was = itemsOf(published)
  const is = itemsOf(draft)
  const oldNames = new Set(was.map(({ name }) => name))
  const gone = was.filter(({ name }) => !is.some((item) => item.name === name))
  const renamed = is
    .filter(({ name, role }) => role !== 'text' && !oldNames.has(name))
    .flatMap((item): readonly StructureProblem[] => {
      const before = gone.find((old) => isSame(old, item, published, draft))
      return before === undefined
        ? []
        : [
            {
              path: `/survey${item.path}`,
              severity: 'warning',
              rule: 'name-fielded',
              message: `“${before.name}” was in the field and is named “${item.name}” now.`,
              remedy: 'Keep the name; otherwise the data of both versions must be joined by hand.',
            },
          ]
    })
  const variables = new Map(
    codebookOf(published).variables.map(({ name }) => [name.toLowerCase(), name]),
  )
  const pathOf = new Map(is.map(({ name, path }) => [name, path]))
  const capitals = codebookOf(draft).variables.flatMap(
    ({ name, item }): readonly StructureProblem[] => {
      const before = variables.get(name.toLowerCase())
      return before === undefined || before === name || renamedTo(renamed, item)
        ? []
        : [
            {
              path: `/survey${pathOf.get(item) ?? ''}`,
              severity: 'warning',
              rule: 'name-fielded',
              message: `“${before}” was in the field and is written “${name}” now.`,
              remedy: 'Write it as before; data files take capitals for the same name.',
            },
          ]
    },
  )
  return [...renamed, ...capitals]
}

const renamedTo = (problems: readonly StructureProblem[], item: string) =>
  problems.some(({ message }) => message.endsWith(`is named “${item}” now.`))

/** The same question: its words, type and parent; without words its place. */
const isSame = (old: Item, item: Item, published: Instrument, draft: Instrument): boolean => {
  const words = (one: Item, { languages }: Instrument) =>
    one.titled || one.type === 'matrixrow'
      ? textIn(one.title, languages[0]?.tag ?? 'default', languages[0]?.tag ?? 'default')
      : undefined
  const [before, after] = [words(old, published), words(item, draft)]
  return (
    old.type === item.type &&
    (before === undefined || after === undefined ? old.path === item.path : before === after)
  )
}
