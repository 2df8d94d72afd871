import { sharedWords } from './coded.ts'
import { codesOf, kept, type Portion, type Shelf } from './shelf.ts'

/** Columns whose values are added up respondent by respondent. */
export type SumInput = {
  readonly columns: readonly {
    readonly portions: readonly Portion[]
    /** By code: what a value adds to the code of the sum; 0 where it is missing. */
    readonly shares: Uint16Array
  }[]
  /** Number of codes a sum can have. */
  readonly codes: number
  readonly shelf: Shelf | undefined
}

/** The code of each respondent's sum in one portion, and how many respondents have each code. */
export const sumCodes = (
  { columns, codes, shelf }: SumInput,
  portion: number,
): { readonly sums: Portion; readonly counts: Uint32Array } => {
  const rows = columns[0]?.portions[portion]?.length ?? 0
  const sums = sharedWords(rows)
  for (const { portions, shares } of columns) {
    const own = codesOf(portions[portion] as Portion)
    for (let row = 0; row < rows; row++)
      sums[row] = (sums[row] as number) + (shares[own[row] as number] as number)
  }
  const counts = new Uint32Array(codes)
  for (let row = 0; row < rows; row++) {
    const sum = sums[row] as number
    counts[sum] = (counts[sum] as number) + 1
  }
  return { sums: kept(sums, shelf), counts }
}
