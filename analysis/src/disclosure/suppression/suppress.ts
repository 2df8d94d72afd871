import { type Attacker, openAttack } from './attack.ts'
import { isList, listNeeds, suppressList } from './list.ts'
import { isNarrow, isNetwork, type Need, narrowestOf, needsOf } from './needs.ts'
import { openSolver, programOf, type Rows, type Solver } from './solver.ts'
import type { Cell, System } from './system.ts'

export type Suppression = {
  /** Every cell that readers do not see: secrets, secondary ones, and those that were never to be published. */
  readonly hidden: ReadonlySet<number>
  /** `optimal`: no smaller set would do; `greedy`: the search was too long, more may be hidden than needed. */
  readonly method: 'optimal' | 'greedy'
  /** So many cells beyond the secrets are hidden, and so many had to be at least: the same if `optimal`. */
  readonly further: { readonly hidden: number; readonly atLeast: number }
  /** `withheld`: readers are not told which hidden numbers are small, because that would give one away. */
  readonly reasons: 'told' | 'withheld'
  readonly needs: readonly Need[]
}

/** How long the best solution is looked for, in steps and not in time: the same input gives the same tables. */
export const EFFORT = { rounds: 40, nodes: 1000 } as const

/**
 * Hides as few further cells as possible, so that every value of each secret stays possible for every attacker: cutting
 * planes over the attackers' linear programs. Fewest cells first, then smallest.
 * @see Fischetti & Salazar (2001), Management Science 47, 1008–1027
 */
export const suppress = async (
  given: System,
  effort: { readonly rounds: number; readonly nodes: number } = EFFORT,
): Promise<Suppression> => {
  const told = withSecretsHidden(given)
  const short = isList(told) ? ofList(told) : undefined
  if (short !== undefined) return short
  const solver = await openSolver()
  const first = attempt(solver, told)
  const withheld = isNarrow(told, first.needs) ? withoutReasons(told) : undefined
  const second = withheld && attempt(solver, withheld)
  const quiet = second !== undefined && narrowestOf(second.needs) > narrowestOf(first.needs)
  const { attacker, exact, needs } = quiet ? second : first
  const system = quiet ? (withheld as System) : told
  try {
    const found = cheapest({ solver, system, attacker, exact, needs }, effort)
    return { ...found, needs, reasons: quiet ? 'withheld' : 'told' }
  } finally {
    for (const made of [first, second]) {
      made?.attacker.dispose()
      if (made?.exact !== made?.attacker) made?.exact.dispose()
    }
  }
}

/** Lists need no solver, unless three cells must go with a secret. */
const ofList = (told: System): Suppression | undefined => {
  const first = listNeeds(told)
  const withheld = isNarrow(told, first) ? withoutReasons(told) : undefined
  const second = withheld && listNeeds(withheld)
  const quiet = second !== undefined && narrowestOf(second) > narrowestOf(first)
  const needs = quiet ? second : first
  const hidden = suppressList(quiet ? (withheld as System) : told, needs)
  if (hidden === undefined) return undefined
  const number = hidden.size - told.cells.filter(({ state }) => state === 'hidden').length
  const further = { hidden: number, atLeast: number }
  return { hidden, needs, method: 'optimal', further, reasons: quiet ? 'withheld' : 'told' }
}

/** A secret is hidden whatever else happens. */
const withSecretsHidden = ({ cells, sums }: System): System => ({
  cells: cells.map((cell) => (cell.secret ? { ...cell, state: 'hidden' as const } : cell)),
  sums,
})

/** As it looks to readers who are told only that numbers are hidden. */
const withoutReasons = ({ cells, sums }: System): System => ({
  cells: cells.map((cell) => ({ ...cell, bounds: [0, Number.POSITIVE_INFINITY] as const })),
  sums,
})

/** Systems beyond this many cells are attacked with real numbers only: whole ones would take minutes. */
const MOST_EXACT = 30

