import type { Instrument } from '@echolot/instrument'
import type { Answers } from '../route.ts'
import { simulator } from '../simulate.ts'
import type { Condition } from './condition.ts'
import { all, type Formula, isOpen, negated, TRUE } from './formula.ts'
import { type LogicModel, type LogicNode, logicModelOf } from './logic-model.ts'
import { parseCondition } from './parse-condition.ts'
import { makeProver, onWayTo, type Prover } from './prover.ts'
import { rulesOf } from './rules-of.ts'
import { answersFrom, type Way, type Witness } from './witness.ts'

/** What a researcher says must be so, in the study's own terms. */
export type Assertion = {
  readonly name: string
  /** Condition under which it must be so; always, if left out. */
  readonly when?: string
  /** Names (or pointers into the survey) of items, panels or pages. `required`: must be answered wherever it is shown. */
  readonly expect: {
    readonly shown?: string | readonly string[]
    readonly hidden?: string | readonly string[]
    readonly required?: string | readonly string[]
    readonly optional?: string | readonly string[]
  }
}

/** What became of an assertion. */
export type AssertionVerdict = {
  readonly name: string
  /**
   * `proved` for all answers; `refuted` by the witness; `not-refuted` in so many runs, because it hangs on something
   * nobody can compute beforehand; `idle`: its condition never holds; `unreadable`: it names nothing that exists.
   */
  readonly verdict: 'proved' | 'refuted' | 'not-refuted' | 'idle' | 'unreadable'
  /** Answers that show the contrary, and their way. */
  readonly witness?: Witness
  /** What the witness contradicts, e.g. `hidden: emp_hours_act`; for an unreadable one the part that is. */
  readonly about?: string
  readonly runs?: number
  readonly seed?: number
}

export type AssertionOptions = {
  /** Simulated respondents where nothing can be proved. Default 500. */
  readonly n?: number
  readonly seed?: number
  readonly context?: Answers
}

/** One thing an assertion demands, and the formula that would contradict it. */
type Demand = {
  readonly about: string
  readonly node: LogicNode
  readonly against: Formula
  readonly isBroken: (way: Way) => boolean
}

/** Decides assertions for all answers at once; each refutation is an answered questionnaire that was walked through. */
export const assertionsHold = (
  instrument: Instrument,
  assertions: readonly Assertion[],
  { n = 500, seed = 1, context = {} }: AssertionOptions = {},
): readonly AssertionVerdict[] => {
  const read = assertions.map((assertion) => ({
    assertion,
    condition:
      assertion.when === undefined || assertion.when.trim() === ''
        ? undefined
        : parseCondition(assertion.when),
  }))
  const model = logicModelOf(
    instrument,
    read.flatMap(({ condition }) => condition?.condition ?? []),
  )
  const prover = makeProver(model)
  return read.map(({ assertion, condition }): AssertionVerdict => {
    const { name } = assertion
    if (condition !== undefined && condition.condition === undefined)
      return { name, verdict: 'unreadable', about: assertion.when ?? '' }
    const demands = demandsOf(assertion, model)
    const unknown = demands.find((demand) => typeof demand === 'string')
    if (typeof unknown === 'string') return { name, verdict: 'unreadable', about: unknown }
    return decide(assertion, {
      when: condition?.condition,
      demands: demands.filter((demand) => typeof demand !== 'string'),
      model,
      prover,
      simulation: { n, seed, context },
    })
  })
}

