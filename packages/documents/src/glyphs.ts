import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FONTS } from './fonts.ts'

type Face = {
  readonly glyphOf: ReadonlyMap<number, number>
  /** Advance widths by glyph, in ems. */
  readonly advances: readonly number[]
}
type FontName = keyof typeof FONTS

const FILES: Readonly<Record<FontName, string>> = {
  letter: 'arimo/400Regular/Arimo_400Regular.ttf',
  code: 'roboto-mono/400Regular/RobotoMono_400Regular.ttf',
  report: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
}
const faces = new Map<FontName, Face>()

const faceOf = (font: FontName): Face => {
  const known = faces.get(font)
  if (known) return known
  const file = fileURLToPath(import.meta.resolve(`@expo-google-fonts/${FILES[font]}`))
  const face = readFace(readFileSync(file))
  faces.set(font, face)
  return face
}

/** The characters of `text` which the typeface cannot print, each once. */
export const unprintableIn = (text: string, font: FontName): readonly string[] => {
  const { glyphOf } = faceOf(font)
  return [...new Set(text.normalize('NFC'))].filter(
    (character) => (glyphOf.get(character.codePointAt(0) as number) ?? 0) === 0,
  )
}

/** Length of one line of `text` in mm, set in `points`, without kerning. */
export const widthOf = (text: string, font: FontName, points: number): number => {
  const { glyphOf, advances } = faceOf(font)
  const ems = [...text.normalize('NFC')].reduce((sum, character) => {
    const glyph = glyphOf.get(character.codePointAt(0) as number) ?? 0
    return sum + (advances[Math.min(glyph, advances.length - 1)] ?? 0)
  }, 0)
  return (ems * points * 25.4) / 72
}

/** Tables `cmap`, `hhea`, `hmtx` of a TrueType file. @see OpenType 1.9, ISO/IEC 14496-22 */
const readFace = (bytes: Buffer): Face => {
  const tables = new Map<string, number>()
  for (let entry = 0; entry < bytes.readUInt16BE(4); entry++) {
    const at = 12 + entry * 16
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8))
  }
  const tableAt = (tag: string) => {
    const at = tables.get(tag)
    if (at === undefined) throw new RangeError(`the typeface has no table ${tag}`)
    return at
  }
  const unitsPerEm = bytes.readUInt16BE(tableAt('head') + 18)
  const metrics = bytes.readUInt16BE(tableAt('hhea') + 34)
  const hmtx = tableAt('hmtx')
  return {
    glyphOf: readCmap(bytes, tableAt('cmap')),
    advances: Array.from(
      { length: metrics },
      (_, glyph) => bytes.readUInt16BE(hmtx + glyph * 4) / unitsPerEm,
    ),
  }
}

const readCmap = (bytes: Buffer, cmap: number): ReadonlyMap<number, number> => {
  const glyphOf = new Map<number, number>()
  for (let entry = 0; entry < bytes.readUInt16BE(cmap + 2); entry++) {
    const subtable = cmap + bytes.readUInt32BE(cmap + 4 + entry * 8 + 4)
    const format = bytes.readUInt16BE(subtable)
    if (format === 4) readSegments(bytes, subtable, glyphOf)
    if (format === 12) readGroups(bytes, subtable, glyphOf)
  }
  return glyphOf
}

const readSegments = (bytes: Buffer, at: number, glyphOf: Map<number, number>) => {
  const length = bytes.readUInt16BE(at + 6)
  const ends = at + 14
  const starts = ends + length + 2
  const deltas = starts + length
  const offsets = deltas + length
  for (let segment = 0; segment < length; segment += 2) {
    const delta = bytes.readUInt16BE(deltas + segment)
    const offset = bytes.readUInt16BE(offsets + segment)
    const start = bytes.readUInt16BE(starts + segment)
    const end = bytes.readUInt16BE(ends + segment)
    for (let point = start; point <= end && point < 0xffff; point++) {
      const place = offsets + segment + offset + (point - start) * 2
      const glyph = offset === 0 ? point : bytes.readUInt16BE(place)
      if (glyph !== 0) glyphOf.set(point, (glyph + delta) & 0xffff)
    }
  }
}

const readGroups = (bytes: Buffer, at: number, glyphOf: Map<number, number>) => {
  for (let group = 0; group < bytes.readUInt32BE(at + 12); group++) {
    const place = at + 16 + group * 12
    const start = bytes.readUInt32BE(place)
    const first = bytes.readUInt32BE(place + 8)
    for (let point = start; point <= bytes.readUInt32BE(place + 4); point++)
      glyphOf.set(point, first + point - start)
  }
}
