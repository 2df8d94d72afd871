import type { PanelCount, Scale, VariableNote } from '@echolot/instrument'
import type { Clip } from './clip.ts'
import type { Json } from './outline.ts'

/** Longest text that is looked at: a whole questionnaire is far shorter. */
const LONGEST = 4_000_000
/** Deeper nesting than this is no questionnaire. */
const DEEPEST = 16

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** An element has a type and a name, and so has whatever it holds. */
const isElement = (value: unknown, depth = 0): value is Json =>
  isJson(value) &&
  depth < DEEPEST &&
  typeof value.type === 'string' &&
  typeof value.name === 'string' &&
  [...listOf(value.elements), ...listOf(value.templateElements)].every((inner) =>
    isElement(inner, depth + 1),
  )
const isPage = (value: unknown): value is Json =>
  isJson(value) &&
  value.type === undefined &&
  (value.name === undefined || typeof value.name === 'string') &&
  listOf(value.elements).every((one) => isElement(one))

const isNamed = (value: unknown): value is Json => isJson(value) && typeof value.name === 'string'
const isNote = (value: unknown): value is VariableNote =>
  isNamed(value) && typeof value.sensitivity === 'string' && typeof value.purpose === 'string'
const areTexts = (value: unknown) => listOf(value).every((one) => typeof one === 'string')
const isScale = (value: unknown): value is Scale =>
  isNamed(value) &&
  Array.isArray(value.items) &&
  areTexts(value.items) &&
  Array.isArray(value.reversed) &&
  areTexts(value.reversed) &&
  [value.min, value.max, value.minValid].every((one) => typeof one === 'number')
const isPanelCount = (value: unknown): value is PanelCount =>
  isJson(value) && typeof value.panel === 'string' && typeof value.from === 'string'

/**
 * What the clipboard holds, if it is pages or elements: copied here or in another studio, or written as SurveyJS JSON
 * (one element, a list of them, a page, or a whole survey). Anything else is undefined.
 */
export const readClip = (text: string): Clip | undefined => {
  if (text.length > LONGEST || !/^\s*[[{]/.test(text)) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (isJson(value) && value.echolot === 'clip') {
    const elements = listOf(value.elements)
    const kind = value.kind === 'pages' ? 'pages' : 'elements'
    const fits =
      elements.length > 0 &&
      elements.every((one) => (kind === 'pages' ? isPage(one) : isElement(one)))
    return fits
      ? {
          ...bare(kind, elements as readonly Json[]),
          variables: listOf(value.variables).filter(isNote),
          scales: listOf(value.scales).filter(isScale),
          panelCounts: listOf(value.panelCounts).filter(isPanelCount),
        }
      : undefined
  }
  if (isJson(value) && Array.isArray(value.pages))
    return value.pages.length > 0 && value.pages.every(isPage)
      ? bare('pages', value.pages)
      : undefined
  const list = Array.isArray(value) ? value : [value]
  if (list.length === 0) return undefined
  if (list.every((one) => isElement(one))) return bare('elements', list as readonly Json[])
  return list.every((one) => isPage(one) && one.elements !== undefined)
    ? bare('pages', list as readonly Json[])
    : undefined
}

const bare = (kind: Clip['kind'], elements: readonly Json[]): Clip => ({
  echolot: 'clip',
  kind,
  elements,
  variables: [],
  scales: [],
  panelCounts: [],
})
