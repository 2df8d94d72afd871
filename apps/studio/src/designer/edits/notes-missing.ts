import { type Instrument, type Item, itemsOf, type Sensitivity } from '@echolot/instrument'
import { noteOf, setNote } from './notes.ts'

/** An item that does not say yet how it is protected and why it is asked. */
export type NoteMissing = { readonly item: Item; readonly suggested: Sensitivity }

/** Items that cannot be published yet: without a note, or with one that has no purpose. */
export const notesMissing = (instrument: Instrument): readonly NoteMissing[] =>
  itemsOf(instrument)
    .filter(({ role, name }) => (role === 'answer' || role === 'computed') && name !== '')
    .filter(({ name, parent }) => {
      const note =
        noteOf(instrument, name) ?? (parent === undefined ? undefined : noteOf(instrument, parent))
      return note === undefined || note.purpose.trim() === ''
    })
    .map((item) => ({
      item,
      suggested: noteOf(instrument, item.name)?.sensitivity ?? suggestedSensitivity(item),
    }))

/** The careful class by the kind of answer: what people write can name them, numbers and days can single them out. */
export const suggestedSensitivity = ({
  type,
  inputType,
}: Pick<Item, 'type' | 'inputType'>): Sensitivity => {
  if (type === 'comment') return 'free-text'
  if (type === 'text' || type === 'multipletextitem')
    return inputType === undefined || inputType === 'text' ? 'free-text' : 'quasi-identifier'
  if (type === 'file' || type === 'signaturepad') return 'direct'
  return 'sensitive'
}

/** One purpose for several items, each with its own class; a purpose that somebody wrote stays. */
export const writeNotes = (
  instrument: Instrument,
  notes: readonly { readonly name: string; readonly sensitivity: Sensitivity }[],
  purpose: string,
): Instrument =>
  notes.reduce((now, { name, sensitivity }) => {
    const written = noteOf(now, name)?.purpose.trim()
    return setNote(now, name, { sensitivity, purpose: written ? written : purpose })
  }, instrument)
