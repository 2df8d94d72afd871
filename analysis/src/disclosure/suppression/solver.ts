import type { Highs, ModelData } from 'highs'

/** Solves linear programs; made only when a table needs it, because starting it costs 50 ms. */
export type Solver = Highs

let opened: Promise<Solver> | undefined

/** The solver HiGHS (WebAssembly), started at the first call. */
export const openSolver = (): Promise<Solver> => {
  // Its types are those of CommonJS; what is imported is the ES module, whose default is the loader.
  opened ??= import('highs').then((highs) =>
    (highs.default as unknown as typeof highs.default.default)(),
  )
  return opened
}

/** Rows of a linear program, as coefficients by column. */
export type Rows = readonly {
  readonly of: readonly (readonly [column: number, coefficient: number])[]
  readonly least: number
  readonly most: number
}[]

/** A linear program over columns with these bounds and rows; minimizes `cost`. */
export const programOf = (
  columns: readonly { readonly least: number; readonly most: number; readonly cost: number }[],
  rows: Rows,
  integer: 'integer' | 'real',
): ModelData => {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { of } of rows) {
    for (const [column, coefficient] of [...of].sort((a, b) => a[0] - b[0])) {
      indices.push(column)
      values.push(coefficient)
    }
    starts.push(indices.length)
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ least }) => least),
    colUpper: columns.map(({ most }) => most),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(integer === 'integer' ? { integrality: Int32Array.from(columns, () => 1) } : {}),
  }
}
