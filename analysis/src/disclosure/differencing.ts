import type { Plan } from '../plan/plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Source } from '../prepare/source.ts'
import type { Result, Subject } from '../result.ts'
import type { RegisterUse } from './account.ts'
import { placeKey } from './blocks.ts'
import { sizesOf } from './collect.ts'
import type { DisclosedResult } from './disclosed.ts'
import { earlierFigures } from './earlier.ts'
import type { Hidden, HideOrder } from './hide.ts'
import type { Policy } from './policy.ts'
import type { Publication, RegisteredFigure } from './register.ts'
import { subjectText } from './subject-blocks.ts'
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
  const { earlier, columns } = await earlierFigures(sameData, { plan, prepared }, sourceOf)
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
        data: one.data,
        hidden: hidden.filter(
          (place) =>
            one.data === digest ||
            rules({ place, ...sizeAt(run, place), only: one }) === 'difference',
        ),
      }))
    },
  }
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
    const isNear = known
      .filter(({ one }) => only === undefined || one === only)
      .some(({ byText }) =>
        textsIn(now).some((text) =>
          (byText.get(text) ?? []).some((then) => {
            if (!then.told) return false
            return isClose({ base, count }, then, policy)
          }),
        ),
      )
    return isNear ? 'difference' : 'shown'
  }
}

/** Whether two numbers on different data differ by so few respondents that these could be told. */
export const isClose = (
  now: { readonly base?: number | undefined; readonly count?: number | undefined },
  then: Pick<RegisteredFigure, 'base' | 'value'>,
  policy: Policy,
): boolean => {
  const few = (a: number | undefined, b: number | undefined, least: number) =>
    a !== undefined && b !== undefined && a !== b && Math.abs(a - b) < least
  return (
    few(now.base, then.base, policy.leastBase) ||
    (then.base === undefined && few(now.count, then.value, policy.leastCount))
  )
}

export const textsOf = (one: Publication) => {
  const byText = new Map<string, RegisteredFigure[]>()
  for (const figure of one.figures)
    for (const text of textsIn(figure)) byText.set(text, [...(byText.get(text) ?? []), figure])
  return byText
}

export const textsIn = ({ asked, subject, counts }: RegisteredFigure): readonly string[] => [
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
