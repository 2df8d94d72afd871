import type { Plan } from '../plan/plan.ts'
import { prepare } from '../prepare/prepare.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Source } from '../prepare/source.ts'
import type { Condition, Result, Subject } from '../result.ts'
import type { RegisterUse } from './account.ts'
import { placeKey } from './blocks.ts'
import { sizesOf } from './collect.ts'
import type { DisclosedResult } from './disclosed.ts'
import type { Hidden, HideOrder } from './hide.ts'
import type { Policy } from './policy.ts'
import type { Publication, RegisteredFigure } from './register.ts'
import { type Columns, type SubjectFigure, subjectText } from './subject-blocks.ts'
import type { Verdict } from './verdicts.ts'

/** A plan as far as it makes columns. */
export const columnsOfPlan = ({ data, scales, derive }: Plan) => ({ data, scales, derive })

type Run = {
  readonly plan: Plan
  readonly planDigest: string
  readonly results: readonly Result[]
  readonly prepared: Prepared
  readonly policy: Policy
}

/**
 * What earlier publications forbid. On the same data their numbers are known to everybody and join the system that is
 * attacked; between two data cuts a number may not differ by so few respondents that these could be told.
 */
export const differencing = async (
  publications: readonly Publication[],
  run: Run,
  /** All columns of the data, not only those this plan names. */
  sourceOf: () => Promise<Source>,
): Promise<
  Pick<HideOrder, 'data' | 'earlier' | 'further'> & {
    readonly register: (hidden: Hidden) => readonly RegisterUse[]
  }
