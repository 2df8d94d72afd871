import { type Formula, holdsIn, TRUE } from './formula.ts'
import type { LogicModel, LogicNode } from './logic-model.ts'
import { type Assignment, makeSolver, type ProofSolver } from './solver.ts'
import { makeVerifier } from './witness.ts'

/** Solves a questionnaire under its own laws. */
export type Prover = {
  readonly solve: (formula: Formula) => Assignment | undefined
  /** The first of the answers found so far for which a formula holds, or else new ones. */
  readonly find: (formula: Formula) => Assignment | undefined
  readonly verifier: ReturnType<typeof makeVerifier>
}

/** The solver with a questionnaire's laws, and the answers it has found already. */
export const makeProver = (model: LogicModel): Prover => {
  const solver: ProofSolver = makeSolver(model.domains)
  for (const law of model.laws) solver.require(law)
  const found: Assignment[] = []
  const solve = (formula: Formula) => {
    const assignment = solver.solve(formula)
    if (assignment !== undefined) found.push(assignment)
    return assignment
  }
  return {
    solve,
    find: (formula) => found.find((known) => holdsIn(formula, known)) ?? solve(formula),
    verifier: makeVerifier(model.instrument),
  }
}

/** What must hold for somebody to stand before a node without ever having gone back. */
export const onWayTo = (model: LogicModel, node: LogicNode): Formula => ({
  kind: 'and',
  parts: [model.forward, model.before[node.page] ?? TRUE],
})
