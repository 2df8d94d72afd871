import type { Golden } from '../statistics/golden.testing.ts'

export type { Golden }
export type Read = (file: string) => Golden

/** A plan for a part of a reference file: its lines find what stands below `block` in `expected`. */
export type GoldenPlan = {
  /** Reference file without `.json`. */
  readonly file: string
  /** Place in `expected`; without it all of it. */
  readonly block?: string
  /** Data set; without it the plan brings its own numbers. */
  readonly data?: string
  readonly lines: readonly object[]
  /** Names that a line of ours bears in the file. */
  readonly called?: Readonly<Record<string, string>>
}

/** One plan. */
export const only = (
  file: string,
  block: string | undefined,
  data: string | undefined,
  ...lines: readonly object[]
): GoldenPlan => ({ file, lines, ...(block && { block }), ...(data && { data }) })

/** A plan a block of the file. */
export const blocksOf = (
  read: Read,
  file: string,
  of: (block: string, golden: Golden) => Omit<GoldenPlan, 'file' | 'block'> | undefined,
): GoldenPlan[] => {
  const golden = read(file)
  return Object.keys(golden.expected).flatMap((block) => {
    const plan = of(block, golden)
    return plan === undefined ? [] : [{ file, block, ...plan }]
  })
}
