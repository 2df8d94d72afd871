import type { Instrument, Item, Scale } from '@echolot/instrument'
import type { Scope } from './condition.ts'
import { invent } from './invent-answer.ts'
import { type Random, randomOf } from './random.ts'
import {
  type Answers,
  allHold,
  entryCount,
  entryScope,
  type QuestionNode,
  type RouteNode,
  routeOf,
  scopeOf,
} from './route.ts'
import { pagesFor, rowIsShown, settledAnswers, shownNames } from './shown-items.ts'

/** What makes one made-up respondent different from the next. */
export type Profile = {
  /** By scale: how far this person stands from the middle, in standard deviations. */
  readonly traits?: { readonly [scale: string]: number }
  /**
   * The person's own answer to an item, e.g. the number of children; undefined leaves it to chance. It is asked for
   * every single answer, rows of a matrix and questions of a panel (with the entry's number from 0) included.
   */
  readonly answer?: (question: {
    readonly item: Item
    readonly answers: Answers
    readonly entry?: number
    readonly random: Random
  }) => unknown
}

export type SimulateOptions = {
  readonly n: number
  readonly seed: number
  /** Share of respondents who stop on some page. Default 0. */
  readonly breakOff?: number
  /** Share of answers left blank where none is needed. Default 0.03. */
  readonly nonResponse?: number
  /** Share of answers given as a missing code where the item takes one. Default 0.02. */
  readonly missingCodes?: number
  /** Share of respondents who refuse consent. Default 0. */
  readonly refusal?: number
  readonly context?: Answers
  /** Makes demo data plausible: group differences, fixed facts. */
  readonly profile?: (index: number, random: Random) => Profile
}

/** One page as left by a made-up respondent. */
export type WalkStep = {
  readonly page: string
  /** All answers so far. */
  readonly answers: Answers
  /** Every item displayed so far. */
  readonly shown: readonly string[]
}

/** A made-up respondent's way through the instrument. */
export type Walk = {
  readonly index: number
  readonly steps: readonly WalkStep[]
  readonly answers: Answers
  readonly shown: readonly string[]
  readonly reached: readonly string[]
  /** What became of it: gone to the end, stopped on the last page of `reached`, or refused consent. */
  readonly outcome: 'completed' | 'break-off' | 'refused'
}

/**
 * Made-up respondents, the same for the same seed. Every answer keeps the instrument's rules. Items of a scale hang
 * together through one trait a scale (loadings about .7, so that alpha of four items lies between .70 and .85), and
 * the traits through a common one.
 */
export const simulate = (instrument: Instrument, options: SimulateOptions): readonly Walk[] => {
  const one = simulator(instrument, options)
  return Array.from({ length: options.n }, (_, index) => one(index))
}

/** Makes single respondents by their number, for callers who do not want all of them in memory. */
export const simulator = (
  instrument: Instrument,
  options: Omit<SimulateOptions, 'n'>,
): ((index: number) => Walk) => {
  const scaleOf = new Map<string, Scale>(
    instrument.scales.flatMap((scale) => scale.items.map((item) => [item, scale] as const)),
  )
  const missing = new Map(
    instrument.variables.map(({ name, missing: codes }) => [name, codes ?? []]),
  )
  return (index) => walkOf(instrument, { options, index, scaleOf, missing })
}

type Making = {
  readonly options: Omit<SimulateOptions, 'n'>
  readonly index: number
  readonly scaleOf: ReadonlyMap<string, Scale>
  readonly missing: ReadonlyMap<string, readonly number[]>
}

