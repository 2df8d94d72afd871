import { DISPOSITIONS } from '@echolot/study'
import { sharedBytes, startsOf } from '../columns/coded.ts'
import { type Packed, packedCells } from '../columns/packed.ts'
import { codesOf, type Portion } from '../columns/shelf.ts'
import type { Source } from './source.ts'

/** Whether a response counts as complete or partial; break-offs and refusals are outcomes, not answers. */
const isAnswered = (disposition: string): boolean => {
  const group = DISPOSITIONS[disposition as keyof typeof DISPOSITIONS]
  return group === 'I' || group === 'P'
}

/** The columns of those who answered, and their number in each portion; in a plain file all have. */
export const answeredOf = (
  source: Source,
): {
  readonly rows: readonly number[]
  readonly columns: readonly (readonly [string, Packed])[]
} => {
  const portions = source.portions ?? [source.n]
  const columns = Object.entries(source.columns).map(
    ([name, cells]) => [name, 'kind' in cells ? cells : packedCells(cells)] as const,
  )
  const dispositions = columns.find(([name]) => name === 'disposition')?.[1]
  if (source.provenance.kind !== 'freeze' || dispositions?.kind !== 'wide')
    return { rows: portions, columns }
  const answered = dispositions.texts?.list.map(isAnswered) ?? []
  const kept = portionsOf(portions).map(([from, to]) =>
    Uint32Array.from(
      Array.from({ length: to - from }, (_, i) => from + i).filter(
        (row) => answered[(dispositions.texts?.places[row] ?? 0) - 1],
      ),
    ),
  )
  if (kept.every((rows, i) => rows.length === portions[i])) return { rows: portions, columns }
  return {
    rows: kept.map((rows) => rows.length),
    columns: columns.map(([name, packed]) => [name, only(packed, kept, portions)]),
  }
}

/** First row and the one after the last of each portion. */
const portionsOf = (portions: readonly number[]): readonly (readonly [number, number])[] => {
  const starts = startsOf(portions)
  return portions.map((rows, i) => [starts[i] as number, (starts[i] as number) + rows])
}

/** The rows that are kept. */
const only = (
  packed: Packed,
  kept: readonly Uint32Array[],
  portions: readonly number[],
): Packed => {
  if (packed.kind === 'small') {
    const counts = new Float64Array(packed.counts.length)
    const starts = portionsOf(portions)
    return {
      kind: 'small',
      counts,
      portions: kept.map((rows, i) => {
        const own = codesOf(packed.portions[i] as Portion)
        const codes = sharedBytes(rows.length)
        for (const [place, row] of rows.entries()) {
          const code = own[row - (starts[i]?.[0] ?? 0)] as number
          codes[place] = code
          counts[code] = (counts[code] as number) + 1
        }
        return codes
      }),
    }
  }
  const rows = kept.flatMap((some) => [...some])
  const { numbers, texts } = packed
  return {
    kind: 'wide',
    numbers: Float64Array.from(rows, (row) => numbers[row] as number),
    ...(texts
      ? {
          texts: {
            places: Int32Array.from(rows, (row) => texts.places[row] as number),
            list: texts.list,
          },
        }
      : {}),
  }
}
