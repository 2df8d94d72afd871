import { sha256Hex } from '@echolot/crypto/digest'
import { type Finding, type Outcome, outcomeOf } from './finding.ts'
import { LONGEST, type Office, type Row, type Table, type Value } from './read-office.ts'

/** A value in this many rows of one table, or more, points at nobody. */
const CROWD = 5
/** A row with more secrets than this (a message under way, a questionnaire) belongs to no single person. */
const HUB = 64

type Knot = { readonly side: 'vault' | 'collection'; readonly table: Table; readonly row: Row }

/**
 * Follows equal values from row to row through both offices, as an attacker joins tables, and asks whether any way leads
 * from a row that belongs to a person to a row that holds answers. Values are compared as bytes, whether they stand as
 * text, blob, hexadecimal, base64 or inside JSON, and by their SHA-256. A value that both offices hold rightly (the
 * credential) is no link as long as no way leads on from it: that is what the protocol promises.
 *
 * Cannot see: links by small numbers and words (they are the orders' and the cells' business), keyed digests.
 */
export const equalValues = async (vault: Office, collection: Office): Promise<Outcome> => {
  const knots: Knot[] = [
    ...vault.tables.flatMap((table) =>
      table.rows.map((row) => ({ side: 'vault' as const, table, row })),
    ),
    ...collection.tables.flatMap((table) =>
      table.rows.map((row) => ({ side: 'collection' as const, table, row })),
    ),
  ]
  const secrets = await Promise.all(knots.map(({ side, row }) => secretsOf(row, side === 'vault')))
  const holders = new Map<string, number[]>()
  for (const [knot, list] of secrets.entries())
    if (list.size <= HUB)
      for (const secret of list) holders.set(secret, [...(holders.get(secret) ?? []), knot])
  for (const [secret, held] of holders) {
    const crowds = Map.groupBy(held, (knot) => knots[knot]?.table)
    if (held.length < 2 || [...crowds.values()].some((crowd) => crowd.length >= CROWD))
      holders.delete(secret)
  }
  const ways = waysToPersons(knots, secrets, holders)
  const grouped = Map.groupBy(ways, (way) => way.join(' = '))
  return outcomeOf(
    'equal values',
    'ways of equal values from a person to answers, in text, blobs, hexadecimal, base64, JSON, SHA-256',
    [...grouped].map(
      ([way, rows]): Finding => ({
        place: way,
        what: `${rows.length} rows of answers lead to a person by equal values`,
        remedy: 'remove the value at one of the two offices, or seal it there',
      }),
    ),
    [`${knots.length} rows, ${holders.size} rare values that occur more than once`],
  )
}

/** From each row of answers the shortest way to a row of a person, as names of tables. */
const waysToPersons = (
  knots: readonly Knot[],
  secrets: readonly ReadonlySet<string>[],
  holders: ReadonlyMap<string, readonly number[]>,
): readonly (readonly string[])[] =>
  knots.flatMap((start, from) => {
    if (start.side !== 'collection' || !start.table.columns.includes('answers')) return []
    const before = new Map<number, number>([[from, -1]])
    const queue = [from]
    for (const knot of queue) {
      const at = knots[knot]
      if (at?.side === 'vault' && at.table.columns.includes('person')) {
        const way: string[] = []
        for (let step = knot; step >= 0; step = before.get(step) ?? -1)
          way.unshift(`${knots[step]?.side} ${knots[step]?.table.name}`)
        return [way]
      }
      for (const secret of secrets[knot] ?? [])
        for (const next of holders.get(secret) ?? [])
          if (!before.has(next)) {
            before.set(next, knot)
            queue.push(next)
          }
    }
    return []
  })

const secretsOf = async (row: Row, digested: boolean): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  for (const value of Object.values(row)) collect(value, found, 2)
  if (digested)
    for (const secret of [...found].slice(0, HUB)) {
      const bytes = Buffer.from(secret, 'hex')
      for (const form of [bytes, Buffer.from(secret), bytes.toString('base64url')])
        found.add(await sha256Hex(form))
    }
  return found
}

/** Sixteen characters that look drawn by lot. */
const PIECE = /[A-Za-z0-9_\-+/]{16,}={0,2}/g

/** Some digits, or capitals all over: no word, however long. One in seven persons has fewer digits in base64. */
const isDrawn = (piece: string) => {
  const count = (kind: RegExp) => (piece.match(kind) ?? []).length
  return count(/\d/g) >= 2 || (count(/[A-Z]/g) >= 4 && count(/[a-z]/g) >= 4)
}

const collect = (value: Value, found: Set<string>, depth: number) => {
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value)
    if (bytes.length >= 8 && bytes.length <= LONGEST) {
      found.add(bytes.toString('hex'))
      collect(bytes.toString('latin1'), found, depth - 1)
    }
    return
  }
  if (typeof value !== 'string' || value.length > LONGEST || depth < 0) return
  for (const [piece] of value.matchAll(PIECE)) {
    if (!isDrawn(piece)) continue
    const plain = piece.replaceAll('-', '')
    if (/^([0-9a-f]{2}){8,}$/i.test(plain)) {
      found.add(plain.toLowerCase())
      collect(Buffer.from(plain, 'hex').toString('latin1'), found, depth - 1)
    } else {
      const bytes = Buffer.from(piece, 'base64url')
      found.add(bytes.toString('hex'))
      collect(bytes.toString('latin1'), found, depth - 1)
    }
  }
}
