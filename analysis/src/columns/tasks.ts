import { bitTables } from './bit-tables.ts'
import { followerCounts } from './follower-counts.ts'
import { lackingRows } from './lacking-rows.ts'
import { pairCounts } from './pair-counts.ts'
import { parsePortion } from './parse-portion.ts'
import { sumCodes } from './sum-codes.ts'

/** What a crew can do: a unit of work from what all units share. */
export const TASKS = {
  parsePortion,
  lackingRows,
  bitTables,
  pairCounts,
  sumCodes,
  followerCounts,
} as const
export type TaskName = keyof typeof TASKS

/** A task for several threads; units are taken one by one from a counter they share. */
export type Order = {
  readonly number: number
  readonly name: TaskName
  readonly input: unknown
  readonly units: number
  readonly taken: Int32Array
}

/** What the units a thread took of an order gave. */
export type Answer =
  | { readonly number: number; readonly results: readonly [number, unknown][] }
  | { readonly fault: string }
