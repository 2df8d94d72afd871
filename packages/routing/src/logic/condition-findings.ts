import type { Finding } from './finding.ts'
import { all, type Formula, negated, some, TRUE } from './formula.ts'
import type { LogicModel, LogicNode } from './logic-model.ts'
import { onWayTo, type Prover } from './prover.ts'
import { rulesOf } from './rules-of.ts'
import type { ProofSolver } from './solver.ts'
import type { Telling } from './teller.ts'
import { answersFrom } from './witness.ts'

type Searching = {
  readonly prover: Prover
  readonly tell: Telling
  readonly unreachable?: ReadonlySet<LogicNode>
  readonly isLate: () => boolean
}

/** Conditions that hold whenever what is around them is shown. */
export const alwaysTrue = (
  model: LogicModel,
  { prover, alone, tell, unreachable, isLate }: Searching & { readonly alone: () => ProofSolver },
): readonly Finding[] => {
  return model.nodes.flatMap((node): readonly Finding[] => {
    if (node.ownRule?.condition === undefined || unreachable?.has(node) === true || isLate())
      return []
    const against: Formula = {
      kind: 'and',
      parts: [node.around, negated(node.own), model.before[node.page] ?? TRUE],
    }
    if (prover.find(against) !== undefined) return []
    const isAlways = alone().solve(negated(node.own)) === undefined
    return [tell.about(node, isAlways ? 'always-true' : 'repeated', {})]
  })
}

/** Questions that are never enabled or never required although a condition says when. */
export const enabling = (
  model: LogicModel,
  { prover, tell, unreachable, isLate }: Searching,
): readonly Finding[] => {
  const byPath = new Map(model.nodes.map((node) => [node.place.path, node]))
  return rulesOf(model.instrument).flatMap((rule): readonly Finding[] => {
    const node = byPath.get(rule.target.path)
    if ((rule.kind !== 'enable' && rule.kind !== 'require') || rule.condition === undefined)
      return []
    if (node === undefined || unreachable?.has(node) === true || isLate()) return []
    const holds = model.formulaOf(rule.condition, rule.target)
    const possible = prover.find({ kind: 'and', parts: [node.shown, holds] })
    if (possible !== undefined) return []
    if (rule.kind === 'require') return [tell.ofRule(rule, 'never-required', {})]
    return [
      tell.ofRule(
        rule,
        node.item?.required === true ? 'required-never-enabled' : 'never-enabled',
        {},
      ),
    ]
  })
}

/** Required questions of which all choices can be hidden at once, and the end that nobody reaches for it. */
export const deadEnds = (
  model: LogicModel,
  { prover, tell, isLate }: Searching,
): readonly Finding[] => {
  const findings: Finding[] = []
  const finishing: Formula[] = []
  for (const node of model.nodes) {
    const { item } = node
    if (item?.required !== true || node.place.kind !== 'item' || node.entry !== undefined) continue
    const choices = model.nodes.filter(
      ({ place, parent }) => place.kind === 'choice' && parent === node,
    )
    const conditional = choices.filter(({ ownRule }) => ownRule !== undefined)
    if (item.choices.length === 0 || conditional.length < item.choices.length || isLate()) continue
    const nothing = all(conditional.map((choice) => negated(choice.own)))
    finishing.push(some([negated(node.shown), negated(nothing)]))
    const assignment = prover.solve({
      kind: 'and',
      parts: [node.shown, nothing, onWayTo(model, node)],
    })
    if (assignment === undefined) continue
    const showing = prover.verifier.witnessFor(answersFrom(model, assignment), 'forward')
    const witness = showing(node)
    if (witness !== undefined && conditional.every((choice) => showing(choice) === undefined))
      findings.push({ ...tell.about(node, 'dead-end', {}), witness })
  }
  const last = model.nodes.at(0)
  if (finishing.length > 0 && last !== undefined && !isLate())
    if (prover.solve(all(finishing)) === undefined)
      findings.push(tell.finding('no-completion', { place: last.place, pointer: '/survey' }))
  return findings
}
