import type { DispositionCount, FrameStratum } from '@echolot/freeze'
import type { Localized, Unpooled } from '@echolot/instrument'

/** Data as they were read, before anything is done to them. */
export type Source = {
  readonly n: number
  readonly columns: Readonly<Record<string, readonly (number | string | null)[]>>
  /** What a codebook says about a column, if there is one. */
  readonly variables: Readonly<Record<string, SourceVariable>>
  readonly frame: readonly FrameStratum[]
  readonly dispositions: readonly DispositionCount[]
  /** Variables that several versions of the questionnaire ask in ways that do not measure the same. */
  readonly unpooled?: readonly Unpooled[]
  readonly provenance: Provenance
}
export type SourceVariable = {
  readonly label: Localized
  readonly missing: readonly number[]
  readonly sensitive: boolean
  readonly values: readonly { readonly value: number | string; readonly label: Localized }[]
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
