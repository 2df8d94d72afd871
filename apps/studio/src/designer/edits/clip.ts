import {
  type ConsentItem,
  type Instrument,
  type PanelCount,
  type Pointer,
  renameItem,
  type Scale,
  setProperty,
  type VariableNote,
  valueAt,
} from '@echolot/instrument'
import { keepStates } from '@echolot/instrument/translation'
import { placedAt } from './move-many.ts'
import { flatten, type Json, type OutlineNode, outlineOf } from './outline.ts'
import { rearranged, type Target } from './rearrange.ts'
import { topmost } from './selection.ts'
import { freeName, namesIn, type Placed } from './structure.ts'

/** Pages or elements on their way to another place, another questionnaire, another studio, with all that describes them. */
export type Clip = {
  readonly echolot: 'clip'
  readonly kind: 'pages' | 'elements'
  readonly elements: readonly Json[]
  readonly variables: readonly VariableNote[]
  readonly scales: readonly Scale[]
  readonly panelCounts: readonly PanelCount[]
  /** Goes in only where nothing asks for consent yet. */
  readonly consent?: ConsentItem
}

/** A copy of what was chosen. Scales go along when all their items do. */
export const clipOf = (instrument: Instrument, pointers: readonly Pointer[]): Clip => {
  const all = topmost(outlineOf(instrument), pointers)
  const pages = all.filter(({ kind }) => kind === 'page')
  const chosen = pages.length > 0 ? pages : all
  const elements = chosen.map(({ json }) => json)
  const kind = pages.length > 0 ? 'pages' : 'elements'
  const own = namesIn(alone({ kind, elements }))
  return {
    echolot: 'clip',
    kind,
    elements,
    variables: instrument.variables.filter(({ name }) => own.has(name)),
    scales: instrument.scales.filter(
      ({ items }) => items.length > 0 && items.every((item) => own.has(item)),
    ),
    panelCounts: (instrument.panelCounts ?? []).filter(
      ({ panel, from }) => own.has(panel) && own.has(from),
    ),
  }
}

/** The clip as a questionnaire of its own, in which names can be changed wherever they are spoken of. */
const alone = ({
  kind,
  elements,
  ...known
}: Pick<Clip, 'kind' | 'elements'> & Partial<Clip>): Instrument => ({
  instrument: 'clip',
  version: '1.0.0',
  languages: [],
  survey: { pages: kind === 'pages' ? elements : [{ name: '', elements }] },
  scales: known.scales ?? [],
  variables: known.variables ?? [],
  panelCounts: known.panelCounts ?? [],
  ...(known.consent !== undefined && { consent: known.consent }),
})

/** The clip with names that are free in the questionnaire; conditions within it speak of the new names. */
export const withFreeNames = (clip: Clip, instrument: Instrument): Clip => {
  const taken = new Set(namesIn(instrument))
  const wrapped = withNamedRows(alone(clip), taken)
  const inner = clip.kind === 'pages' ? outlineOf(wrapped) : (outlineOf(wrapped)[0]?.children ?? [])
  let renamed = wrapped
  const reserved = new Set([...taken, ...namesIn(wrapped)])
  const fresh = (name: string) => {
    if (!taken.has(name)) return undefined
    const free = freeName(name, reserved)
    reserved.add(free)
    return free
  }
  for (const node of flatten(inner)) {
    const to = typeof node.json.name === 'string' ? fresh(node.json.name) : undefined
    if (to !== undefined) renamed = withName(renamed, node, to)
    for (const row of rowsOf(node)) {
      const free = fresh(row)
      if (free !== undefined) renamed = renameItem(renamed, { from: row, to: free })
    }
  }
  const pages = renamed.survey.pages as readonly Json[]
  const { scales, variables, panelCounts = [], consent } = renamed
  return {
    ...clip,
    elements: clip.kind === 'pages' ? pages : (pages[0]?.elements as readonly Json[]),
    variables,
    scales: withFreeScaleNames(scales, instrument),
    panelCounts,
    ...(consent !== undefined && { consent }),
  }
}

const withName = (instrument: Instrument, { pointer, kind, json }: OutlineNode, to: string) =>
  kind === 'item'
    ? renameItem(instrument, { from: String(json.name), to })
    : setProperty(instrument, { path: pointer, property: 'name', value: to })

const withFreeScaleNames = (scales: readonly Scale[], instrument: Instrument) => {
  const taken = new Set(instrument.scales.map(({ name }) => name))
  return scales.map((scale) => {
    const name = freeName(scale.name, taken)
    taken.add(name)
    return { ...scale, name }
  })
}

/** Values of a matrix's rows, which are items of their own. */
const rowsOf = ({ type, json }: OutlineNode): readonly string[] =>
  type === 'matrix' && Array.isArray(json.rows)
    ? json.rows.map((row: unknown) =>
        String(typeof row === 'object' && row !== null ? (row as Json).value : row),
      )
    : []

/** A row that is only a word gets a value of its own where its name is taken, so that its words stay. */
const withNamedRows = (instrument: Instrument, taken: ReadonlySet<string>): Instrument =>
  flatten(outlineOf(instrument)).reduce((now, { type, pointer, json }) => {
    if (type !== 'matrix' || !Array.isArray(json.rows)) return now
    const rows = json.rows.map((row: unknown) =>
      typeof row === 'string' && taken.has(row) ? { value: row, text: row } : row,
    )
    return rows.every((row, place) => row === (json.rows as unknown[])[place])
      ? now
      : setProperty(now, { path: pointer, property: 'rows', value: rows })
  }, instrument)

/** The clip put in at a place, under free names. Pages stand among pages; where elements are wanted they bring theirs. */
export const putClip = (instrument: Instrument, clip: Clip, target: Target): Placed => {
  const fresh = withFreeNames(clip, instrument)
  const place = fittingTarget(instrument, fresh, target)
  const put = fresh.elements.map((element) => ({ ...element }))
  const placed = rearranged(instrument, { target: place, put })
  if (placed === instrument) return { instrument, pointer: '' }
  const known = new Set(instrument.variables.map(({ name }) => name))
  const counts = [...(instrument.panelCounts ?? []), ...fresh.panelCounts]
  return placedAt(
    keepStates(instrument, {
      ...placed,
      variables: [
        ...instrument.variables,
        ...fresh.variables.filter(({ name }) => !known.has(name)),
      ],
      scales: [...instrument.scales, ...fresh.scales],
      ...(counts.length > 0 && { panelCounts: counts }),
      ...(instrument.consent === undefined &&
        fresh.consent !== undefined && { consent: fresh.consent }),
    }),
    put,
  )
}

const fittingTarget = (instrument: Instrument, { kind }: Clip, { list, at }: Target): Target => {
  const pages = valueAt(instrument.survey, '/pages')
  const last = Array.isArray(pages) ? pages.length : 0
  const page = list === '/pages' ? at - 1 : Number(list.split('/')[2] ?? 0)
  if (kind === 'pages') return list === '/pages' ? { list, at } : { list: '/pages', at: page + 1 }
  if (list !== '/pages') return { list, at }
  const onto = Math.max(0, Math.min(last - 1, page))
  const elements = valueAt(instrument.survey, `/pages/${onto}/elements`)
  return {
    list: `/pages/${onto}/elements`,
    at: Array.isArray(elements) ? elements.length : 0,
  }
}
