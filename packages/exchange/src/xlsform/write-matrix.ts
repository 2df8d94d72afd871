import type { Item } from '@echolot/instrument'
import { because } from '../reasons/because.ts'
import { framed } from './framed.ts'
import { listFor } from './write-choices.ts'
import { type Json, listOf, type Row, type Writer } from './writer.ts'

/** A matrix as a group of single choices. */
export const matrixRows = (item: Item, writer: Writer): readonly Row[] => {
  const { json, path, name, choices, rows } = item
  writer.lost('approximated', path, `matrix “${name}”`, because('group-as-table'))
  const list = listFor(name, choices, writer)
  const entries = Array.isArray(json.rows) ? (json.rows as readonly unknown[]) : []
  const required = json.eachRowRequired === true || json.isAllRowRequired === true
  return framed(
    'group',
    {
      name,
      json: Object.fromEntries(
        Object.entries(json).filter(
          ([property]) =>
            !['rows', 'columns', 'eachRowRequired', 'isAllRowRequired', 'isRequired'].includes(
              property,
            ),
        ),
      ),
      path,
      writer,
    },
    rows.map((row, place) => {
      const entry = entries[place]
      const own = typeof entry === 'object' && entry !== null ? (entry as Json) : {}
      const relevant = writer.xpath(own.visibleIf, `${path}/rows/${place}`, 'visibleIf')
      return {
        type: `select_one ${list}`,
        name: String(row.value),
        ...writer.texts('label', row.text),
        ...(relevant === undefined ? {} : { relevant }),
        ...(required ? { required: 'yes' } : {}),
      }
    }),
    { appearance: 'table-list' },
  )
}

/** Several texts as a group of texts. */
export const severalTexts = (item: Item, writer: Writer): readonly Row[] => {
  writer.lost('approximated', item.path, `several texts “${item.name}”`, because('group-of-texts'))
  const { items: _, ...json } = item.json
  return framed(
    'group',
    { name: item.name, json, path: item.path, writer },
    listOf(item.json.items).map((own) => ({
      type: own.inputType === 'number' ? 'decimal' : 'text',
      name: `${item.name}_${String(own.name)}`,
      ...writer.texts('label', own.title ?? own.name),
      ...(own.isRequired === true ? { required: 'yes' } : {}),
    })),
    {},
  )
}
