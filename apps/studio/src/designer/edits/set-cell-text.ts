import {
  type Instrument,
  type Pointer,
  pointerTo,
  setProperty,
  setText,
  valueAt,
} from '@echolot/instrument'

/**
 * The instrument with the text of one cell of a matrix written in one language; an empty text removes it, and what is left
 * empty around it.
 * @param matrix - Pointer of the matrix in the survey.
 */
export const setCellText = (
  instrument: Instrument,
  {
    matrix,
    row,
    column,
    language,
    text,
  }: {
    readonly matrix: Pointer
    readonly row: string
    readonly column: string
    readonly language: string
    readonly text: string
  },
): Instrument => {
  const cells = pointerTo(matrix, 'cells')
  const ready = withObject(withObject(instrument, matrix, 'cells'), cells, row)
  const written = setText(ready, { path: pointerTo(cells, row, column), language, text })
  return withoutEmpty(withoutEmpty(written, cells, row), matrix, 'cells')
}

const withObject = (instrument: Instrument, path: Pointer, property: string) =>
  isFilled(valueAt(instrument.survey, pointerTo(path, property)))
    ? instrument
    : setProperty(instrument, { path, property, value: {} })

const withoutEmpty = (instrument: Instrument, path: Pointer, property: string) =>
  isFilled(valueAt(instrument.survey, pointerTo(path, property)))
    ? instrument
    : setProperty(instrument, { path, property, value: undefined })

const isFilled = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
