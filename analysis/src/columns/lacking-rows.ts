import { sharedBytes } from './coded.ts'
import { codesOf, type Portion } from './shelf.ts'

export type LackingInput = {
  /** Respondents of each portion. */
  readonly rows: readonly number[]
  /** Codes in portions, and by code 1 for missing, else 0. */
  readonly columns: readonly {
    readonly portions: readonly Portion[]
    readonly lacks: Uint8Array
  }[]
}

/** The respondents of a portion: 1 for each who lacks one of the columns, else 0. */
export const lackingRows = ({ rows, columns }: LackingInput, portion: number): Uint8Array => {
  const lacking = sharedBytes(rows[portion] as number)
  for (const { portions, lacks } of columns) {
    const codes = codesOf(portions[portion] as Portion)
    for (let row = 0; row < lacking.length; row++)
      lacking[row] = (lacking[row] as number) | (lacks[codes[row] as number] as number)
  }
  return lacking
}
