import { because } from '../reasons/because.ts'
import { framed } from './framed.ts'
import { matrixRows, severalTexts } from './write-matrix.ts'
import { itemRows } from './write-question.ts'
import type { Json, Row, Writer } from './writer.ts'

/** The rows of what stands in a page, panel or entry. */
export const childRows = (json: Json, path: string, writer: Writer): readonly Row[] =>
  ['elements', 'questions', 'templateElements'].flatMap((list) =>
    (Array.isArray(json[list]) ? (json[list] as readonly unknown[]) : []).flatMap(
      (element, place) =>
        typeof element === 'object' && element !== null
          ? elementRows(element as Json, `${path}/${list}/${place}`, writer)
          : [],
    ),
  )

const elementRows = (json: Json, path: string, writer: Writer): readonly Row[] => {
  const type = String(json.type)
  const name = String(json.name)
  if (type === 'panel') {
    writer.kept(path, `panel “${name}”`)
    return framed('group', { name, json, path, writer }, childRows(json, path, writer), {})
  }
  if (type === 'paneldynamic') {
    writer.kept(path, `repeated panel “${name}”`)
    const from = writer.instrument.panelCounts?.find(({ panel }) => panel === name)?.from
    const fixed =
      typeof json.minPanelCount === 'number' && json.minPanelCount === json.maxPanelCount
    return framed('repeat', { name, json, path, writer }, childRows(json, path, writer), {
      ...(from === undefined
        ? fixed
          ? { repeat_count: String(json.maxPanelCount) }
          : {}
        : { repeat_count: `\${${from}}` }),
    })
  }
  const item = writer.items.get(path)
  if (item === undefined) {
    writer.lost('dropped', path, `element “${name}”`, because('without-name'))
    return []
  }
  if (type === 'matrix') return matrixRows(item, writer)
  if (type === 'multipletext') return severalTexts(item, writer)
  return itemRows(item, writer)
}
