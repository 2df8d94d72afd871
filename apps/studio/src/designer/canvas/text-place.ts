import { type Pointer, pointerTo, valueAt } from '@echolot/instrument'
import type { LocalizableString, Question } from 'survey-core'
import type { Json } from '../edits/outline.ts'

type Parts = {
  readonly [list in 'choices' | 'rows' | 'columns' | 'rateValues' | 'items']?: readonly unknown[]
}
const LISTS = ['choices', 'rows', 'columns', 'rateValues', 'items'] as const

/** Where a drawn text stands in its question's JSON, e.g. `/title` or `/choices/2`; undefined where it is no text of it. */
export const placeInQuestion = (
  text: LocalizableString,
  question: Question,
): string | undefined => {
  const owner: unknown = text.owner
  if (owner === question) return pointerTo('', text.name ?? '')
  const parts = question as unknown as Parts
  for (const list of LISTS) {
    const entries = parts[list]
    const place = Array.isArray(entries) ? entries.findIndex((entry) => isOf(entry, owner)) : -1
    if (place !== -1) return pointerTo('', list, place)
  }
  return undefined
}

/** A column or a short text keeps its words in a question of its own. */
const isOf = (entry: unknown, owner: unknown): boolean => {
  if (entry === owner) return true
  const { templateQuestion, editor } = entry as { templateQuestion?: unknown; editor?: unknown }
  return owner !== undefined && (templateQuestion === owner || editor === owner)
}

/** The text's own pointer in the element: a choice that is a word only is its own text. */
export const textPointer = (json: Json, place: string): Pointer => {
  const steps = place.split('/')
  if (steps.length < 3) return place
  const entry = valueAt(json, place)
  if (typeof entry !== 'object' || entry === null) return place
  return pointerTo(place, Object.hasOwn(entry, 'name') ? 'title' : 'text')
}

/** List and place of an entry (`/choices/2`); undefined for any other text. */
export const entryOf = (
  place: string,
): { readonly list: string; readonly at: number } | undefined => {
  const found = /^\/(choices|rows|columns|rateValues|items)\/(\d+)$/.exec(place)
  return found === null ? undefined : { list: `/${found[1]}`, at: Number(found[2]) }
}
