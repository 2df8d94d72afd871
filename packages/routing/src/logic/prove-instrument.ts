import { type Instrument, namesInExpression, type Pointer, textsOf } from '@echolot/instrument'
import { valueFaults } from './check-condition.ts'
import { answersIn } from './condition.ts'
import { pageOrder } from './condition-fields.ts'
import { isSet } from './domains.ts'
import { findCycles } from './find-cycles.ts'
import {
  type FindingCode,
  type FindingData,
  type FindingText,
  findingText,
} from './finding-words.ts'
import { all, type Formula, holdsIn, negated, some, TRUE } from './formula.ts'
import { type LogicModel, type LogicNode, logicModelOf } from './logic-model.ts'
import type { Place } from './places-of.ts'
import { type Rule, rulesOf } from './rules-of.ts'
import { labelOf, placeLabel } from './sentence-of.ts'
import { type Assignment, makeSolver, type ProofSolver } from './solver.ts'
import { answersFrom, makeVerifier, type Witness } from './witness.ts'

/** Something proved about a questionnaire's logic. */
export type Finding = {
  readonly code: FindingCode
  /** `note`: no mistake, but worth knowing. */
  readonly severity: 'error' | 'warning' | 'note'
  /** Into the instrument, e.g. `/survey/pages/0/elements/1/visibleIf`. */
  readonly pointer: Pointer
  /** Name of the page, item, choice or the like it is about, and of the page it stands on. */
  readonly name: string
  readonly page: string
  /** The finding in words, with a remedy. */
  readonly words: { readonly de: FindingText; readonly en: FindingText }
  /** Names of other items that play a part. */
  readonly others: readonly string[]
  /** Answers that show it, where showing is what it takes. */
  readonly witness?: Witness
}

/** Something that can be reached, and one way there. */
export type Reached = {
  readonly pointer: Pointer
  readonly kind: Place['kind']
  readonly name: string
  readonly witness: Witness
}

/** What could not be decided, and why. */
export type Undecided = {
  readonly pointer: Pointer
  readonly kind: Place['kind']
  readonly name: string
  /** `time` ran out; `open`: it hangs on something nobody can compute beforehand, such as today's date. */
  readonly reason: 'time' | 'open'
}

export type Proof = {
  readonly findings: readonly Finding[]
  readonly reached: readonly Reached[]
  readonly undecided: readonly Undecided[]
}

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

const pointerOf = ({ place }: LogicNode): Pointer => `/survey${place.path}`

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

/** Questions that are tried together. */
const STRETCH = 32

