import type { Plan } from '../plan/plan.ts'
import { prepare } from '../prepare/prepare.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Source } from '../prepare/source.ts'
import type { Condition, Subject } from '../result.ts'
import type { Publication } from './register.ts'
import type { Columns, SubjectFigure } from './subject-blocks.ts'

/** A number of an earlier publication on the same data, and whether it was told. */
export type EarlierFigure = SubjectFigure & { readonly told: boolean; readonly count: number }

/**
 * What earlier publications tell of the same data, about the columns of today: those that were made another way then come
 * along under a name of their own.
 */
export const earlierFigures = async (
  publications: readonly Publication[],
  { plan, prepared }: { readonly plan: Plan; readonly prepared: Prepared },
  /** All columns of the data, not only those this plan names. */
  sourceOf: () => Promise<Source>,
): Promise<{
  readonly earlier: readonly EarlierFigure[]
  readonly columns: ReadonlyMap<string, { readonly values: Float64Array }>
}> => {
  const columns = new Map<string, { readonly values: Float64Array }>(prepared.columns)
  if (publications.length === 0) return { earlier: [], columns }
  const source = await sourceOf()
  const earlier = publications.flatMap((one, i) => {
    const past = prepare(source, {
      ...plan,
      ...one.columns,
      analyses: [],
      weights: undefined,
    } as unknown as Plan)
    const name = namesIn(past, { columns, prefix: `publication ${i + 1}: ` })
    return one.figures.flatMap((figure): EarlierFigure[] => {
      if (figure.subject === undefined) return []
      const subject = renamed(figure.subject as Subject, name)
      return [
        {
          place: `publication ${i + 1}: ${figure.place}`,
          subject,
          counts: figure.counts,
          told: figure.told,
          count: countOf(subject, { n: past.n, columns }),
        },
      ]
    })
  })
  return { earlier, columns }
}

/** Columns of an earlier plan: those that are the same now keep their name, others get one of their own. */
const namesIn = (
  past: Prepared,
  {
    columns,
    prefix,
  }: { readonly columns: Map<string, { readonly values: Float64Array }>; readonly prefix: string },
) => {
  const names = new Map<string, string>()
  return (name: string): string => {
    const known = names.get(name)
    if (known !== undefined) return known
    const now = columns.get(name)?.values
    const then = past.columns.get(name)?.values
    const isSame = then !== undefined && now?.every((value, i) => Object.is(value, then[i]))
    const own = isSame ? name : `${prefix}${name}`
    if (!isSame && then !== undefined) columns.set(own, { values: then })
    names.set(name, own)
    return own
  }
}

const renamed = (subject: Subject, name: (name: string) => string): Subject => {
  const of = (condition: Condition): Condition => ({
    ...condition,
    variable: name(condition.variable),
  })
  return { ...of(subject), ...(subject.where ? { where: subject.where.map(of) } : {}) }
}

const countOf = ({ where = [], ...own }: Subject, { n, columns }: Columns): number => {
  const conditions = [own, ...where]
  let count = 0
  for (let row = 0; row < n; row++)
    if (
      conditions.every(({ variable, codes }) => {
        const value = columns.get(variable)?.values[row]
        return value !== undefined && !Number.isNaN(value) && (codes?.includes(value) ?? true)
      })
    )
      count += 1
  return count
}
