import type { Instrument } from '@echolot/instrument'
import { alwaysTrue, deadEnds, enabling } from './condition-findings.ts'
import type { Finding, Proof, Undecided } from './finding.ts'
import { logicModelOf } from './logic-model.ts'
import { makeProver } from './prover.ts'
import { isHiddenOnPurpose, reachAll } from './reach-all.ts'
import { makeSolver } from './solver.ts'
import { staticFindings } from './static-findings.ts'
import { pointerOf, tellerFor } from './teller.ts'
import { whyUnreachable } from './unreachable-findings.ts'

export type ProofOptions = {
  /** Milliseconds after which the rest is left undecided. Default 10 000. */
  readonly limit?: number
}

const DEFAULT_LIMIT = 10_000

/**
 * Proves for all answers at once what can be reached in a questionnaire and which conditions mean nothing, contradict
 * each other or speak of what is not there. "Unreachable" is a proof: no answers show it. "Reached" comes with answers
 * that do, run through survey-core's own conditions. What cannot be decided is said to be undecided.
 */
export const proveInstrument = (
  instrument: Instrument,
  { limit = DEFAULT_LIMIT }: ProofOptions = {},
): Proof => {
  const ends = performance.now() + limit
  const model = logicModelOf(instrument)
  const prover = makeProver(model)
  const isLate = () => performance.now() > ends
  const alone = onceMade(() => makeSolver(model.domains))
  const tell = tellerFor(instrument)
  const findings: Finding[] = [...staticFindings(model, tell)]
  const undecided: Undecided[] = []
  const reach = reachAll(model, prover, isLate)
  const unreachable = new Set(reach.unreachable)
  for (const node of reach.unreachable)
    if ((node.parent === undefined || !reach.lost.has(node.parent)) && !isHiddenOnPurpose(node))
      findings.push(whyUnreachable(node, { model, alone, tell, unreachable }))
  for (const { node, witness } of reach.goingBack)
    findings.push({ ...tell.about(node, 'only-after-going-back', {}), witness })
  for (const { node, reason } of reach.undecided)
    undecided.push({
      pointer: pointerOf(node),
      kind: node.place.kind,
      name: node.place.name,
      reason,
    })
  if (!isLate()) {
    findings.push(...alwaysTrue(model, { prover, alone, tell, unreachable, isLate }))
    findings.push(...enabling(model, { prover, tell, unreachable, isLate }))
    findings.push(...deadEnds(model, { prover, tell, isLate }))
  }
  return {
    findings,
    reached: [...reach.witnesses].map(([node, witness]) => ({
      pointer: pointerOf(node),
      kind: node.place.kind,
      name: node.place.name,
      witness,
    })),
    undecided,
  }
}

/** A solver without the questionnaire's laws, which takes 64 MB, is only made when somebody asks. */
const onceMade = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}
