import type { DispositionCount, FrameStratum } from '@echolot/freeze'
import { type Coded, valuesOf } from '../columns/coded.ts'
import type { Crew } from '../columns/crew.ts'
import type { Design } from '../statistics/weighted-mean.ts'
import type { Provenance } from './source.ts'

/** One variable, ready for the methods. */
export type Column = {
  readonly name: string
  readonly label: string
  /** One value per respondent; NaN where missing. Texts became codes 1, 2 …, see `levels`. */
  readonly values: Float64Array
  /** The same as codes, where the column has few distinct values: what follows from counts is counted there. */
  readonly coded?: Coded
  readonly levels?: readonly string[]
  readonly valueLabels: ReadonlyMap<number, string>
  readonly sensitive: boolean
  /** Respondents by missing code (−77, −88, −99 …); empty cells count as −99. */
  readonly missing: ReadonlyMap<number, number>
}

/** A column from its codes; `values` are made when somebody asks for them, and kept. */
export const codedColumn = (about: Omit<Column, 'values' | 'coded'>, coded: Coded): Column => {
  const { name, label, levels, valueLabels, sensitive, missing } = about
  let values: Float64Array | undefined
  return {
    name,
    label,
    ...(levels ? { levels } : {}),
    valueLabels,
    sensitive,
    missing,
    coded,
    get values() {
      values ??= valuesOf(coded)
      return values
    },
  }
}

/** What one step did: how many respondents went in and came out, and why. */
export type Step = {
  readonly step: string
  readonly in: number
  readonly out: number
  readonly note: string
}

export type Prepared = {
  readonly n: number
  readonly columns: ReadonlyMap<string, Column>
  /** Weights are all 1 unless the plan says otherwise. */
  readonly design: Design
  readonly weighted: boolean
  readonly trimmed: number
  /** Margins that could not be met because nobody answered in one of their categories. */
  readonly marginsLeftOut: readonly string[]
  readonly frame: readonly FrameStratum[]
  readonly dispositions: readonly DispositionCount[]
  readonly steps: readonly Step[]
  readonly provenance: Provenance
  /** Who counts; see `columns/`. */
  readonly crew: Crew
}