/** `exact` attacks with whole numbers, where that could find more than `attacker`. */
const attempt = (solver: Solver, system: System) => {
  const attacker = openAttack(solver, system)
  const isLong = system.cells.length > MOST_EXACT
  const exact = isLong || isNetwork(system) ? attacker : openAttack(solver, system, 'integer')
  return { attacker, exact, needs: needsOf(system, exact) }
}

type Search = {
  readonly solver: Solver
  readonly system: System
  readonly attacker: Attacker
  readonly exact: Attacker
  readonly needs: readonly Need[]
}
/** Of the cells named, so many must be hidden that their coefficients reach `least`. */
type Cut = { readonly of: ReadonlyMap<number, number>; readonly least: number }

/** Larger systems that are no network are hardly searched: what is hidden is safe, and seldom more than the fewest by much. */
const MOST_SEARCHED = 110

const cheapest = (search: Search, effort: { readonly rounds: number; readonly nodes: number }) => {
  const { cells } = search.system
  const cost = costsOf(cells)
  const always = new Set(cells.flatMap(({ state }, i) => (state === 'hidden' ? [i] : [])))
  const priceOf = (hidden: ReadonlySet<number>) =>
    [...hidden].reduce((sum, i) => sum + (always.has(i) ? 0 : cost(i)), 0)
  const cuts: Cut[] = []
  let atLeast = 0
  let best: ReadonlySet<number> | undefined
  const found = (hidden: ReadonlySet<number>, isFewest: boolean) => {
    const number = hidden.size - always.size
    const further = { hidden: number, atLeast: isFewest ? number : Math.min(atLeast, number) }
    return { hidden, method: isFewest ? ('optimal' as const) : ('greedy' as const), further }
  }
  let start: ReadonlySet<number> = always
  const isShort = cells.length <= MOST_SEARCHED || isNetwork(search.system)
  const rounds = isShort ? effort.rounds : Math.min(effort.rounds, 3)
  for (let round = 0; round < rounds; round++) {
    const broken = cutsFor(search, start)
    if (broken.length === 0) return found(start, true)
    cuts.push(...broken)
    const complete = completed(search, { start, always })
    if (best === undefined || priceOf(complete) < priceOf(best)) best = complete
    const chosen = choose(search, cuts, effort.nodes)
    if (chosen === undefined) break
    atLeast = Math.max(atLeast, chosen.fewest)
    if (best.size - always.size <= atLeast) return found(best, true)
    start = new Set([...always, ...chosen.places])
  }
  return found(best ?? completed(search, { start: always, always }), false)
}

/** A cut for every need that is not met with these cells hidden. */
const cutsFor = (search: Search, hidden: ReadonlySet<number>): readonly Cut[] => {
  const { attacker, exact, needs, system } = search
  attacker.hide((i) => hidden.has(i))
  const cuts = new Map<string, Cut>()
  for (const need of needs)
    for (const direction of ['lowest', 'highest'] as const) {
      const cut = cutFor(search, { need, direction, hidden })
      if (cut !== undefined) cuts.set(JSON.stringify([...cut.of, cut.least]), cut)
    }
  if (cuts.size > 0 || exact === attacker) return [...cuts.values()]
  exact.hide((i) => hidden.has(i))
  const isBroken = needs.some(({ cell, target, knows }) => {
    const [low, high] = exact.range(cell, knows)
    return low > target[0] || high < target[1]
  })
  return isBroken ? [oneMore(system, hidden)] : []
}

const SMALL = 1e-7

