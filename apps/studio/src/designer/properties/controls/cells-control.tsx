import { type Localized, localizedOf, pointerTo } from '@echolot/instrument'
import { useTranslation } from 'react-i18next'
import { setCellText } from '../../edits/set-cell-text.ts'
import { sourceOf } from '../../edits/source-of.ts'
import { TextWithAnswers } from '../../logic/piping/text-with-answers.tsx'
import type { ControlProps } from './control.ts'

/** As survey-core calls the texts that stand in a column wherever a row has none of its own. */
const EVERY_ROW = 'default'

/** Own texts of a matrix's cells, row by row. Texts of rows and columns that are gone stay and can be emptied. */
export const CellsControl = ({ owner, label, value, place }: ControlProps) => {
  const { t } = useTranslation('properties')
  const { editor, pointer, shown, json } = owner
  const source = sourceOf(editor.instrument)
  const cells = objectOf(value)
  const columns = unionOf(json.columns, Object.values(cells).map(objectOf))
  const rows = unionOf(json.rows, [cells])
  if (!rows.some(([row]) => row === EVERY_ROW)) rows.unshift([EVERY_ROW, undefined])
  const wordsOf = (words: Localized | undefined, name: string) =>
    (typeof words === 'string' ? words : (words?.[source] ?? words?.default)) || name
  return (
    <fieldset className="property-ticks" data-place={place} tabIndex={-1}>
      <legend>{label}</legend>
      {rows.map(([row, words]) => (
        <details key={row} open={Object.hasOwn(cells, row)}>
          <summary>{row === EVERY_ROW ? t('everyRow') : wordsOf(words, row)}</summary>
          {columns.map(([column, columnWords]) => (
            <TextWithAnswers
              key={column}
              instrument={editor.instrument}
              pointer={pointer}
              label={wordsOf(columnWords, column)}
              text={localizedOf(objectOf(cells[row])[column], '')}
              languages={shown}
              source={source}
              place={pointerTo(place, row, column)}
              lines={1}
              onText={(language, text) =>
                editor.edit(
                  (now) => setCellText(now, { matrix: pointer, row, column, language, text }),
                  `${pointerTo(place, row, column)}#${language}`,
                )
              }
            />
          ))}
        </details>
      ))}
    </fieldset>
  )
}

type Entry = [value: string, words: Localized | undefined]

/** Entries of a list by value, and what cells name beside them. */
const unionOf = (list: unknown, named: readonly object[]): Entry[] => {
  const entries = (Array.isArray(list) ? list : []).map((entry): Entry => {
    const { value, name, text, title } = objectOf(entry)
    const words = text ?? title
    return [
      String(value ?? name ?? entry),
      words === undefined ? undefined : localizedOf(words, ''),
    ]
  })
  const known = new Set(entries.map(([value]) => value))
  const more = new Set(named.flatMap((one) => Object.keys(one)).filter((key) => !known.has(key)))
  return [...entries, ...[...more].map((key): Entry => [key, undefined])]
}

const objectOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
