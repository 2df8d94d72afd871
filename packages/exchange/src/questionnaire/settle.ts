import {
  type Instrument,
  itemsOf,
  pagesOf,
  type SurveyJson,
  structureProblems,
} from '@echolot/instrument'
import type { Imported } from '../loss.ts'
import { makeInstrument } from '../make-instrument.ts'
import { because } from '../reasons/because.ts'
import type { LossList } from './loss-list.ts'

/** A survey as an importer has built it. */
export type Built = {
  readonly name: string
  /** BCP 47 tags, the source language first. */
  readonly languages: readonly string[]
  readonly survey: SurveyJson
  /** Name of the format, for the notes: `LimeSurvey`. */
  readonly format: string
  /** Items that ask for an answer once more and then let go. */
  readonly reminded: ReadonlySet<string>
  readonly context?: Instrument['context']
}

/** The instrument around what an importer has built, without conditions on nothing, and the report with its targets. */
export const settle = (built: Built, losses: LossList): Imported => {
  const { instrument: made, losses: renamed } = makeInstrument(built)
  const places = new Map<string, string>()
  for (const { name, path } of pagesOf(built.survey)) places.set(name, `/survey${path}`)
  for (const { name, path, parent } of itemsOf(built.survey))
    if (parent === undefined) places.set(name, `/survey${path}`)
  const paths = new Set([...built.reminded].map((name) => places.get(name)))
  const reminded = new Set(
    itemsOf(made)
      .filter(({ path }) => paths.has(`/survey${path}`))
      .map(({ name }) => name),
  )
  const noted: Instrument = {
    ...made,
    variables: made.variables.map((note) =>
      reminded.has(note.name) ? { ...note, reminder: 'once' } : note,
    ),
  }
  const instrument = withoutLooseEnds(noted, losses)
  return { instrument, losses: [...losses.report((name) => places.get(name)), ...renamed] }
}

/** What refers to nothing would never be true; it goes, and the report says so. */
const withoutLooseEnds = (instrument: Instrument, losses: LossList): Instrument => {
  const loose = structureProblems(instrument).filter(({ rule }) => rule === 'reference-unknown')
  if (loose.length === 0) return instrument
  const copy = structuredClone(instrument)
  for (const { path } of loose) {
    const steps = path
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    const last = steps.pop() ?? ''
    let holder: unknown = copy
    for (const step of steps)
      holder = (holder as Readonly<Record<string, unknown>> | undefined)?.[step]
    if (typeof holder !== 'object' || holder === null || !(last in holder)) continue
    const source = String((holder as Record<string, unknown>)[last])
    Reflect.deleteProperty(holder, last)
    losses.dropped(path, `${last} “${source.slice(0, 200)}”`, because('refers-to-nothing'))
  }
  return copy
}
