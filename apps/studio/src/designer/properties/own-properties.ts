import type { Instrument, Localized, VariableNote } from '@echolot/instrument'
import { Serializer } from 'survey-core'
import { noteOf, setNote } from '../edits/notes.ts'

/**
 * What Echolot knows of an item beside its JSON, registered with survey-core like every other property so that the grid
 * needs no list of its own. They are kept in the envelope's notes (`variables`), never in the survey's JSON.
 */
const OWN = [
  { name: 'note-label', type: 'string', isLocalizable: true },
  { name: 'note-measure', choices: ['nominal', 'ordinal', 'scale', 'text'] },
  {
    name: 'note-sensitivity',
    choices: ['plain', 'quasi-identifier', 'sensitive', 'free-text', 'direct'],
  },
  { name: 'note-purpose', type: 'text' },
  { name: 'note-missing', type: 'set', choices: [-77, -88] },
  { name: 'note-reminder', choices: ['once'] },
  { name: 'note-source', type: 'text' },
  { name: 'note-licence', type: 'string' },
  { name: 'note-paper', type: 'text', isLocalizable: true },
] as const

for (const { name, ...rest } of OWN)
  for (const owner of ['question', 'itemvalue'])
    Serializer.addProperty(owner, {
      ...rest,
      name,
      category: 'echolot',
      isSerializable: false,
      visible: owner === 'question',
    } as Parameters<typeof Serializer.addProperty>[1])

/** Part of the note that an own property stands for; undefined for survey-core's own properties. */
export const notePart = (property: string): keyof VariableNote | undefined =>
  property.startsWith('note-') ? (property.slice('note-'.length) as keyof VariableNote) : undefined

export const noteValue = (
  instrument: Instrument,
  item: string,
  part: keyof VariableNote,
): VariableNote[keyof VariableNote] => noteOf(instrument, item)?.[part]

/** An emptied part is taken away; purpose and sensitivity are always there. */
export const setNoteValue = (
  instrument: Instrument,
  item: string,
  part: keyof VariableNote,
  value: unknown,
): Instrument => {
  const empty = value === '' || (Array.isArray(value) && value.length === 0)
  return setNote(instrument, item, {
    [part]: empty ? (part === 'purpose' ? '' : undefined) : (value as Localized),
  })
}
