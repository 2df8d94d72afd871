import { programOf, type Solver } from './solver.ts'
import type { Range, System } from './system.ts'

/** What an attacker finds out about one cell, and the price of each unit that another cell may move (for cuts). */
export type Found = { readonly bound: number; readonly reducedCosts: Float64Array }

/** An attacker who knows all sums, all shown cells and the bounds of the hidden ones; may know one hidden cell more. */
export type Attacker = {
  /** The highest or lowest value of a cell that fits all that is known. */
  readonly bound: (cell: number, direction: 'highest' | 'lowest', knows?: number) => Found
  readonly range: (cell: number, knows?: number) => Range
  /** Whether an attack since has met a table that fits all that is known and in which the cell goes as far as `level`. */
  readonly hasMet: (
    cell: number,
    level: number,
    direction: 'highest' | 'lowest',
    knows?: number,
  ) => boolean
  /** Hides or shows cells for the attacks that follow. */
  readonly hide: (isHidden: (cell: number) => boolean) => void
  readonly dispose: () => void
}

const CLOSE = 1e-6
/** Tables kept in mind, so that most attacks need no new program. */
const MOST_MET = 4000

/**
 * Attacks a system by linear programming (`real`) or by integer programming, where only whole numbers of respondents count.
 * @see Fischetti & Salazar (2001), Management Science 47, 1008–1027, on the attacker's subproblem
 */
export const openAttack = (
  solver: Solver,
  { cells, sums }: System,
  numbers: 'integer' | 'real' = 'real',
): Attacker => {
  const model = solver.createModel(
    programOf(
      cells.map(({ value }) => ({ least: value, most: value, cost: 0 })),
      sums.map(({ whole, parts }) => ({
        of: [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)],
        least: 0,
        most: 0,
      })),
      numbers,
    ),
  )
  model.options.set({ output_flag: false, random_seed: 0 })
  if (numbers === 'integer') model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.5 })
  const boundsOf = (i: number, hidden: boolean): Range => {
    const cell = cells[i]
    if (cell === undefined || !hidden) return [cell?.value ?? 0, cell?.value ?? 0]
    return [
      Math.min(cell.value, cell.bounds[0]),
      Number.isFinite(cell.bounds[1]) ? Math.max(cell.value, cell.bounds[1]) : solver.infinity,
    ]
  }
  let hidden = cells.map(() => false)
  let met: Float64Array[] = []
  const bound: Attacker['bound'] = (cell, direction, knows) => {
    const value = (place: number) => cells[place]?.value as number
    const sign = direction === 'highest' ? -1 : 1
    if (knows !== undefined) model.changeColBounds(knows, value(knows), value(knows))
    model.changeColCost(cell, sign)
    model.run()
    const status = model.getModelStatus()
    const { unbounded, unboundedOrInfeasible, optimal } = solver.constants.modelStatus
    const solution = model.getSolution()
    model.changeColCost(cell, 0)
    if (knows !== undefined)
      model.changeColBounds(knows, ...boundsOf(knows, hidden[knows] === true))
    if (status === unbounded || status === unboundedOrInfeasible)
      return { bound: -sign * Number.POSITIVE_INFINITY, reducedCosts: new Float64Array() }
    if (status !== optimal) throw new Error(`the attack on a table ended with status ${status}`)
    const found = solution.colValue[cell] as number
    if (met.length < MOST_MET) met.push(solution.colValue)
    return { bound: Math.round(found * 1e6) / 1e6 + 0, reducedCosts: solution.colDual }
  }
  return {
    bound,
    range: (cell, knows) => [
      bound(cell, 'lowest', knows).bound,
      bound(cell, 'highest', knows).bound,
    ],
    hasMet: (cell, level, direction, knows) =>
      met.some((table) => {
        const value = table[cell] as number
        if (direction === 'highest' ? value < level - CLOSE : value > level + CLOSE) return false
        return (
          knows === undefined ||
          Math.abs((table[knows] as number) - (cells[knows]?.value ?? 0)) < CLOSE
        )
      }),
    hide: (isHidden) => {
      cells.forEach(({ value }, i) => {
        const now = isHidden(i)
        if (now === hidden[i]) return
        model.changeColBounds(i, ...boundsOf(i, now))
        if (!now) met = met.filter((table) => Math.abs((table[i] as number) - value) < CLOSE)
      })
      hidden = cells.map((_, i) => isHidden(i))
    },
    dispose: () => model.dispose(),
  }
}
