import { type Instrument, itemsOf } from '@echolot/instrument'
import { textLimit } from './answer-checks.ts'
import type { SizeLimits } from './is-within.ts'
import { type RouteNode, routeOf } from './route.ts'

/** Nested panels and matrices together are never deeper. */
const DEPTH = 24
/** No submission is larger, whatever an instrument allows. */
const MOST = { values: 200_000, characters: 20_000_000 }

/** The largest submission an instrument can give, with room to spare. */
export const sizeLimitsOf = (instrument: Instrument): SizeLimits => {
  let values = 50 + itemsOf(instrument).length * 2
  let characters = 20_000
  const add = (parts: readonly RouteNode[], times: number): void => {
    for (const part of parts)
      if (part.kind === 'group') add(part.parts, times)
      else {
        const { item } = part
        const rows = Math.max(1, item.rows.length)
        values += times * (4 + rows + item.choices.length)
        characters +=
          times *
          ((item.role === 'answer' ? textLimit(item, instrument.survey) : 0) + 100 + rows * 100)
        const isRepeated = item.type === 'paneldynamic' || item.type === 'matrixdynamic'
        if (part.parts.length > 0)
          add(part.parts, Math.min(times * (isRepeated ? part.entries : rows), 10_000))
      }
  }
  for (const { parts } of routeOf(instrument).pages) add(parts, 1)
  return {
    values: Math.min(values, MOST.values),
    depth: DEPTH,
    characters: Math.min(characters, MOST.characters),
  }
}
