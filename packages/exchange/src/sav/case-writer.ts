import type { FileHandle } from 'node:fs/promises'
import type { FreezeGroup } from '@echolot/freeze'
import { cutBytes } from './cut-bytes.ts'
import type { SavVariable } from './dictionary.ts'
import { BIAS } from './dictionary-bytes.ts'
import { elementsOf, SEGMENT, segmentsOf } from './segments.ts'
import { spssSeconds } from './spss-time.ts'

const LITERAL = 253
const BLANKS = 254
const MISSING = 255
const BUFFERED = 1 << 20

/**
 * Writes cases in bytecode: blocks of eight commands, each block followed by the numbers and texts its commands ask
 * for. One group of cases is held at a time.
 */
export const caseWriter = (file: FileHandle, variables: readonly SavVariable[]) => {
  const widest = Math.max(0, ...variables.map(({ width }) => width))
  // One case can need nine bytes for each eight of it, and the block before it is not closed yet.
  const caseBytes = variables.reduce((sum, { width }) => sum + 9 * (2 + 2 * elementsOf(width)), 128)
  const out = Buffer.alloc(BUFFERED + caseBytes)
  const scratch = Buffer.alloc(Math.ceil((widest + SEGMENT + 1) / 8) * 8 + 8)
  let end = 8
  let block = 0
  let commands = 0

  const command = (code: number) => {
    if (commands === 8) {
      block = end
      end += 8
      commands = 0
    }
    out[block + commands] = code
    commands += 1
  }
  const number = (value: number) => {
    if (value >= 1 - BIAS && value <= 251 - BIAS && Number.isInteger(value)) {
      command(value + BIAS)
      return
    }
    command(LITERAL)
    out.writeDoubleLE(value, end)
    end += 8
  }
  /** The bytes of `scratch` from `from` on, `elements` times eight. */
  const elementsFrom = (from: number, elements: number) => {
    for (let element = 0; element < elements; element++) {
      const at = from + 8 * element
      if (isBlank(scratch, at)) {
        command(BLANKS)
        continue
      }
      command(LITERAL)
      for (let byte = 0; byte < 8; byte++) out[end + byte] = scratch[at + byte] as number
      end += 8
    }
  }
  const text = (value: string, { width, segments }: Layout) => {
    const kept = cutBytes(value, width)
    if (segments.length === 1) {
      const elements = elementsOf(width)
      const bytes = scratch.write(kept)
      scratch.fill(0x20, bytes, 8 * elements)
      elementsFrom(0, elements)
      return
    }
    const bytes = Buffer.from(kept)
    for (const [place, segment] of segments.entries()) {
      scratch.fill(0x20, 0, 8 * elementsOf(segment))
      scratch.set(bytes.subarray(place * SEGMENT, (place + 1) * SEGMENT))
      elementsFrom(0, elementsOf(segment))
    }
  }
  const layouts = variables.map(
    (variable): Layout => ({ ...variable, segments: segmentsOf(variable.width) }),
  )
  const cell = (value: number | string | null, layout: Layout) => {
    if (layout.width > 0) text(value === null ? '' : String(value), layout)
    else if (typeof value === 'number') number(value)
    else {
      const found = value === null ? undefined : numberOf(value, layout)
      if (found === undefined) command(MISSING)
      else number(found)
    }
  }
  /** Writes the blocks that are closed; keeps the open one. */
  const flush = async () => {
    await file.writeFile(out.subarray(0, block))
    out.copyWithin(0, block, end)
    end -= block
    block = 0
  }
  return {
    add: async ({ rows, columns }: FreezeGroup) => {
      const cells = layouts.map(
        (layout) => columns[layout.column] as readonly (number | string | null)[],
      )
      for (let row = 0; row < rows; row++) {
        for (let place = 0; place < layouts.length; place++)
          cell(
            (cells[place] as readonly (number | string | null)[])[row] ?? null,
            layouts[place] as Layout,
          )
        if (block > BUFFERED) await flush()
      }
    },
    close: async () => {
      if (commands === 0) return
      out.fill(0, block + commands, block + 8)
      await file.writeFile(out.subarray(0, end))
    },
  }
}

type Layout = SavVariable & { readonly segments: readonly number[] }

const isBlank = (bytes: Buffer, at: number) => {
  for (let byte = at; byte < at + 8; byte++) if (bytes[byte] !== 0x20) return false
  return true
}

/** The number of a date; its missing codes stand for themselves. */
const numberOf = (text: string, { missing }: Layout): number | undefined =>
  missing.kind === 'codes' && missing.codes.includes(Number(text))
    ? Number(text)
    : spssSeconds(text)
