/**
 * Sets of respondents, a bit for each, and how many of them two sets have in common. Counting the bits of 64 respondents
 * is one instruction of every processor for which JavaScript has no word; WebAssembly has. So the one loop that counts
 * is written down here in its instructions, and nothing else:
 *
 *     sum = 0
 *     do { sum += ones(memory[a] & memory[b]) …four times; a += 32; b += 32 } while (a < end)
 *
 * @see WebAssembly Core Specification 2.0, chapter 5: the numbers of the instructions
 */
export type Sets = {
  /** The sets; all beginnings and lengths are multiples of `SET_BYTES`. */
  readonly bytes: Uint8Array
  /** Members that the set beginning at byte `a` has in common with that at `b`; the first ends before `end`. */
  readonly inBoth: (a: number, b: number, end: number) => number
}

/** Bytes that are counted at a time, and what lengths are multiples of. */
export const SET_BYTES = 32

const PAGE = 1 << 16
type Counter = {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number }
  readonly inBoth: Sets['inBoth']
}
let own: Counter | undefined

/** Room for sets of so many bytes; each thread has one, used again by whoever counts next. */
export const setsOf = (bytes: number): Sets => {
  own ??= counterOf()
  const { memory, inBoth } = own
  const lacking = bytes - memory.buffer.byteLength
  if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE))
  return { bytes: new Uint8Array(memory.buffer), inBoth }
}

/** The types of Node know nothing of it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: object }
}

const counterOf = (): Counter =>
  new WebAssembly.Instance(new WebAssembly.Module(MODULE())).exports as Counter

const [INTEGER, LONG, FUNCTION, NO_VALUE] = [0x7f, 0x7e, 0x60, 0x40]
const [GET, SET, TEE] = [0x20, 0x21, 0x22]
const [LOOP, END, BRANCH_IF] = [0x03, 0x0b, 0x0d]
const [CONSTANT, ADD, IS_LESS, TO_INTEGER] = [0x41, 0x6a, 0x49, 0xa7]
const [LOAD_LONG, AND_LONG, ONES_LONG, ADD_LONG] = [0x29, 0x83, 0x7b, 0x7c]

/** Parameters and the one variable of the loop. */
const [A, B, LAST, SUM] = [0, 1, 2, 3]

const MODULE = (): Uint8Array<ArrayBuffer> => {
  const loaded = (from: number, offset: number) => [GET, from, LOAD_LONG, 3, offset]
  const counted = [0, 8, 16, 24].flatMap((offset) => [
    ...[...loaded(A, offset), ...loaded(B, offset)],
    ...[AND_LONG, ONES_LONG, ADD_LONG],
  ])
  const stepped = (which: number) => [GET, which, CONSTANT, SET_BYTES, ADD]
  const code = [
    ...[LOOP, NO_VALUE],
    ...[GET, SUM, ...counted, SET, SUM],
    ...[...stepped(B), SET, B],
    ...[...stepped(A), TEE, A, GET, LAST, IS_LESS, BRANCH_IF, 0],
    ...[END, GET, SUM, TO_INTEGER, END],
  ]
  const named = (name: string) => sized([...Buffer.from(name)])
  const [function0, memory0, oneLong] = [
    [0, 0],
    [2, 0],
    [1, 1, LONG],
  ]
  return Uint8Array.from([
    ...[...Buffer.from('\0asm'), 1, 0, 0, 0],
    ...section(1, [FUNCTION, 3, INTEGER, INTEGER, INTEGER, 1, INTEGER]),
    ...section(3, [0]),
    ...section(5, [0, 1]),
    ...sectionOf(7, [
      [...named('inBoth'), ...function0],
      [...named('memory'), ...memory0],
    ]),
    ...section(10, sized([...oneLong, ...code])),
  ])
}

/** Everything here is shorter than 128 bytes, so that a length is one byte. */
const sized = (bytes: readonly number[]) => [bytes.length, ...bytes]
const sectionOf = (id: number, entries: readonly (readonly number[])[]) => [
  id,
  ...sized([entries.length, ...entries.flat()]),
]
const section = (id: number, entry: readonly number[]) => sectionOf(id, [entry])
