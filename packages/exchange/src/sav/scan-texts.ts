import type { Release } from '../release/release-of.ts'
import { hasTime, spssSeconds } from './spss-time.ts'

/** What must be known of all texts before the first of them is written; by column. */
export type TextScan = {
  /** Bytes of the longest text. */
  readonly bytes: ReadonlyMap<string, number>
  /** How many texts are longer than a system file holds. */
  readonly tooLong: ReadonlyMap<string, number>
  readonly times: ReadonlyMap<string, 'day' | 'moment'>
  /** How many dates are none. */
  readonly unreadable: ReadonlyMap<string, number>
}

const LONGEST = 32_767

/** Goes once through the texts and dates of a release. */
export const scanTexts = async ({ variables, groups }: Release): Promise<TextScan> => {
  const texts = variables.filter(({ type }) => type === 'text')
  const dates = variables.filter(({ type }) => type === 'date')
  const bytes = new Map<string, number>()
  const tooLong = new Map<string, number>()
  const times = new Map<string, 'day' | 'moment'>()
  const unreadable = new Map<string, number>()
  for await (const { columns } of groups([...texts, ...dates].map(({ name }) => name))) {
    for (const { name } of texts) {
      let longest = bytes.get(name) ?? 0
      let over = 0
      for (const cell of columns[name] ?? []) {
        if (typeof cell !== 'string' || cell.length * 3 <= longest) continue
        const length = Buffer.byteLength(cell)
        if (length > longest) longest = length
        if (length > LONGEST) over += 1
      }
      bytes.set(name, longest)
      if (over > 0) tooLong.set(name, (tooLong.get(name) ?? 0) + over)
    }
    for (const { name, missing } of dates)
      for (const cell of columns[name] ?? []) {
        if (typeof cell !== 'string' || cell === '' || missing.includes(Number(cell))) continue
        if (spssSeconds(cell) === undefined) unreadable.set(name, (unreadable.get(name) ?? 0) + 1)
        else if (hasTime(cell)) times.set(name, 'moment')
      }
  }
  return { bytes, tooLong, times, unreadable }
}