const cutFor = (
  { system: { cells }, attacker }: Search,
  {
    need: { cell, target, knows },
    direction,
    hidden,
  }: {
    readonly need: Need
    readonly direction: 'lowest' | 'highest'
    readonly hidden: ReadonlySet<number>
  },
): Cut | undefined => {
  const { value } = cells[cell] as Cell
  const needed = direction === 'highest' ? target[1] - value : value - target[0]
  if (needed <= 0) return undefined
  const level = direction === 'highest' ? target[1] : target[0]
  if (attacker.hasMet(cell, level, direction, knows)) return undefined
  const { bound, reducedCosts } = attacker.bound(cell, direction, knows)
  if (Math.abs(bound - value) >= needed - SMALL) return undefined
  const of = new Map<number, number>()
  let least = needed
  cells.forEach(({ value: own, bounds, state }, i) => {
    const price = reducedCosts[i] ?? 0
    if (i === knows || state === 'known' || Math.abs(price) < SMALL) return
    const reach = price < 0 ? Math.max(0, bounds[1] - own) : Math.max(0, own - bounds[0])
    if (state === 'hidden') least -= Math.abs(price) * reach
    else if (reach > 0) of.set(i, Math.abs(price) * reach)
  })
  const clipped = new Map([...of].map(([i, weight]) => [i, Math.min(weight, least)]))
  const reached = [...clipped].reduce((sum, [i, weight]) => sum + (hidden.has(i) ? weight : 0), 0)
  return least > SMALL && reached < least - SMALL
    ? { of: clipped, least }
    : oneMore({ cells, sums: [] }, hidden)
}

/** At least one more cell than these, if there is one. */
const oneMore = ({ cells }: System, hidden: ReadonlySet<number>): Cut => ({
  of: new Map(
    cells.flatMap(({ state }, i) => (state === 'shown' && !hidden.has(i) ? [[i, 1] as const] : [])),
  ),
  least: 1,
})

/** Cells that obey all cuts, and the fewest that could; undefined if the search was too long. */
const choose = (
  { solver, system: { cells } }: Search,
  cuts: readonly Cut[],
  nodes: number,
): { readonly places: readonly number[]; readonly fewest: number } | undefined => {
  const candidates = [...new Set(cuts.flatMap(({ of }) => [...of.keys()]))].sort((a, b) => a - b)
  const at = new Map(candidates.map((place, i) => [place, i]))
  const cost = costsOf(cells)
  const rows: Rows = cuts.map(({ of, least }) => ({
    of: [...of].map(([place, weight]) => [at.get(place) as number, weight] as const),
    least,
    most: solver.infinity,
  }))
  const columns = candidates.map((place) => ({ least: 0, most: 1, cost: cost(place) }))
  return solver.withModel(programOf(columns, rows, 'integer'), (model) => {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_max_nodes: nodes,
      mip_abs_gap: LOSS,
    })
    model.run()
    if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return undefined
    const { colValue } = model.getSolution()
    return {
      places: candidates.filter((_, i) => (colValue[i] as number) > 0.5),
      fewest: Math.ceil(Number(model.info.get('mip_dual_bound')) - LOSS - SMALL),
    }
  })
}

/** Most that respondents lost with all cells together can add to the price of a solution; a cell costs one. */
const LOSS = 0.2

const costsOf = (cells: readonly Cell[]) => {
  const all = cells.reduce((sum, { value, state }) => sum + (state === 'shown' ? value : 0), 1)
  return (place: number) => 1 + (LOSS * (cells[place] as Cell).value) / all
}

/** Hides the most helpful cell of each broken cut, then shows again whatever is not needed. Always safe. */
const completed = (
  search: Search,
  { start, always }: { readonly start: ReadonlySet<number>; readonly always: ReadonlySet<number> },
): ReadonlySet<number> => {
  const cost = costsOf(search.system.cells)
  const hidden = new Set(start)
  for (;;) {
    const [cut] = cutsFor(search, hidden)
    if (cut === undefined) break
    const [most] = [...cut.of]
      .filter(([i]) => !hidden.has(i))
      .sort(([i, a], [j, b]) => b / cost(j) - a / cost(i) || i - j)
    if (most === undefined)
      throw new Error('a table cannot be protected though all of it was hidden')
    hidden.add(most[0])
  }
  const added = [...hidden].filter((i) => !always.has(i)).sort((a, b) => cost(b) - cost(a) || a - b)
  for (const place of added) {
    hidden.delete(place)
    if (cutsFor(search, hidden).length > 0) hidden.add(place)
  }
  return hidden
}
