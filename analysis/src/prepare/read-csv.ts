import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { digestOfFile, readDigesting } from '@echolot/freeze'
import Papa from 'papaparse'
import { type Cell, cellOf } from '../columns/cell.ts'
import type { Crew } from '../columns/crew.ts'
import { joined, type PackedPortion, packedPortion } from '../columns/packed.ts'
import { readTable, type Wanted } from '../columns/read-table.ts'
import { dataUnreadable } from '../problems.ts'
import type { Source } from './source.ts'

type Asked = { readonly wanted: Wanted; readonly crew: Crew }

/**
 * Reads a CSV file with a header line: in portions where all readers of CSV would agree about it, else from its first
 * byte to its last; a pipe as well.
 * @throws dataUnreadable
 */
export const readCsv = async (file: string, { wanted, crew }: Asked): Promise<Source> => {
  const table = (await stat(file)).isFile() ? readTable(file, { wanted, crew }) : undefined
  return table === undefined
    ? sourceOfStream(file, { wanted, crew })
    : sourceFrom(table, (await digestOfFile(file)).sha256)
}

const sourceFrom = (
  table: Pick<Source, 'n' | 'columns' | 'names' | 'portions'>,
  digest: string,
): Source => ({
  ...table,
  variables: {},
  frame: [],
  dispositions: [],
  provenance: { kind: 'file', digest, synthetic: false, instruments: [] },
})

/**
 * The text of a CSV file, read.
 * @throws dataUnreadable
 */
export const sourceOfText = (text: string, file: string): Source => {
  const taken = rowsOf(file, { wanted: () => true })
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true, step: taken.take })
  return sourceFrom(taken.table(), '')
}

/** The same of a file that is never whole in memory. */
const sourceOfStream = async (file: string, asked: Asked): Promise<Source> => {
  const { passing, sha256 } = readDigesting(file)
  const letters = new TextDecoder()
  const texts = async function* () {
    for await (const bytes of passing) yield letters.decode(bytes, { stream: true })
    yield letters.decode()
  }
  const taken = rowsOf(file, asked)
  const stream = Readable.from(texts())
  await new Promise<void>((complete, error) => {
    Papa.parse<string[]>(stream, {
      skipEmptyLines: true,
      step: taken.take,
      complete: () => complete(),
      error,
    })
  }).finally(() => stream.destroy())
  return sourceFrom(taken.table(), sha256())
}

/** Rows that are packed together. */
const PORTION = 1 << 14

/** Takes rows one by one and packs them, the first being the names. @throws dataUnreadable */
const rowsOf = (file: string, { wanted, crew }: Pick<Asked, 'wanted'> & Partial<Asked>) => {
  let names: readonly string[] | undefined
  let places: readonly number[] = []
  let cells: Cell[][] = []
  let packed: PackedPortion[][] = []
  const portions: number[] = []
  let rows = 0
  const pack = () => {
    const length = cells[0]?.length ?? 0
    if (length === 0) return
    portions.push(length)
    for (const [slot, column] of cells.entries()) {
      ;(packed[slot] as PackedPortion[]).push(packedPortion(column, crew?.shelf))
      column.length = 0
    }
  }
  return {
    take: ({ data, errors, meta }: Papa.ParseStepResult<string[]>) => {
      const fault = errors.find(({ type }) => type === 'Quotes')
      if (fault !== undefined) throw unreadable(file, fault.message)
      if (names === undefined) {
        names = data.map((name) => name.trim())
        places = names.flatMap((name, place) => (wanted(name) ? [place] : []))
        cells = places.map(() => [])
        packed = places.map(() => [])
        return
      }
      if (data.length !== names.length)
        throw dataUnreadable({
          file,
          reason: `line ${rows + 2} has ${data.length} fields, the header has ${names.length} (delimiter “${meta.delimiter}”)`,
          remedy: 'put texts that hold the delimiter into quotation marks',
        })
      for (const [slot, place] of places.entries())
        (cells[slot] as Cell[]).push(cellOf(data[place] as string))
      rows += 1
      if (rows % PORTION === 0) pack()
    },
    table: () => {
      if (names === undefined) throw unreadable(file, 'the file is empty')
      pack()
      return {
        n: rows,
        names,
        portions,
        columns: Object.fromEntries(
          places.map((place, slot) => [
            (names as readonly string[])[place],
            joined(packed[slot] as readonly PackedPortion[]),
          ]),
        ),
      }
    },
  }
}

const unreadable = (file: string, reason: string) =>
  dataUnreadable({
    file,
    reason,
    remedy: 'give a CSV file in UTF-8 whose first line names the columns',
  })
