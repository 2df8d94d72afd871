import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Papa from 'papaparse'
import type { Crew } from './crew.ts'
import { joined, type Packed, type PackedPortion } from './packed.ts'

/** Whether a column of this name is needed. */
export type Wanted = (name: string) => boolean

/** A table as it was read: the wanted columns, cut into portions of so many rows. */
export type Table = {
  readonly n: number
  readonly names: readonly string[]
  readonly portions: readonly number[]
  readonly columns: Readonly<Record<string, Packed>>
}

/** Bytes of a portion: its columns fit into a processor's own memory, and there are enough of them to share out. */
const portionOf = (size: number, hands: number) => {
  if (size > MOST_PORTIONS * FITTING) return Math.ceil(size / MOST_PORTIONS)
  return hands === 1 ? FITTING : Math.min(FITTING, Math.max(1 << 18, Math.ceil(size / (8 * hands))))
}
const FITTING = 1 << 21
/** What is known of each portion is in memory, however large the file. */
const MOST_PORTIONS = 256

/** What is looked at to find delimiter and ends of lines. */
const HEAD = 1 << 18

/**
 * Reads a CSV file in portions, which the crew shares, straight into typed columns; the text is never whole in memory.
 * Undefined if the file holds something on which readers of CSV may differ: then a full reader must judge.
 */
export const readTable = (
  path: string,
  {
    wanted,
    crew,
    bytes,
  }: { readonly wanted: Wanted; readonly crew: Crew; readonly bytes?: number },
): Table | undefined => {
  const { size } = statSync(path)
  const head = headOf(path, size)
  if (head === undefined) return undefined
  const { names, from, delimiter, lineEnd } = head
  const places = names.flatMap((name, place) => (wanted(name) ? [place] : []))
  const slots = new Int32Array(names.length).fill(-1)
  for (const [slot, place] of places.entries()) slots[place] = slot
  const portion = bytes ?? portionOf(size, crew.hands)
  const units = Math.ceil((size - from) / portion)
  const { shelf } = crew
  const input = { path, from, size, bytes: portion, delimiter, lineEnd, slots, shelf }
  const read = crew.run('parsePortion', input, units)
  if (!read.every((portion) => portion !== undefined)) return undefined
  const portions = read.filter(({ rows }) => rows > 0)
  return {
    n: portions.reduce((sum, { rows }) => sum + rows, 0),
    names,
    portions: portions.map(({ rows }) => rows),
    columns: Object.fromEntries(
      places.map((place, slot) => [
        names[place],
        joined(portions.map(({ columns }) => columns[slot] as PackedPortion)),
      ]),
    ),
  }
}

/** Names of the columns, where the lines after them begin, and how fields and lines end. */
const headOf = (path: string, size: number) => {
  const bytes = Buffer.alloc(Math.min(size, HEAD))
  const file = openSync(path, 'r')
  try {
    if (readSync(file, bytes, 0, bytes.length, 0) < bytes.length) return undefined
  } finally {
    closeSync(file)
  }
  const end = bytes.indexOf(10)
  if (end < 0) return undefined
  const mark = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0
  const lineEnd = bytes[end - 1] === 13 ? 13 : 10
  const whole = bytes.subarray(mark, bytes.length === size ? size : bytes.lastIndexOf(10) + 1)
  const { delimiter, linebreak } = Papa.parse(whole.toString('utf8'), { preview: 1 }).meta
  const line = bytes.subarray(mark, lineEnd === 13 ? end - 1 : end).toString('utf8')
  const { data, errors } = Papa.parse<string[]>(line, { delimiter, newline: '\n' })
  const names = data[0]?.map((name) => name.trim()) ?? []
  const isKnown =
    linebreak === (lineEnd === 13 ? '\r\n' : '\n') &&
    delimiter.length === 1 &&
    delimiter.charCodeAt(0) < 128 &&
    data.length === 1 &&
    errors.length === 0 &&
    !line.includes('\r') &&
    names.length > 1 &&
    new Set(names).size === names.length
  return isKnown ? { names, from: end + 1, delimiter: delimiter.charCodeAt(0), lineEnd } : undefined
}
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])