const reachAll = (model: LogicModel, prover: Prover, isLate: () => boolean) => {
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
const isHiddenOnPurpose = ({ place }: LogicNode): boolean =>
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

type Telling = ReturnType<typeof tellerFor>

const tellerFor = (instrument: Instrument) => {
  const labels = { de: new Map<string, string>(), en: new Map<string, string>() }
  const label = (name: string, language: 'de' | 'en') => {
    const known = labels[language].get(name)
    if (known !== undefined) return known
    const made = labelOf(name, { instrument, language })
    const quoted = language === 'de' ? `‚${made}‘` : `‘${made}’`
    labels[language].set(name, quoted)
    return quoted
  }
  const target = (place: Place, language: 'de' | 'en') =>
    placeLabel(place, { instrument, language })
  type Names = { readonly [name: string]: string | readonly string[] }
  const words = (
    code: FindingCode,
    place: Place,
    { names, plain }: { names: Names; plain: FindingData },
  ) => {
    const inLanguage = (language: 'de' | 'en') =>
      findingText(code, language, {
        ...plain,
        ...Object.fromEntries(
          Object.entries(names).map(([key, value]) => [
            key,
            (typeof value === 'string' ? [value] : value)
              .map((name) => label(name, language))
              .join(key === 'path' ? ' → ' : ', '),
          ]),
        ),
        target: target(place, language),
      })
    return { de: inLanguage('de'), en: inLanguage('en') }
  }
  const finding = (
    code: FindingCode,
    {
      place,
      pointer,
      names = {},
      plain = {},
    }: {
      readonly place: Place
      readonly pointer: Pointer
      readonly names?: Names
      readonly plain?: FindingData
    },
  ): Finding => ({
    code,
    severity: ERRORS.has(code) ? 'error' : code === 'repeated' ? 'note' : 'warning',
    pointer,
    name: place.name,
    page: place.page,
    words: words(code, place, { names, plain }),
    others: Object.values(names).flat(),
  })
  return {
    finding,
    about: (node: LogicNode, code: FindingCode, names: Names): Finding =>
      finding(code, {
        place: node.place,
        pointer: node.ownRule?.pointer ?? pointerOf(node),
        names,
      }),
    ofRule: (rule: Rule, code: FindingCode, names: Names, plain: FindingData = {}): Finding =>
      finding(code, { place: rule.target, pointer: rule.pointer, names, plain }),
  }
}

const ERRORS: ReadonlySet<FindingCode> = new Set(['missing-item', 'missing-target'])

const whyUnreachable = (
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

type Searching = {
  readonly prover: Prover
  readonly tell: Telling
  readonly unreachable?: ReadonlySet<LogicNode>
  readonly isLate: () => boolean
}

/** Conditions that hold whenever what is around them is shown. */
const alwaysTrue = (
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
const enabling = (
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
const deadEnds = (model: LogicModel, { prover, tell, isLate }: Searching): readonly Finding[] => {
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

/** What needs no solver: names, values and order. */
const staticFindings = (model: LogicModel, tell: Telling): readonly Finding[] => {
  const { instrument, sourceOf } = model
  const pages = pageOrder(instrument)
  const pageOf = new Map(
    model.nodes.flatMap(({ item, place }) =>
      item === undefined ? [] : [[item.name, place.page] as const],
    ),
  )
  const notes = new Map(instrument.variables.map(({ name, missing }) => [name, missing ?? []]))
  const findings: Finding[] = []
  for (const rule of rulesOf(instrument)) {
    const { condition, target } = rule
    const paths = condition === undefined ? [] : answersIn(condition)
    for (const path of paths) {
      const source = sourceOf(path, target)
      if (source === undefined) findings.push(tell.ofRule(rule, 'missing-item', {}, { name: path }))
      else if (source.missing !== undefined)
        findings.push(tell.ofRule(rule, 'missing-row', {}, { name: path, row: source.missing }))
    }
    if (rule.kind === 'carry-forward' || rule.kind === 'bind')
      for (const name of rule.reads)
        if (sourceOf(name) === undefined)
          findings.push(tell.ofRule(rule, 'missing-item', {}, { name }))
    for (const { says } of rule.faults.filter(({ code }) => code === 'word'))
      if (sourceOf(says) !== undefined) findings.push(tell.ofRule(rule, 'word', {}, { name: says }))
    if (condition !== undefined)
      for (const { value, source, fault } of valueFaults(condition, {
        sourceOf,
        place: target,
        missing: ({ item, owner }) =>
          notes.get(item?.name ?? '') ?? notes.get(owner?.name ?? '') ?? [],
      }))
        findings.push(tell.ofRule(rule, fault, { of: source.name }, { value: String(value) }))
    const own = pages.get(target.page)
    for (const name of rule.reads) {
      const other = pages.get(pageOf.get(name) ?? '')
      if (own === undefined || other === undefined || rule.kind === 'validate') continue
      if (other > own || (target.kind === 'page' && other === own && rule.kind === 'show'))
        findings.push(tell.ofRule(rule, 'asked-later', { of: name }))
    }
    findings.push(...skips(rule, { model, tell, pages, pageOf }))
  }
  findings.push(...pipingFindings(model, tell))
  for (const { place, pointer, names } of findCycles(instrument))
    findings.push(tell.finding('cycle', { place, pointer, names: { path: names } }))
  return findings
}

const skips = (
  rule: Rule,
  {
    model,
    tell,
    pages,
    pageOf,
  }: {
    readonly model: LogicModel
    readonly tell: Telling
    readonly pages: ReadonlyMap<string, number>
    readonly pageOf: ReadonlyMap<string, string>
  },
): readonly Finding[] => {
  const { action } = rule
  if (action?.type !== 'skip' || action.goTo === undefined) return []
  const to = pages.get(action.goTo) ?? pages.get(pageOf.get(action.goTo) ?? '')
  if (to === undefined) return [tell.ofRule(rule, 'missing-target', {}, { name: action.goTo })]
  const from = Math.max(-1, ...rule.reads.map((name) => pages.get(pageOf.get(name) ?? '') ?? -1))
  if (from < 0) return []
  if (to < from) return [tell.ofRule(rule, 'skip-back', { to: action.goTo })]
  const over = model.nodes.flatMap(({ item, page }) =>
    item?.required === true && item.parent === undefined && page > from && page < to
      ? [item.name]
      : [],
  )
  return over.length === 0 ? [] : [tell.ofRule(rule, 'skip-over-required', { over })]
}

/** Texts that speak of answers nobody gives. */
const pipingFindings = ({ instrument, sourceOf, nodes }: LogicModel, tell: Telling) => {
  const source = instrument.languages[0]?.tag ?? ''
  return textsOf(instrument, source).flatMap(({ path, text }): readonly Finding[] => {
    const unknown = (text === undefined ? [] : namesInExpression(text)).filter(
      (name) => /^[\p{L}_][\p{L}\p{N}_.[\]-]*$/u.test(name) && sourceOf(name) === undefined,
    )
    if (unknown.length === 0) return []
    const node = nodes.findLast(({ place }) => path.startsWith(`${place.path}/`))
    if (node === undefined) return []
    return unknown.map((name) => ({
      ...tell.finding('missing-item', {
        place: node.place,
        pointer: `/survey${path}`,
        plain: { name },
      }),
      severity: 'warning' as const,
    }))
  })
}