> => {
  const { plan, planDigest, prepared } = run
  const digest = prepared.provenance.digest
  // Whatever is published again is looked at as the first time: what came after it was checked against it.
  const own = publications.findIndex((one) => one.planDigest === planDigest && one.data === digest)
  const others = own < 0 ? publications : publications.slice(0, own)
  const sameData = others.filter((one) => one.data === digest)
  const otherData = others.filter((one) => one.data !== digest)
  const columns = new Map<string, { readonly values: Float64Array }>(prepared.columns)
  const earlier: (SubjectFigure & { told: boolean; count: number })[] = []
  if (sameData.length > 0) {
    const source = await sourceOf()
    for (const [i, one] of sameData.entries()) {
      const past = prepare(source, {
        ...plan,
        ...one.columns,
        analyses: [],
        weights: undefined,
      } as unknown as Plan)
      const name = namesIn(past, { columns, prefix: `publication ${i + 1}: ` })
      for (const figure of one.figures) {
        if (figure.subject === undefined) continue
        const subject = renamed(figure.subject as Subject, name)
        earlier.push({
          place: `publication ${i + 1}: ${figure.place}`,
          subject,
          counts: figure.counts,
          told: figure.told,
          count: countOf(subject, { n: past.n, columns }),
        })
      }
    }
  }
  const rules = otherDataRules(otherData, run)
  return {
    data: { n: prepared.n, columns },
    earlier,
    further: ({ place, base, count }) => rules({ place, base, count }),
    register: ({ verdicts }) => {
      const hidden = [...verdicts].flatMap(([place, verdict]) =>
        verdict === 'difference' ? [place] : [],
      )
      return others.map((one) => ({
        publication: `${one.plan} (${one.planDigest.slice(0, 8)}), data ${one.data.slice(0, 8)}${one.madeOn === undefined ? '' : ` of ${one.madeOn}`}`,
        hidden: hidden.filter(
          (place) =>
            one.data === digest ||
            rules({ place, ...sizeAt(run, place), only: one }) === 'difference',
        ),
      }))
    },
  }
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

type Asked = {
  readonly place: string
  readonly base?: number | undefined
  readonly count?: number | undefined
  readonly only?: Publication
}

/** Numbers on other data: refused where they differ by too few respondents, or by too few who gave one answer. */
const otherDataRules = (publications: readonly Publication[], { plan, results, policy }: Run) => {
  const asked = new Map(
    registeredFigures(results, [], plan).map((figure) => [figure.place, figure]),
  )
  const known = publications.map((one) => ({ one, byText: textsOf(one) }))
  return ({ place, base, count, only }: Asked): Verdict => {
    const now = asked.get(place)
    if (now === undefined) return 'shown'
    const isClose = known
      .filter(({ one }) => only === undefined || one === only)
      .some(({ byText }) =>
        textsIn(now).some((text) =>
          (byText.get(text) ?? []).some((then) => {
            if (!then.told) return false
            const few = (a: number | undefined, b: number | undefined, least: number) =>
              a !== undefined && b !== undefined && a !== b && Math.abs(a - b) < least
            return (
              few(base, then.base, policy.leastBase) ||
              (then.base === undefined && few(count, then.value, policy.leastCount))
            )
          }),
        ),
      )
    return isClose ? 'difference' : 'shown'
  }
}

const textsOf = (one: Publication) => {
  const byText = new Map<string, RegisteredFigure[]>()
  for (const figure of one.figures)
    for (const text of textsIn(figure)) byText.set(text, [...(byText.get(text) ?? []), figure])
  return byText
}

const textsIn = ({ asked, subject, counts }: RegisteredFigure): readonly string[] => [
  asked,
  ...(subject === undefined
    ? []
    : [`${counts ? 'count' : 'value'} ${subjectText(subject as Subject)}`]),
]

const sizeAt = ({ results }: Run, place: string) => {
  for (const result of results) {
    for (const [name, estimate] of Object.entries(result.estimates))
      if (placeKey({ analysis: result.id, name }) === place) return sizesOf(estimate)
    for (const [name, table] of Object.entries(result.tables ?? {}))
      if (table.kind === 'counts')
        for (const [row, line] of table.counts.entries())
          for (const [column, count] of line.entries())
            if (placeKey({ analysis: result.id, name, row, column }) === place) return { count }
  }
  return {}
}

/** What a publication tells, for the register: nothing that was hidden, and no more digits than were printed. */
export const registeredFigures = (
  results: readonly Result[],
  disclosed: readonly DisclosedResult[],
  plan: Plan,
): readonly RegisteredFigure[] =>
  results.flatMap((result, r) => {
    const line = plan.analyses.find(({ id }) => id === result.id)
    const { id: _, ...order } = line ?? { id: '' }
    const asked = (name: string) => `${JSON.stringify(order)} ${name}`
    const shown = disclosed[r]
    return [
      ...Object.entries(result.estimates).map(([name, estimate]): RegisteredFigure => {
        const out = shown?.estimates[name]
        const several = shown?.numbers[name]
        const told = out?.shown === 'number' || several?.shown === 'numbers'
        return {
          place: placeKey({ analysis: result.id, name }),
          asked: asked(name),
          ...('subject' in estimate && estimate.subject
            ? { subject: estimate.subject as never }
            : {}),
          counts: estimate.kind === 'share' || estimate.kind === 'count',
          told,
          ...(out !== undefined && 'base' in out && out.base !== undefined
            ? { base: out.base }
            : told && 'base' in estimate && Number.isFinite(estimate.base)
              ? { base: estimate.base }
              : {}),
          ...(out?.shown === 'number' ? { value: out.value } : {}),
        }
      }),
      ...Object.entries(result.tables ?? {}).flatMap(([name, table]) =>
        table.kind !== 'counts'
          ? []
          : table.counts.flatMap((cells, row) =>
              cells.map((_cell, column): RegisteredFigure => {
                const out = shown?.tables[name]?.cells[row]?.[column]
                const subject = table.subjects?.[row]?.[column]
                return {
                  place: placeKey({ analysis: result.id, name, row, column }),
                  asked: asked(`${name} ${table.rows[row]} × ${table.columns[column]}`),
                  ...(subject ? { subject: subject as never } : {}),
                  counts: true,
                  told: out?.shown === 'number',
                  ...(out?.shown === 'number' ? { value: out.value } : {}),
                }
              }),
            ),
      ),
    ]
  })
