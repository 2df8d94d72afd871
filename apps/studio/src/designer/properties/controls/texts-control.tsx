import { localizedOf, setText } from '@echolot/instrument'
import { sourceOf } from '../../edits/source-of.ts'
import { withWords } from '../../edits/with-words.ts'
import { TextWithAnswers } from '../../logic/piping/text-with-answers.tsx'
import { notePart } from '../own-properties.ts'
import type { ControlProps } from './control.ts'

/** A text in every language that is shown. */
export const TextsControl = ({ owner, property, label, value, place, set }: ControlProps) => {
  const { editor, pointer, shown } = owner
  const source = sourceOf(editor.instrument)
  const isNote = notePart(property.name) !== undefined
  return (
    <TextWithAnswers
      instrument={editor.instrument}
      pointer={pointer}
      label={label}
      text={localizedOf(value, '')}
      languages={shown}
      source={source}
      place={place}
      lines={property.markup ? 5 : property.name === 'title' || property.long ? 2 : 1}
      onText={(language, text) =>
        isNote
          ? set(withWords(localizedOf(value, ''), { language, source, words: text }), language)
          : editor.edit(
              (now) =>
                setText(now, {
                  path: `${pointer}/${property.former && value !== undefined && !Object.hasOwn(owner.json, property.name) ? property.former : property.name}`,
                  language,
                  text,
                }),
              `${place}#${language}`,
            )
      }
    />
  )
}
