import { isSet } from './domains.ts'
import { all, type Formula, holdsIn, negated, some, TRUE } from './formula.ts'
import type { LogicModel, LogicNode } from './logic-model.ts'
import { onWayTo, type Prover } from './prover.ts'
import type { Assignment } from './solver.ts'
import { answersFrom, type Witness } from './witness.ts'

/** Questions that are tried together. */
const STRETCH = 32

/** What can be reached, with answers that lead there, and what cannot. */
export const reachAll = (model: LogicModel, prover: Prover, isLate: () => boolean) => {
  const witnesses = new Map<LogicNode, Witness>()
  const unreachable: LogicNode[] = []
  const goingBack: { readonly node: LogicNode; readonly witness: Witness }[] = []
  const undecided: { readonly node: LogicNode; readonly reason: 'time' | 'open' }[] = []
  const lost = new Set<LogicNode>()
  const markAll = (assignment: Assignment) => {
    const showing = prover.verifier.witnessFor(answersFrom(model, assignment), 'forward')
    const gets = model.before.map((before) => holdsIn(before, assignment))
    for (const node of model.nodes) {
      if (witnesses.has(node) || gets[node.page] === false) continue
      const witness = showing(node)
      if (witness !== undefined) witnesses.set(node, witness)
    }
  }
  /** Many at once first: answers that show a whole stretch of the form spare a search for each of its questions. */
  const reachTogether = (nodes: readonly LogicNode[]): void => {
    const left = nodes.filter((node) => !witnesses.has(node))
    if (left.length < 2 || isLate()) return
    const parts = left.flatMap((node) => [
      model.displayed.get(node) ?? node.shown,
      onWayTo(model, node),
    ])
    const assignment = prover.solve({ kind: 'and', parts })
    if (assignment !== undefined) {
      markAll(assignment)
      return
    }
    const half = Math.ceil(left.length / 2)
    reachTogether(left.slice(0, half))
    reachTogether(left.slice(half))
  }
  for (let from = 0; from < model.nodes.length; from += STRETCH)
    reachTogether(model.nodes.slice(from, from + STRETCH))
  for (const node of model.nodes) {
    if (witnesses.has(node)) continue
    if (node.parent !== undefined && lost.has(node.parent)) {
      lost.add(node)
      unreachable.push(node)
      continue
    }
    if (isLate()) {
      undecided.push({ node, reason: 'time' })
      continue
    }
    const displayed = model.displayed.get(node) ?? node.shown
    const wanted = { kind: 'and' as const, parts: [displayed, onWayTo(model, node)] }
    const assignment = prover.solve(wanted)
    if (assignment !== undefined) {
      markAll(assignment)
      if (
        !witnesses.has(node) &&
        !retried(node, { wanted, assignment, model, prover, markAll, witnesses })
      )
        undecided.push({ node, reason: 'open' })
      continue
    }
    const back = model.forward === TRUE ? undefined : prover.solve(displayed)
    if (back === undefined) {
      if (hasNothingToShow(node, model)) continue
      if (prover.solve(node.shown) === undefined) lost.add(node)
      unreachable.push(node)
      continue
    }
    const witness = prover.verifier.witnessFor(answersFrom(model, back), 'back')(node)
    if (witness === undefined) undecided.push({ node, reason: 'open' })
    else goingBack.push({ node, witness })
  }
  return { witnesses, unreachable, lost, goingBack, undecided }
}

/** `visible: false` without a condition: the author hid it, triggers or scripts may show it. */
export const isHiddenOnPurpose = ({ place }: LogicNode): boolean =>
  place.json.visible === false && typeof place.json.visibleIf !== 'string'

/** A page or panel without anything on it is never displayed, and nobody misses it. */
const hasNothingToShow = (node: LogicNode, model: LogicModel): boolean =>
  (node.place.kind === 'page' || node.place.kind === 'panel') &&
  !model.nodes.some(({ parent }) => parent === node)

/** Other answers for the same thing, each unlike those before in what it hangs on. */
const retried = (
  node: LogicNode,
  {
    wanted,
    assignment,
    model,
    prover,
    markAll,
    witnesses,
  }: {
    readonly wanted: Formula
    readonly assignment: Assignment
    readonly model: LogicModel
    readonly prover: Prover
    readonly markAll: (assignment: Assignment) => void
    readonly witnesses: ReadonlyMap<LogicNode, Witness>
  },
): boolean => {
  let formula = wanted
  let last = assignment
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const other = unlike(node.shown, last, model)
    if (other === undefined) return false
    formula = { kind: 'and', parts: [formula, other] }
    const next = prover.solve(formula)
    if (next === undefined) return false
    markAll(next)
    if (witnesses.has(node)) return true
    last = next
  }
  return false
}

const ATTEMPTS = 6

const unlike = (
  formula: Formula,
  assignment: Assignment,
  model: LogicModel,
): Formula | undefined => {
  const others = [...model.keysIn(formula)].map((key): Formula => {
    const domain = model.domains.get(key)
    if (domain !== undefined && isSet(domain)) {
      const picked = assignment.picked(key)
      return negated(
        all(
          domain.values.map((_, choice): Formula => {
            const pick: Formula = { kind: 'picked', key, choice }
            return picked.includes(choice) ? pick : negated(pick)
          }),
        ),
      )
    }
    return negated({ kind: 'among', key, values: [assignment.value(key)] })
  })
  return others.length === 0 ? undefined : some(others)
}
