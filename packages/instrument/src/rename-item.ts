import { changedAt } from './changed-at.ts'
import { candidatesOf, EXPRESSION_PROPERTIES } from './expression-names.ts'
import type { Instrument } from './instrument.ts'
import { itemsOf } from './items-of.ts'
import { isObject, type JsonObject } from './json.ts'
import { pointerTo } from './pointer.ts'
import { followRename } from './translation/follow-rename.ts'
import { trialsRenamed } from './trials-renamed.ts'

/** Properties whose value is the name of an item. */
const NAMING = new Set([
  'choicesFromQuestion',
  'setToName',
  'fromName',
  'gotoName',
  'valueName',
  'keyName',
])

/**
 * The instrument with an item (or a row of a matrix) renamed wherever it is spoken of: in conditions and expressions,
 * in texts with `{name}`, in triggers, scales, notes, consent, panel counts, personas and assertions.
 */
export const renameItem = (
  instrument: Instrument,
  { from, to }: { readonly from: string; readonly to: string },
): Instrument => {
  const item = itemsOf(instrument).find(({ name }) => name === from)
  if (item === undefined || from === to || to === '') return instrument
  const isRow = item.type === 'matrixrow'
  const renamed =
    isRow && typeof item.json.value === 'undefined'
      ? instrument
      : {
          ...instrument,
          survey: changedAt(
            instrument.survey,
            pointerTo(item.path, isRow ? 'value' : 'name'),
            () => to,
          ),
        }
  const name = (known: string) => (known === from ? to : known)
  const renaming: Renaming = { from, to, row: isRow ? item.parent : undefined }
  const everywhere: Instrument = {
    ...renamed,
    survey: inExpressions(renamed.survey, renaming) as JsonObject,
    scales: renamed.scales.map((scale) => ({
      ...scale,
      items: scale.items.map(name),
      reversed: scale.reversed.map(name),
    })),
    variables: renamed.variables.map((note) => ({ ...note, name: name(note.name) })),
    ...(renamed.consent === undefined
      ? {}
      : { consent: { ...renamed.consent, item: name(renamed.consent.item) } }),
    ...(renamed.panelCounts === undefined
      ? {}
      : {
          panelCounts: renamed.panelCounts.map(({ panel, from: count }) => ({
            panel: name(panel),
            from: name(count),
          })),
        }),
    ...trialsRenamed(renamed, {
      from,
      to,
      inText: (text) => inBraces(text, renaming, true),
    }),
  }
  return followRename(instrument, everywhere, (text) => inBraces(text, renaming, false))
}

type Renaming = { readonly from: string; readonly to: string; readonly row: string | undefined }

const inExpressions = (value: unknown, renaming: Renaming, property = ''): unknown => {
  if (typeof value === 'string') {
    if (NAMING.has(property)) return value === renaming.from ? renaming.to : value
    return value.includes('{')
      ? inBraces(value, renaming, EXPRESSION_PROPERTIES.has(property))
      : value
  }
  if (Array.isArray(value)) {
    const next = value.map((entry) => inExpressions(entry, renaming, property))
    return next.every((entry, place) => entry === value[place]) ? value : next
  }
  if (!isObject(value)) return value
  let changed = false
  const next = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const after = inExpressions(inner, renaming, key)
      if (after !== inner) changed = true
      return [key, after]
    }),
  )
  return changed ? next : value
}

const ENTRY = /^(panel|parentPanel|prevPanel|nextPanel|row)\./

const inBraces = (text: string, { from, to, row }: Renaming, isExpression: boolean): string =>
  text.replaceAll(
    isExpression ? /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\{([^{}]+)\}/g : /\{([^{}]+)\}/g,
    (whole, inner?: string) => {
      if (inner === undefined) return whole
      const reference = inner.trim()
      const sign = /^[#$]/.exec(reference)?.[0] ?? ''
      const entry =
        ENTRY.exec(reference)?.[0] ??
        (row !== undefined && reference.startsWith(`${row}.`) ? `${row}.` : '')
      const rest = reference.slice(sign.length + entry.length)
      const isMeant = candidatesOf(rest).includes(from) || rest === `${from}-Comment`
      return isMeant && rest.startsWith(from)
        ? `{${sign}${entry}${to}${rest.slice(from.length)}}`
        : whole
    },
  )
