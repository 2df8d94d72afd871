import { type Instrument, itemsOf, type Pointer } from '@echolot/instrument'
import { flatten, type OutlineNode } from '../edits/outline.ts'

/** The room of the editor and the element where a problem is mended. */
export type ProblemPlace = {
  readonly room: 'structure' | 'scales' | 'trial'
  readonly pointer: Pointer
  /** Name of that element; empty for the questionnaire itself. */
  readonly name: string
}

/** Finds where to go for a problem's path, a JSON pointer into the instrument. Made once for many problems. */
export const problemPlaces = (
  instrument: Instrument,
  outline: readonly OutlineNode[],
): ((path: Pointer) => ProblemPlace) => {
  const nodes = new Map(flatten(outline).map((node) => [node.pointer, node]))
  let items: ReadonlyMap<string, Pointer> | undefined
  const itemAt = (name: string | undefined): Pointer => {
    items ??= new Map(itemsOf(instrument).map((item) => [item.name, item.path]))
    return (name === undefined ? undefined : items.get(name)) ?? ''
  }
  /** The element at the pointer, or the nearest one around it. */
  const around = (pointer: Pointer): OutlineNode | undefined => {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const node = nodes.get(at)
      if (node !== undefined) return node
    }
    return undefined
  }
  return (path) => {
    const [, part, place] = path.split('/')
    if (part === 'scales')
      return { room: 'scales', pointer: '', name: instrument.scales[Number(place)]?.name ?? '' }
    if (part === 'assertions')
      return {
        room: 'trial',
        pointer: '',
        name: instrument.assertions?.[Number(place)]?.name ?? '',
      }
    const node = around(
      part === 'survey' ? path.slice('/survey'.length) : itemAt(spokenOf(part, place, instrument)),
    )
    return { room: 'structure', pointer: node?.pointer ?? '', name: node?.name ?? '' }
  }
}

/** The item that a note, a counted panel or the consent speaks of. */
const spokenOf = (
  part: string | undefined,
  place: string | undefined,
  { variables, panelCounts, consent }: Instrument,
): string | undefined => {
  switch (part) {
    case 'variables':
      return variables[Number(place)]?.name
    case 'panelCounts':
      return panelCounts?.[Number(place)]?.panel
    default:
      return part === 'consent' ? consent?.item : undefined
  }
}
