import type { Finding } from './finding.ts'
import { all, TRUE } from './formula.ts'
import type { LogicModel, LogicNode } from './logic-model.ts'
import type { ProofSolver } from './solver.ts'
import type { Telling } from './teller.ts'

/** Why nobody gets somewhere. */
export const whyUnreachable = (
  node: LogicNode,
  {
    model,
    alone,
    tell,
    unreachable,
  }: {
    readonly model: LogicModel
    readonly alone: () => ProofSolver
    readonly tell: Telling
    readonly unreachable: ReadonlySet<LogicNode>
  },
): Finding => {
  if (node.own !== TRUE && node.ownRule !== undefined && alone().solve(node.own) === undefined)
    return tell.about(node, 'contradiction', {})
  for (let above = node.parent; above !== undefined; above = above.parent)
    if (above.own !== TRUE && alone().solve(all([node.own, above.own])) === undefined)
      return tell.about(node, 'excluded', { other: above.place.name })
  const hidden = [...model.keysIn(node.own)].flatMap((key) => {
    const owners = model.nodesOf.get(key) ?? []
    return owners.length > 0 && owners.every((owner) => unreachable.has(owner))
      ? owners.slice(0, 1).map(({ place }) => place.name)
      : []
  })
  const because =
    hidden.length > 0
      ? hidden
      : [...model.keysIn(node.own)].flatMap((key) => model.nodesOf.get(key)?.[0]?.place.name ?? [])
  return tell.about(node, 'unreachable', { because: [...new Set(because)] })
}
