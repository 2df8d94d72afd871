import type { LssQuestion } from './lss-survey.ts'

/** What a question will be called and which values its answers will have; made before any formula is read. */
export type Declared = {
  readonly question: LssQuestion
  readonly name: string
  readonly path: string
  /** Code of a subquestion → its name or value here; rows and columns apart. */
  readonly rows: ReadonlyMap<string, string>
  readonly columns: ReadonlyMap<string, string>
  /** Code of an answer → its value, for each scale. */
  readonly values: readonly ReadonlyMap<string, string | number>[]
  /** Its parts stand one by one, because conditions or checks speak of each. */
  readonly apart: boolean
  /** Names of cells that stand one by one, by `row column` in the source's codes. */
  readonly cells: ReadonlyMap<string, string>
}
