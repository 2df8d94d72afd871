import {
  type Instrument,
  type Item,
  itemsOf,
  renameItem,
  type Sensitivity,
  type SurveyJson,
  structureProblems,
} from '@echolot/instrument'
import type { Loss } from './loss.ts'
import { because } from './reasons/because.ts'

/** What an importer has found out. */
export type Draft = {
  /** Short name of the instrument, as the source or its file calls it. */
  readonly name: string
  readonly version?: string
  /** BCP 47 tags; the first is the source language, whose texts stand under `default` in the survey. */
  readonly languages: readonly string[]
  readonly survey: SurveyJson
  /** Name of the source's format in its own words, e.g. `XLSForm`. */
  readonly format: string
  /** Items of which the source itself says how sensitive they are. */
  readonly sensitivity?: ReadonlyMap<string, Sensitivity>
  readonly panelCounts?: Instrument['panelCounts']
  readonly context?: Instrument['context']
}

/**
 * The envelope around an imported survey. Other languages than the source come as drafts and are not live. No
 * foreign format says why a thing is asked, so each item gets a cautious class and a purpose that says so. Names
 * that no data file takes, and names that two variables would share, are changed wherever they are spoken of.
 */
export const makeInstrument = (
  draft: Draft,
): { readonly instrument: Instrument; readonly losses: readonly Loss[] } => {
  const bare: Instrument = {
    instrument: nameFrom(draft.name),
    version: draft.version ?? '0.1.0',
    languages: draft.languages.map((tag, place) => ({
      tag,
      status: place === 0 ? 'source' : 'draft',
      live: place === 0,
    })),
    survey: draft.survey,
    scales: [],
    variables: [],
    ...(draft.panelCounts?.length ? { panelCounts: draft.panelCounts } : {}),
    ...(draft.context?.length ? { context: draft.context } : {}),
  }
  const variables = itemsOf(bare)
    .filter(({ role, type }) => (role === 'answer' && type !== 'matrixrow') || role === 'computed')
    .concat(itemsOf(bare).filter(({ type }) => type === 'matrixrow'))
    .map((item) => ({
      name: item.name,
      sensitivity: draft.sensitivity?.get(item.name) ?? cautious(item),
      purpose: `Taken over from ${draft.format}; purpose not stated there.`,
    }))
  const once = new Map(variables.map((note) => [note.name, note]))
  return withDataNames({ ...bare, variables: [...once.values()] }, variables.length, draft)
}

const cautious = ({ type, inputType }: Item): Sensitivity =>
  type === 'comment' || (type === 'text' && (inputType === undefined || inputType === 'text'))
    ? 'free-text'
    : 'sensitive'

const nameFrom = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'instrument'

const NAME_RULES = new Set(['name-form', 'name-length', 'name-reserved', 'variable-clash'])
const ROUNDS = 20

const withDataNames = (
  instrument: Instrument,
  notes: number,
  { format }: Draft,
): { readonly instrument: Instrument; readonly losses: readonly Loss[] } => {
  const losses: Loss[] =
    notes === 0
      ? []
      : [
          {
            fate: 'approximated',
            path: 'all questions',
            what: 'data protection class and purpose',
            target: '/variables',
            reason: because('class-not-stated', { format }),
          },
        ]
  let settled = instrument
  const tried = new Set<string>()
  // A new name may clash in its turn; a round mends all that is wrong at its beginning.
  for (let round = 0; round < ROUNDS; round++) {
    const items = itemsOf(settled)
    const at = new Map(items.map((item) => [`/survey${item.path}`, item]))
    const taken = new Set(items.map(({ name }) => name.toLowerCase()))
    const faults = new Map(
      structureProblems(settled)
        .filter(({ rule }) => NAME_RULES.has(rule))
        .flatMap(({ path }) => {
          const item = at.get(path)
          return item === undefined || tried.has(item.name) ? [] : [[item.name, path] as const]
        }),
    )
    if (faults.size === 0) break
    for (const [from, path] of faults) {
      const to = usableName(from, taken)
      taken.add(to.toLowerCase())
      tried.add(from)
      tried.add(to)
      settled = renameItem(settled, { from, to })
      losses.push({
        fate: 'approximated',
        path: from,
        what: 'variable name',
        target: path,
        reason: because('name-unusable', { to }),
      })
    }
  }
  return { instrument: settled, losses }
}

/** A name that data files take and that is not taken yet, as near to `name` as can be. */
export const usableName = (name: string, taken: ReadonlySet<string>): string => {
  const tidy = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}_.]+/gu, '_')
    .replace(/[._]+$/, '')
    .replace(/^(?!\p{L})/u, 'v_')
  const short = [...(tidy === 'v_' ? 'v' : tidy)]
    .slice(0, 40)
    .join('')
    .replace(/[._]+$/, '')
  let free = short
  for (
    let copy = 2;
    taken.has(free.toLowerCase()) || free.toLowerCase() === name.toLowerCase();
    copy++
  )
    free = `${short}_v${copy}`
  return free
}