const walkOf = (instrument: Instrument, { options, index, scaleOf, missing }: Making): Walk => {
  const random = randomOf(options.seed, index)
  const profile = options.profile?.(index, random) ?? {}
  const general = random.normal()
  const traits = new Map(
    instrument.scales.map(({ name }) => [
      name,
      profile.traits?.[name] ?? 0.5 * general + Math.sqrt(0.75) * random.normal(),
    ]),
  )
  const refuses = instrument.consent !== undefined && random.chance(options.refusal ?? 0)
  const stopsAt = random.chance(options.breakOff ?? 0) ? random.next() : undefined
  const route = routeOf(instrument)
  const { context } = options

  const answerTo = (
    item: Item,
    given: { readonly answers: Answers; readonly entry?: number; readonly row?: Item },
  ): unknown => {
    const asked = given.row ?? item
    if (instrument.consent?.item === item.name) {
      const { agreed } = instrument.consent
      return refuses ? item.choices.find(({ value }) => !agreed.includes(value))?.value : agreed[0]
    }
    const own = profile.answer?.({
      item: asked,
      answers: given.answers,
      random,
      ...(given.entry === undefined ? {} : { entry: given.entry }),
    })
    if (own !== undefined) return own
    if (!item.required && random.chance(options.nonResponse ?? 0.03)) return undefined
    const codes = (missing.get(asked.name) ?? missing.get(item.name) ?? []).filter(
      (code) => code !== -99,
    )
    if (codes.length > 0 && random.chance(options.missingCodes ?? 0.02)) return random.pick(codes)
    const scale = scaleOf.get(asked.name)
    if (scale === undefined) return invent(item, instrument.survey, random)
    return likertAnswer({
      item,
      name: asked.name,
      scale,
      trait: traits.get(scale.name) ?? 0,
      random,
    })
  }

  const fill = (
    node: QuestionNode,
    {
      scope,
      into,
      entry,
    }: { readonly scope: Scope; readonly into: Record<string, unknown>; readonly entry?: number },
  ): void => {
    const { item } = node
    if (item.role === 'text' || item.role === 'computed' || Object.hasOwn(into, item.key)) return
    const place = entry === undefined ? {} : { entry }
    const value = valueFor(node, { scope, answers: into, place })
    if (value !== undefined) into[item.key] = value
  }

  const valueFor = (
    node: QuestionNode,
    {
      scope,
      answers,
      place,
    }: {
      readonly scope: Scope
      readonly answers: Answers
      readonly place: { readonly entry?: number }
    },
  ): unknown => {
    const { item } = node
    switch (item.type) {
      case 'matrix': {
        if (item.rows.length === 0) return answerTo(item, { answers, ...place })
        const rows = item.rows.flatMap((row): [string, unknown][] => {
          if (!rowIsShown(node, scope, String(row.value))) return []
          const value = answerTo(
            { ...item, type: 'matrixrow' },
            {
              answers,
              ...place,
              row: {
                ...item,
                name: String(row.value),
                parent: item.name,
                type: 'matrixrow',
                title: row.text,
              },
            },
          )
          return value === undefined ? [] : [[String(row.value), value]]
        })
        return rows.length === 0 ? undefined : Object.fromEntries(rows)
      }
      case 'paneldynamic':
      case 'matrixdynamic': {
        const count =
          node.counted === undefined
            ? random.whole(1, Math.min(3, node.entries))
            : entryCount(node, scope)
        const entries: Record<string, unknown>[] = Array.from({ length: count }, () => ({}))
        for (const [entry, into] of entries.entries())
          fillParts(node.parts, {
            scope: () =>
              entryScope(scope, {
                of: item.type === 'paneldynamic' ? 'panel' : 'row',
                values: into,
                place: entry,
                all: entries,
              }),
            into,
            entry,
          })
        return entries.length === 0 ? undefined : entries
      }
      case 'matrixdropdown': {
        const rows = item.rows.flatMap((row, number): [string, unknown][] => {
          if (!rowIsShown(node, scope, String(row.value))) return []
          const into: Record<string, unknown> = {}
          fillParts(node.parts, {
            scope: () =>
              entryScope(scope, {
                of: 'row',
                values: into,
                place: number,
                all: [],
                row: String(row.value),
              }),
            into,
            entry: number,
          })
          return Object.keys(into).length === 0 ? [] : [[String(row.value), into]]
        })
        return rows.length === 0 ? undefined : Object.fromEntries(rows)
      }
      case 'multipletext': {
        const into: Record<string, unknown> = {}
        fillParts(node.parts, { scope: () => scope, into, entry: 0 })
        return Object.keys(into).length === 0 ? undefined : into
      }
      default:
        return answerTo(offered(node, scope), { answers, ...place })
    }
  }

  const fillParts = (
    parts: readonly RouteNode[],
    {
      scope,
      into,
      entry,
    }: {
      readonly scope: () => Scope
      readonly into: Record<string, unknown>
      readonly entry?: number
    },
  ): void => {
    for (const node of parts) {
      const now = scope()
      if (!allHold(node.tests, now)) continue
      if (node.kind === 'group')
        fillParts(node.parts, { scope, into, ...(entry === undefined ? {} : { entry }) })
      else fill(node, { scope: now, into, ...(entry === undefined ? {} : { entry }) })
    }
  }

  let answers: Answers = {}
  const shown = new Set<string>()
  const reached: string[] = []
  const steps: WalkStep[] = []
  const lastPage =
    stopsAt === undefined
      ? Number.POSITIVE_INFINITY
      : Math.floor(stopsAt * (route.pages.length - 1)) + 1
  let stopped = false
  for (const page of route.pages) {
    if (!allHold(page.tests, scopeOf(route, { answers, context }))) continue
    if (reached.length >= lastPage) {
      stopped = true
      break
    }
    const filled: Record<string, unknown> = { ...answers }
    fillParts(page.parts, {
      scope: () => scopeOf(route, { answers: filled, context }),
      into: filled,
    })
    answers = settledAnswers(instrument, filled, { context })
    const scope = scopeOf(route, { answers, context })
    const displayed = pagesFor({ ...route, pages: [page] }, scope).flatMap(({ nodes }) => nodes)
    if (displayed.length === 0) continue
    reached.push(page.name)
    for (const { node, scope: own } of displayed)
      for (const name of shownNames(node, own)) shown.add(name)
    steps.push({ page: page.name, answers, shown: [...shown] })
  }
  return {
    index,
    steps,
    answers,
    shown: [...shown],
    reached,
    outcome: refuses ? 'refused' : stopped ? 'break-off' : 'completed',
  }
}

