import type { ConsentItem, Localized, PanelCount, VariableNote } from '@echolot/instrument'
import type { Clip } from '../edits/clip.ts'
import type { Json } from '../edits/outline.ts'

/** A text of a preset in both languages that presets are written in. */
export type Both = { readonly de: string; readonly en: string }

/** A group of elements that studies need again and again, with what describes them. */
export type Preset = {
  readonly id: string
  readonly label: Both
  readonly hint: Both
  readonly elements: readonly Json[]
  readonly variables: readonly VariableNote[]
  readonly panelCounts?: readonly PanelCount[]
  readonly consent?: ConsentItem
}

/** The preset as something to put in: its words in the questionnaire's languages, the source language first. */
export const clipOfPreset = (preset: Preset, languages: readonly string[]): Clip => {
  const [source = 'de', ...others] = languages
  return {
    echolot: 'clip',
    kind: 'elements',
    elements: preset.elements.map((element) => inLanguages(element, source, others) as Json),
    variables: preset.variables,
    scales: [],
    panelCounts: preset.panelCounts ?? [],
    ...(preset.consent !== undefined && { consent: preset.consent }),
  }
}

const isBoth = (value: object): value is Both =>
  Object.keys(value).length === 2 && 'de' in value && 'en' in value

/** Plain variants such as `de-x-simple` begin with the words of their language. */
const inLanguages = (value: unknown, source: string, others: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((entry) => inLanguages(entry, source, others))
  if (typeof value !== 'object' || value === null) return value
  if (!isBoth(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, inLanguages(inner, source, others)]),
    )
  const base = source.split('-')[0]
  const words: Localized = base === 'en' ? value.en : value.de
  const more = others.flatMap((tag) => (tag === 'de' || tag === 'en' ? [[tag, value[tag]]] : []))
  return more.length === 0 ? words : { default: words, ...Object.fromEntries(more) }
}
