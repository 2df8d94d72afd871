import { entriesIn } from '../edits/entries.ts'
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

/**
 * The next choice, row or column that nobody has written yet: behind an entry the one below it, behind the title the
 * first one. Undefined where there is none.
 */
export const unwrittenAfter = (
  node: Pick<OutlineNode, 'type' | 'json'>,
  text: string,
): string | undefined => {
  const places = textPlacesOf(node)
  const next =
    text === '/title'
      ? places.find((place) => /^\/\w+\/0$/.test(place))
      : /\/\d+$/.test(text)
        ? places[places.indexOf(text) + 1]
        : undefined
  const [, list = '', at] = next?.split('/') ?? []
  const entry = at === undefined ? undefined : entriesIn(node.json[list])[Number(at)]
  return entry?.text === '' ? next : undefined
}
