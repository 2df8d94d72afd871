import { type Instrument, itemsOf, type Pointer } from '@echolot/instrument'
import { flatten, type OutlineNode } from '../edits/outline.ts'

/** The room of the editor and the element where a problem is mended. */
export type ProblemPlace = {
  readonly room: 'structure' | 'scales'
  readonly pointer: Pointer
  /** Name of that element; empty for the questionnaire itself. */
  readonly name: string
}

/** Where to go for a problem's path, a JSON pointer into the instrument. */
export const placeOfProblem = (
  path: Pointer,
  instrument: Instrument,
  outline: readonly OutlineNode[],
): ProblemPlace => {
  const [, part, place] = path.split('/')
  if (part === 'scales') {
    const name = instrument.scales[Number(place)]?.name ?? ''
    return { room: 'scales', pointer: '', name }
  }
  const nodes = flatten(outline)
  const within =
    part === 'survey' ? path.slice('/survey'.length) : pathOfNote(part, place, instrument)
  const node = nodes.findLast(
    ({ pointer }) => within === pointer || within.startsWith(`${pointer}/`),
  )
  return { room: 'structure', pointer: node?.pointer ?? '', name: node?.name ?? '' }
}

/** Notes and counted panels are mended at the item they speak of. */
const pathOfNote = (
  part: string | undefined,
  place: string | undefined,
  instrument: Instrument,
): Pointer => {
  const name =
    part === 'variables'
      ? instrument.variables[Number(place)]?.name
      : part === 'panelCounts'
        ? instrument.panelCounts?.[Number(place)]?.panel
        : part === 'consent'
          ? instrument.consent?.item
          : undefined
  return itemsOf(instrument).find((item) => item.name === name)?.path ?? ''
}
