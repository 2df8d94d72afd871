import type { Json, OutlineNode } from '../edits/outline.ts'

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  html: ['html'],
  image: [],
  rating: ['title', 'description', 'minRateDescription', 'maxRateDescription'],
  boolean: ['title', 'description', 'labelTrue', 'labelFalse'],
}
const USUAL = ['title', 'description']

const entriesOf = (json: Json, list: string) => {
  const entries = json[list]
  return Array.isArray(entries) ? entries.map((_, place) => `/${list}/${place}`) : []
}

/** All texts of an element that can be written in place, in the order in which Tab goes through them. */
export const textPlacesOf = ({
  type,
  json,
}: Pick<OutlineNode, 'type' | 'json'>): readonly string[] => [
  ...(TEXTS[type] ?? USUAL).map((name) => `/${name}`),
  ...['choices', 'columns', 'rows', 'items', 'rateValues'].flatMap((list) => entriesOf(json, list)),
]
