import {
  codebookOf,
  type Instrument,
  itemsOf,
  type Localized,
  pagesOf,
  renameItem,
  type SurveyJson,
  structureProblems,
  type VariableNote,
} from '@echolot/instrument'
import type { Imported } from '../loss.ts'
import type { LossList } from './loss-list.ts'

export type Draft = {
  /** Stable id and version of the instrument. */
  readonly instrument: string
  /** Tags, the source language first. */
  readonly languages: readonly string[]
  readonly title: Localized | undefined
  readonly survey: SurveyJson
  /** Where the questionnaire comes from, for the notes: `LimeSurvey`. */
  readonly from: string
  /** Items that ask for an answer once more and then let go. */
  readonly reminded: ReadonlySet<string>
  readonly context?: Instrument['context']
}

/**
 * Makes the instrument of what an importer has built: a cautious note for each item, names of variables that do not
 * clash, no condition on something that is not there; and the report with its targets.
 */
export const settle = (draft: Draft, losses: LossList): Imported => {
  const notes = itemsOf(draft.survey).flatMap((item): readonly VariableNote[] =>
    item.parent === undefined && item.role !== 'text'
      ? [
          {
            name: item.name,
            sensitivity: isWords(item.type, item.inputType) ? 'free-text' : 'sensitive',
            purpose: `Taken over from ${draft.from}; why it is asked is still to be written.`,
            ...(draft.reminded.has(item.name) ? { reminder: 'once' as const } : {}),
          },
        ]
      : [],
  )
  const first: Instrument = {
    instrument: draft.instrument,
    version: '0.1.0',
    languages: draft.languages.map((tag, place) => ({
      tag,
      status: place === 0 ? 'source' : 'draft',
      live: place === 0,
    })),
    survey: draft.survey,
    scales: [],
    variables: notes,
    ...(draft.context === undefined || draft.context.length === 0
      ? {}
      : { context: draft.context }),
  }
  const { instrument: named, renamed } = withoutClashes(first, losses)
  const instrument = withoutLooseEnds(named, losses)
  losses.grouped(
    'purpose and data protection class of the items',
    'The source has none. Every item counts as sensitive; say for each why it is asked.',
    draft.from,
  )
  const places = new Map<string, string>()
  for (const { name, path } of pagesOf(instrument)) places.set(name, `/survey${path}`)
  for (const { name, path, parent } of itemsOf(instrument))
    if (parent === undefined) places.set(name, `/survey${path}`)
  return {
    instrument,
    losses: losses.report((name) => places.get(renamed.get(name) ?? name)),
  }
}

const isWords = (type: string, inputType: string | undefined) =>
  type === 'comment' ||
  type === 'multipletext' ||
  (type === 'text' && inputType !== 'number' && inputType !== 'date')

/** Choices, rows and entries make names of their own; an item that is in the way of one gets another name. */
const withoutClashes = (
  instrument: Instrument,
  losses: LossList,
): { readonly instrument: Instrument; readonly renamed: ReadonlyMap<string, string> } => {
  const renamed = new Map<string, string>()
  let current = instrument
  for (let round = 0; round < 40; round++) {
    const clash = structureProblems(current).find(({ rule }) => rule === 'variable-clash')
    if (clash === undefined) break
    const items = itemsOf(current)
    const top = items.filter(({ parent }) => parent === undefined)
    const old = top.findLast(({ path }) => `${clash.path}/`.startsWith(`/survey${path}/`))?.name
    if (old === undefined) break
    const names = [
      ...items.map(({ name }) => name.toLowerCase()),
      ...codebookOf(current).variables.map(({ name }) => name.toLowerCase()),
    ]
    const free = [...'bcdefghijklmnopqrstuvwxyz']
      .map((letter) => `${old}${letter}`)
      .find((name) =>
        names.every(
          (known) => known !== name.toLowerCase() && !known.startsWith(`${name.toLowerCase()}_`),
        ),
      )
    if (free === undefined) break
    current = renameItem(current, { from: old, to: free })
    renamed.set(old, free)
    losses.approximated(
      old,
      `name “${old}”`,
      `It is now “${free}”. ${clash.message} Use the new name in analyses.`,
      old,
    )
  }
  return { instrument: current, renamed }
}

/** What refers to nothing would never be true; it goes, and the report says so. */
const withoutLooseEnds = (instrument: Instrument, losses: LossList): Instrument => {
  const loose = structureProblems(instrument).filter(({ rule }) => rule === 'reference-unknown')
  if (loose.length === 0) return instrument
  const copy = structuredClone(instrument) as Instrument
  for (const { path, message } of loose) {
    const steps = path
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    const last = steps.pop() ?? ''
    let holder: unknown = copy
    for (const step of steps)
      holder = (holder as Readonly<Record<string, unknown>> | undefined)?.[step]
    if (typeof holder !== 'object' || holder === null) continue
    const source = String((holder as Record<string, unknown>)[last])
    delete (holder as Record<string, unknown>)[last]
    losses.dropped(
      path,
      `${last} “${source.slice(0, 200)}”`,
      `${message} Write the condition by hand.`,
    )
  }
  return copy
}
