import { cellSizes } from './cells.ts'
import { equalValues } from './equal-values.ts'
import type { Outcome } from './finding.ts'
import { outcomeOf } from './finding.ts'
import { foreignTexts } from './foreign-texts.ts'
import { liveTables, pairsOf, type Truth } from './known-pairs.ts'
import { moments } from './moments.ts'
import { compareFiles, guessByOrders, keptArrival } from './orders.ts'
import { answerTables, type Office } from './read-office.ts'

export type Verdict = {
  readonly ok: boolean
  readonly persons: number
  readonly responses: number
  /** Known pairs, without which no guess can be counted. */
  readonly known: number | null
  readonly attacks: readonly Outcome[]
}

/** Chance is beaten when a score is reached by chance less often than this, over all scored attacks together. */
export const ALPHA = 0.001
const SCORED = 3
const TRIES = 9_999
const SEED = 20_261_122

/**
 * An honest attacker with all data of both offices, but neither codes nor keys, tries to find out who answered what.
 * @throws RangeError where nothing could be proved: data of one office are missing, or the truth is of other data
 */
export const attack = async (
  vault: Office,
  collection: Office,
  { truth, least = 20 }: { readonly truth?: Truth | undefined; readonly least?: number } = {},
): Promise<Verdict> => {
  const persons = liveTables(vault).find(({ table }) => table === 'person')?.rows.length ?? 0
  const responses = answerTables({ ...collection, tables: liveTables(collection) })
    .map(({ rows }) => rows.length)
    .reduce((a, b) => a + b, 0)
  if (persons === 0) throw new RangeError('there are no persons in the data of the vault')
  if (responses === 0) throw new RangeError('there are no answers in the data of the collection')
  const chance = { alpha: ALPHA / SCORED, tries: TRIES, seed: SEED }
  const pairs = truth && pairsOf(truth, vault, collection)
  const attacks = [
    await equalValues(vault, collection),
    outcomeOf(
      'orders: arrival',
      'tables that keep the order in which rows came',
      keptArrival(vault, collection),
    ),
    compareFiles(vault, collection, chance),
    ...(pairs ? guessByOrders(pairs, vault, collection, chance) : []),
    moments(vault, collection),
    cellSizes(vault, collection, least),
    foreignTexts(vault, collection),
  ]
  return {
    ok: attacks.every(({ ok }) => ok),
    persons,
    responses,
    known: pairs?.length ?? null,
    attacks,
  }
}
