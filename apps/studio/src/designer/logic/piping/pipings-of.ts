import {
  type Instrument,
  namesInExpression,
  type Pointer,
  pagesOf,
  textsOf,
} from '@echolot/instrument'
import { answerSources, type Place, placesOf } from '@echolot/routing/logic'

/** A text that names answers. */
export type Piping = {
  /** Of the text in the survey. */
  readonly path: Pointer
  /** The page, panel, item or the like the text belongs to. */
  readonly place: Place
  readonly property: string
  /** In the language it was first written in. */
  readonly text: string
  readonly names: readonly string[]
  /** Names that nothing has. */
  readonly missing: readonly string[]
  /** Names of items that are asked only on a later page. */
  readonly later: readonly string[]
}

/** Every text with names in braces, whatever its language, and which of the names cannot be filled in. */
export const pipingsOf = (instrument: Instrument): readonly Piping[] => {
  const places = new Map(placesOf(instrument).map((place) => [place.path, place]))
  const sourceOf = answerSources(instrument)
  const order = new Map(pagesOf(instrument).map(({ name }, place) => [name, place]))
  const found = new Map<Pointer, Piping>()
  for (const { tag } of instrument.languages)
    for (const { path, property, text } of textsOf(instrument, tag)) {
      if (text?.includes('{') !== true) continue
      const place = placeAround(places, path)
      const names = namesInExpression(text)
      if (place === undefined || names.length === 0) continue
      const before = found.get(path)
      const all = [...new Set([...(before?.names ?? []), ...names])]
      const page = order.get(place.page)
      found.set(path, {
        path,
        place,
        property,
        text: before?.text ?? text,
        names: all,
        missing: all.filter((name) => sourceOf(name, place) === undefined),
        later: all.filter((name) => {
          const asked = order.get(sourceOf(name, place)?.item?.page ?? '')
          return page !== undefined && asked !== undefined && asked > page
        }),
      })
    }
  return [...found.values()]
}

export const placeAround = (
  places: ReadonlyMap<Pointer, Place>,
  path: Pointer,
): Place | undefined => {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at)
    if (place !== undefined) return place
  }
  return places.get('')
}
