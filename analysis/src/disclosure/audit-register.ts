import type { Result } from '../result.ts'
import type { Audit, Leak, PublishedResults } from './audit.ts'
import { familyBlocks, tableBlocks } from './blocks.ts'
import { type Counted, collect } from './collect.ts'
import { isClose, textsIn, textsOf } from './differencing.ts'
import type { EarlierFigure } from './earlier.ts'
import { jointSystem, type Told } from './joint-system.ts'
import type { Policy } from './policy.ts'
import type { Publication } from './register.ts'
import { type Columns, type SubjectFigure, subjectBlocks } from './subject-blocks.ts'
import { openAttack } from './suppression/attack.ts'
import { openSolver } from './suppression/solver.ts'
import { separate } from './suppression/system.ts'
import { knowledgeOf, type Verdict } from './verdicts.ts'

/** Numbers of two publications on different data that differ by so few respondents that these are told. */
export const closePublications = (
  publications: readonly Publication[],
  policy: Policy,
): readonly Leak[] =>
  publications.flatMap((later, i) =>
    publications.slice(0, i).flatMap((earlier) => {
      if (earlier.data === later.data) return []
      const known = textsOf(earlier)
      return later.figures
        .filter(({ told }) => told)
        .flatMap((figure): Leak[] => {
          const close = textsIn(figure)
            .flatMap((text) => known.get(text) ?? [])
            .find(
              (then) =>
                then.told && isClose({ base: figure.base, count: figure.value }, then, policy),
            )
          const [now, then] = [figure.base ?? figure.value, close?.base ?? close?.value]
          return close === undefined || now === undefined || then === undefined
            ? []
            : [
                {
                  counts: figure.place,
                  places: [`${later.plan}: ${figure.place}`, `${earlier.plan}: ${close.place}`],
                  possible: [Math.abs(now - then), Math.abs(now - then)],
                  how: 'two publications on different data differ by so few respondents',
                },
              ]
        })
    }),
  )

/**
 * Attacks everything that was published of the same data together: this folder and all that the register knows. Readers have
 * what is printed; what is small is known from the data alone.
 */
export const attackTogether = async (
  results: readonly Result[],
  {
    printed,
    earlier,
    data,
    policy,
  }: {
    readonly printed: PublishedResults
    readonly earlier: readonly EarlierFigure[]
    readonly data: Columns
    readonly policy: Policy
  },
): Promise<Audit> => {
  const verdicts = new Map<string, Verdict>()
  const counted = new Map<string, Counted>()
  const figures: SubjectFigure[] = []
  for (const result of results) collect(result, { policy }, { verdicts, counted, figures })
  const shown = shownIn(printed)
  const past = new Map(earlier.map((figure) => [figure.place, figure]))
  const toldOf = (place: string): Told => {
    const before = past.get(place)
    if (before?.told ?? shown.has(place)) return { told: 'yes' }
    const count = before?.count ?? counted.get(place)?.count ?? 0
    const own = verdicts.get(place) ?? 'secondary'
    const isFew = count > 0 && count < policy.leastCount
    const verdict = before === undefined && own !== 'shown' ? own : isFew ? 'few' : 'secondary'
    return { told: 'no', knows: knowledgeOf(verdict, counted.get(place) ?? { count }, policy) }
  }
  const blocks = [
    ...results.flatMap((result) => [...familyBlocks(result), ...tableBlocks(result)]),
    ...subjectBlocks([...earlier, ...figures], data),
  ]
  const joint = jointSystem(blocks, toldOf, policy)
  const leaks: Leak[] = []
  let attacked = 0
  for (const part of separate(joint)) {
    const secrets = part.cells.flatMap(({ secret, state }, i) =>
      secret && state === 'hidden' ? [i] : [],
    )
    if (secrets.length === 0) continue
    const attacker = openAttack(await openSolver(), part)
    try {
      attacker.hide((i) => part.cells[i]?.state === 'hidden')
      for (const i of secrets) {
        const [low, high] = attacker.range(i)
        attacked += 1
        if (high - low >= 1) continue
        const place = part.places[i] as number
        leaks.push({
          counts: joint.cells[place]?.key ?? '',
          places: joint.places[place] ?? [],
          possible: [Math.ceil(low - 1e-6), Math.floor(high + 1e-6)],
          how: 'it can be calculated exactly from everything published of these data',
        })
      }
    } finally {
      attacker.dispose()
    }
  }
  return { attacked, leaks }
}

/** Places of a folder at which a number stands. */
const shownIn = ({ analyses }: PublishedResults): ReadonlySet<string> => {
  const places = new Set<string>()
  for (const { id, estimates, tables = {} } of analyses) {
    for (const [name, value] of Object.entries(estimates))
      if (typeof value === 'number') places.add(`${id} ${name}`)
    for (const [name, table] of Object.entries(tables)) {
      const { cells } = table as { readonly cells?: readonly (readonly unknown[])[] }
      cells?.forEach((line, row) => {
        line.forEach((value, column) => {
          if (typeof value === 'number') places.add(`${id} ${name} ${row},${column}`)
        })
      })
    }
  }
  return places
}