const decide = (
  { name, when: text }: Assertion,
  {
    when,
    demands,
    model,
    prover,
    simulation,
  }: {
    readonly when: Condition | undefined
    readonly demands: readonly Demand[]
    readonly model: LogicModel
    readonly prover: Prover
    readonly simulation: { readonly n: number; readonly seed: number; readonly context: Answers }
  },
): AssertionVerdict => {
  const survey = model.nodes[0]?.place
  const premise = when === undefined || survey === undefined ? TRUE : model.formulaOf(when, survey)
  if (prover.find(premise) === undefined) return { name, verdict: 'idle' }
  const holds = (way: Way) => text === undefined || text.trim() === '' || way.holds(text)
  let undecided = false
  for (const { about, node, against, isBroken } of demands) {
    const assignment = prover.solve(all([premise, against, onWayTo(model, node)]))
    if (assignment === undefined) continue
    const way = prover.verifier
      .waysFor(answersFrom(model, assignment), 'forward')
      .find((one) => holds(one) && isBroken(one))
    if (way !== undefined) return { name, verdict: 'refuted', witness: way.witness, about }
    undecided = true
  }
  if (!undecided) return { name, verdict: 'proved' }
  const { n, seed, context } = simulation
  const one = simulator(model.instrument, { seed, context, nonResponse: 0.2 })
  for (let index = 0; index < n; index++)
    for (const way of prover.verifier.waysFor({ answers: one(index).answers, context }, 'forward'))
      for (const { about, isBroken } of demands)
        if (holds(way) && isBroken(way))
          return { name, verdict: 'refuted', witness: way.witness, about }
  return { name, verdict: 'not-refuted', runs: n, seed }
}

const demandsOf = ({ expect }: Assertion, model: LogicModel): readonly (Demand | string)[] => {
  const namesIn = (names: string | readonly string[] | undefined) =>
    names === undefined ? [] : typeof names === 'string' ? [names] : names
  const demand = (
    word: keyof Assertion['expect'],
    make: (node: LogicNode) => Omit<Demand, 'about' | 'node'>,
  ) =>
    namesIn(expect[word]).map((name): Demand | string => {
      const node = nodeNamed(name, model)
      return node === undefined ? name : { about: `${word}: ${name}`, node, ...make(node) }
    })
  const displayed = (node: LogicNode) => model.displayed.get(node) ?? node.shown
  return [
    ...demand('shown', (node) => ({
      against: negated(displayed(node)),
      isBroken: (way) => !way.shows(node),
    })),
    ...demand('hidden', (node) => ({
      against: displayed(node),
      isBroken: (way) => way.shows(node),
    })),
    ...demand('required', (node) => {
      const { formula, holds } = requirement(node, model)
      return {
        against: all([displayed(node), negated(formula)]),
        isBroken: (way) => way.shows(node) && !holds(way),
      }
    }),
    ...demand('optional', (node) => {
      const { formula, holds } = requirement(node, model)
      return {
        against: all([displayed(node), formula]),
        isBroken: (way) => way.shows(node) && holds(way),
      }
    }),
  ]
}

const requirement = (
  node: LogicNode,
  model: LogicModel,
): { readonly formula: Formula; readonly holds: (way: Way) => boolean } => {
  const rule = rulesOf(model.instrument).find(
    ({ kind, target }) => kind === 'require' && target.path === node.place.path,
  )
  if (rule?.condition !== undefined)
    return {
      formula: model.formulaOf(rule.condition, node.place),
      holds: (way) => way.holds(rule.text),
    }
  const isRequired = node.place.json.isRequired === true
  return { formula: { kind: 'constant', value: isRequired }, holds: () => isRequired }
}

const nodeNamed = (name: string, { nodes }: LogicModel): LogicNode | undefined => {
  const pointer = name.replace(/^\/survey(?=\/)/, '')
  return (
    nodes.find(({ place }) => place.path === pointer) ??
    ['item', 'page', 'panel', 'row', 'column']
      .map((kind) => nodes.find(({ place }) => place.kind === kind && place.name === name))
      .find((node) => node !== undefined)
  )
}

/** Whether an assertion's condition can be decided beforehand, for those who write one. */
export const isDecidable = (instrument: Instrument, when: string): boolean => {
  const { condition } = parseCondition(when)
  if (condition === undefined) return false
  const model = logicModelOf(instrument, [condition])
  const place = model.nodes[0]?.place
  return place !== undefined && !isOpen(model.formulaOf(condition, place))
}
