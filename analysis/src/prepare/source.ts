import type { DispositionCount, FrameStratum } from '@echolot/freeze'
import type { Localized, Measure, Unpooled } from '@echolot/instrument'
import type { Cell } from '../columns/cell.ts'
import type { Packed } from '../columns/packed.ts'

/** Data as they were read, before anything is done to them. */
export type Source = {
  readonly n: number
  /** Cells, or what was packed while it was read; those a plan does not name may be left out. */
  readonly columns: Readonly<Record<string, readonly Cell[] | Packed>>
  /** Rows of each portion of packed columns; without it there is one. */
  readonly portions?: readonly number[]
  /** Names of all columns, if some of them were left out. */
  readonly names?: readonly string[]
  /** What a codebook says about a column, if there is one. */
  readonly variables: Readonly<Record<string, SourceVariable>>
  /** Columns that the codebook does not have and by which others know a person. */
  readonly identifying?: readonly string[]
  readonly frame: readonly FrameStratum[]
  readonly dispositions: readonly DispositionCount[]
  /** Variables that several versions of the questionnaire ask in ways that do not measure the same. */
  readonly unpooled?: readonly Unpooled[]
  /** The plan that was fixed when the data were cut. */
  readonly fixedPlan?: { readonly text: string; readonly digest: string }
  readonly provenance: Provenance
}
export type SourceVariable = {
  readonly label: Localized
  readonly missing: readonly number[]
  readonly sensitive: boolean
  /** Whether others know this of a person: age, family, place of living. */
  readonly identifying?: boolean
  readonly values: readonly { readonly value: number | string; readonly label: Localized }[]
  readonly measure?: Measure
  /** Least and greatest number that can be an answer. */
  readonly range?: { readonly min: number; readonly max: number }
}

/** Where the data come from; goes under every page. */
export type Provenance = {
  readonly kind: 'freeze' | 'file'
  readonly digest: string
  readonly synthetic: boolean
  readonly madeOn?: string
  readonly codeVersion?: string
  readonly instruments: readonly string[]
}