/** The item with the choices that are offered in this scope. */
const offered = (node: QuestionNode, scope: Scope): Item => {
  if (node.choiceTests.size === 0 && node.choicesTest === undefined) return node.item
  const choices = node.item.choices.filter(({ value }) => {
    const inner: Scope = { ...scope, local: { ...scope.local, item: value, choice: value } }
    return (
      node.choiceTests.get(String(value))?.holds(inner) ?? node.choicesTest?.holds(inner) ?? true
    )
  })
  return { ...node.item, choices }
}

/** Lowest and highest loading of an item on its scale's trait. */
const LOADINGS = { from: 0.66, to: 0.8 }
/** Where people stand on the middle of the scale, and how far they spread, in shares of its width. */
const MIDDLE = 0.56
const SPREAD = 0.28

const likertAnswer = ({
  item,
  name,
  scale,
  trait,
  random,
}: {
  readonly item: Item
  readonly name: string
  readonly scale: Scale
  readonly trait: number
  readonly random: Random
}): unknown => {
  const loading =
    LOADINGS.from + (LOADINGS.to - LOADINGS.from) * ((scale.items.indexOf(name) * 0.37 + 0.2) % 1)
  const standing = loading * trait + Math.sqrt(1 - loading * loading) * random.normal()
  const width = scale.max - scale.min
  const middle = scale.min + width * MIDDLE
  const straight = Math.round(middle + standing * width * SPREAD)
  const clamped = Math.max(scale.min, Math.min(scale.max, straight))
  const value = scale.reversed.includes(name) ? scale.min + scale.max - clamped : clamped
  return item.choices.some((choice) => choice.value === value) || item.choices.length === 0
    ? value
    : undefined
}
