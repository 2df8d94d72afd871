import Papa from 'papaparse'
import { fileUnreadable } from '../problems.ts'
import { type SourceFile, textOfFile } from '../source-file.ts'

/** The columns of a data dictionary, by their names in REDCap's interface. */
export const COLUMNS = [
  'field_name',
  'form_name',
  'section_header',
  'field_type',
  'field_label',
  'choices',
  'field_note',
  'validation',
  'validation_min',
  'validation_max',
  'identifier',
  'branching_logic',
  'required_field',
  'custom_alignment',
  'question_number',
  'matrix_group_name',
  'matrix_ranking',
  'field_annotation',
] as const
export type DictionaryColumn = (typeof COLUMNS)[number]

/** One line: a field of the dictionary, its cells trimmed. */
export type Field = { readonly line: number } & Readonly<Record<DictionaryColumn, string>>

/** Headers of the interface's download and of the programming interface, without spaces and signs. */
const HEADERS: Readonly<Record<string, DictionaryColumn>> = {
  variablefieldname: 'field_name',
  selectchoicesorcalculations: 'choices',
  choicescalculationsorsliderlabels: 'choices',
  choicesorcalculations: 'choices',
  textvalidationtypeorshowslidernumber: 'validation',
  textvalidationmin: 'validation_min',
  textvalidationmax: 'validation_max',
  branchinglogicshowfieldonlyif: 'branching_logic',
  questionnumbersurveysonly: 'question_number',
  ...Object.fromEntries(COLUMNS.map((column) => [column.replaceAll('_', ''), column])),
}

/**
 * The fields of a data dictionary, and the headers that are none of its 18.
 * @throws file-unreadable when it has no column of variable names
 */
export const readDictionary = (
  file: SourceFile,
): { readonly fields: readonly Field[]; readonly foreign: readonly string[] } => {
  const { data } = Papa.parse<readonly string[]>(textOfFile(file).replace(/^\uFEFF/, ''), {
    skipEmptyLines: false,
    delimitersToGuess: [',', ';', '\t'],
  })
  const head = data[0] ?? []
  const columns = head.map((header) => HEADERS[header.toLowerCase().replaceAll(/[^a-z]/g, '')])
  if (!columns.includes('field_name') || !columns.includes('field_type'))
    throw fileUnreadable({
      format: 'REDCap data dictionary',
      place: 'first line',
      remedy:
        'A data dictionary begins with “Variable / Field Name”, “Form Name”, …, “Field Type”. Download it in REDCap under Data Dictionary.',
    })
  const blank = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Record<
    DictionaryColumn,
    string
  >
  return {
    foreign: head.filter((header, place) => columns[place] === undefined && header.trim() !== ''),
    fields: data.slice(1).flatMap((cells, place) => {
      const field = { ...blank }
      cells.forEach((cell, column) => {
        const name = columns[column]
        if (name !== undefined) field[name] = cell.trim()
      })
      return Object.values(field).every((cell) => cell === '')
        ? []
        : [{ line: place + 2, ...field }]
    }),
  }
}
