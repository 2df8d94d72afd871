import type { Attacker } from './attack.ts'
import type { Cell, Range, Sum, System } from './system.ts'

/** What must stay possible of one cell for one attacker: everybody, or the one person of a cell that counts one. */
export type Need = {
  readonly cell: number
  readonly target: Range
  /** The hidden cell that this attacker knows, because it is them alone. */
  readonly knows?: number | undefined
}

/**
 * What every secret needs: all its values, as far as they stay possible when all is hidden that can be. Someone who is
 * alone in a cell knows that cell.
 */
export const needsOf = ({ cells }: System, attacker: Attacker): readonly Need[] => {
  attacker.hide((i) => (cells[i] as Cell).state !== 'known')
  const secrets = cells.flatMap(({ secret }, cell) => (secret ? [{ cell, secret }] : []))
  const alone = cells.flatMap(({ value, state }, i) =>
    value === 1 && state !== 'known' ? [i] : [],
  )
  const need = (cell: number, secret: Range, knows?: number): Need[] => {
    const limit = (direction: 'lowest' | 'highest', wanted: number) =>
      attacker.hasMet(cell, wanted, direction, knows)
        ? wanted
        : attacker.bound(cell, direction, knows).bound
    const target: Range = [
      Math.max(secret[0], limit('lowest', secret[0])),
      Math.min(secret[1], limit('highest', secret[1])),
    ]
    return [{ cell, target, ...(knows === undefined ? {} : { knows }) }]
  }
  return secrets.flatMap(({ cell, secret }) => [
    ...need(cell, secret),
    ...alone
      .filter((knows) => knows !== cell && isPerson(cells[knows] as Cell))
      .flatMap((knows) => need(cell, secret, knows)),
  ])
}

/** Whether somebody in the cell knows that it is theirs: unpublished remainders have no name to know them by. */
const isPerson = ({ secret }: Cell) => secret !== undefined

/** Whether some value of a secret is ruled out by what must be published anyway. */
export const isNarrow = ({ cells }: System, needs: readonly Need[]): boolean =>
  needs.some(({ cell, target, knows }) => {
    const secret = (cells[cell] as Cell).secret as Range
    return knows === undefined && (target[0] > secret[0] || target[1] < secret[1])
  })

/** Width of the narrowest target. */
export const narrowestOf = (needs: readonly Need[]): number =>
  Math.min(...needs.map(({ target: [low, high] }) => high - low))

/**
 * Whether the sums form a network, as in a table of two dimensions or a list: then a bound by linear programming is a
 * whole number anyway, and real and integer attack find the same.
 */
export const isNetwork = ({ cells, sums }: System): boolean => {
  const seen: { readonly sum: number; readonly sign: number }[][] = cells.map(() => [])
  sums.forEach(({ whole, parts }: Sum, sum) => {
    seen[whole]?.push({ sum, sign: -1 })
    for (const part of parts) seen[part]?.push({ sum, sign: 1 })
  })
  if (seen.some((places) => places.length > 2)) return false
  const flips = new Map<number, number>()
  for (let start = 0; start < sums.length; start++) {
    if (flips.has(start)) continue
    flips.set(start, 1)
    for (const queue = [start]; queue.length > 0; ) {
      const at = queue.pop() as number
      for (const [first, second] of seen) {
        if (first === undefined || second === undefined) continue
        for (const [here, there] of [
          [first, second],
          [second, first],
        ] as const) {
          if (here.sum !== at) continue
          const flip = -(flips.get(at) as number) * here.sign * there.sign
          const known = flips.get(there.sum)
          if (known === undefined) {
            flips.set(there.sum, flip)
            queue.push(there.sum)
          } else if (known !== flip) return false
        }
      }
    }
  }
  return true
}
