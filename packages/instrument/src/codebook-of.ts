import { columnsOf } from './columns/columns-of.ts'
import type { Codebook, Instrument } from './instrument.ts'

/**
 * The variables an instrument gives to a freeze. A single answer is one variable under the item's name; every row of
 * a matrix is one; a multiple choice has one 0/1 variable a choice (`topic_3`), a ranking one rank a choice (0 = not
 * chosen), a repeated panel one variable an entry up to its maximum (`child_age_1` … `child_age_6`). Words beside an
 * answer stand in `…_comment`. Items without a note count as sensitive.
 */
export const codebookOf = (instrument: Instrument): Codebook => ({
  instrument: instrument.instrument,
  version: instrument.version,
  languages: instrument.languages.map(({ tag }) => tag),
  variables: columnsOf(instrument).map(({ variable }) => variable),
  scales: instrument.scales,
})
