import { columnsOf } from '../columns/columns-of.ts'
import type { Instrument } from '../instrument.ts'
import type { Item } from '../items-of.ts'
import { isObject, listOf } from '../json.ts'
import { pointerTo } from '../pointer.ts'
import { inSurvey, type StructureProblem } from './structure-problem.ts'

/** Items without class or purpose, and notes on nothing. */
export const noteProblems = (
  instrument: Instrument,
  items: readonly Item[],
): readonly StructureProblem[] => {
  const notes = new Map(
    listOf(instrument.variables).flatMap((note, place) =>
      isObject(note) ? [[String(note.name), { note, place }] as const] : [],
    ),
  )
  const names = new Set(items.map(({ name }) => name))
  const variables = new Set(columnsOf(instrument).map(({ variable }) => variable.name))
  const missing = items.flatMap((item): readonly StructureProblem[] => {
    if (item.role !== 'answer' && item.role !== 'computed') return []
    const found =
      notes.get(item.name) ?? (item.parent === undefined ? undefined : notes.get(item.parent))
    if (found === undefined)
      return [
        {
          path: inSurvey(item.path),
          severity: 'error',
          rule: 'note-missing',
          message: `“${item.name}” has no note on sensitivity and purpose.`,
          remedy: 'Say which data protection class it has and why it is asked.',
        },
      ]
    const { purpose, sensitivity } = found.note
    if (typeof purpose === 'string' && purpose.trim() !== '' && typeof sensitivity === 'string')
      return []
    return [
      {
        path: pointerTo('', 'variables', found.place),
        severity: 'error',
        rule: 'purpose-missing',
        message: `The note on “${item.name}” lacks its class or its purpose.`,
        remedy: 'Say why the item is needed; what nobody needs is not asked.',
      },
    ]
  })
  const orphans = [...notes].flatMap(([name, { place }]): readonly StructureProblem[] =>
    names.has(name) || variables.has(name)
      ? []
      : [
          {
            path: pointerTo('', 'variables', place),
            severity: 'warning',
            rule: 'note-orphan',
            message: `There is a note on “${name}”, but no such item.`,
            remedy: 'Remove the note or restore the item.',
          },
        ],
  )
  return [...missing, ...orphans]
}
