import { byteWriter } from './byte-writer.ts'
import type { SavDictionary, SavFormat, SavVariable } from './dictionary.ts'
import type { MultipleChoice } from './multiple-choices.ts'
import { elementsOf, SEGMENT, segmentsOf } from './segments.ts'

/** Numbers from −99 to 151 take one byte of the compressed data. */
export const BIAS = 100
export const SYSTEM_MISSING = -Number.MAX_VALUE
/** The lowest number but one; the lowest is system-missing. */
const LOWEST = -1.7976931348623155e308

const TYPES = { A: 1, F: 5, DATE: 20, DATETIME: 22, EDATE: 38 } as const
const MEASURES = { nominal: 1, ordinal: 2, scale: 3, text: 1 } as const
const UTF8 = 65_001

/**
 * Everything of a system file before its cases.
 * @see GNU PSPP, System File Format: https://pspp.benpfaff.org/manual/system-file.html
 */
export const dictionaryBytes = (dictionary: SavDictionary): Buffer => {
  const placed = placedVariables(dictionary.variables)
  return Buffer.concat([
    header(dictionary, placed.elements),
    ...placed.variables.flatMap(variableRecords),
    ...placed.variables.map(valueLabelRecords),
    documentRecord(dictionary.documents),
    ...extensions(dictionary, placed.variables),
    byteWriter().int32(999, 0).whole(),
  ])
}

type Placed = SavVariable & {
  /** Counts eight-byte elements from 1. */
  readonly index: number
}

const placedVariables = (variables: readonly SavVariable[]) => {
  let index = 1
  const placed = variables.map((variable): Placed => {
    const segments = segmentsOf(variable.width)
    const own = index
    index += Math.max(
      1,
      segments.reduce((sum, segment) => sum + elementsOf(segment), 0),
    )
    return { ...variable, index: own }
  })
  return { variables: placed, elements: index - 1 }
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const header = ({ product, createdOn, cases, fileLabel }: SavDictionary, elements: number) => {
  const [year = '', month = '', day = ''] = createdOn.split('-')
  return byteWriter()
    .text('$FL2')
    .padded(`@(#) SPSS DATA FILE ${product}`.slice(0, 60), 60)
    .int32(2, elements, 1, 0, cases)
    .float64(BIAS)
    .padded(`${day} ${MONTHS[Number(month) - 1]} ${year.slice(2)}`, 9)
    .text('00:00:00')
    .padded(fileLabel, 64)
    .bytes(Buffer.alloc(3))
    .whole()
}

const formatCode = ({ type, width, decimals }: SavFormat) =>
  (TYPES[type] << 16) | (width << 8) | decimals

const variableRecords = (variable: Placed): readonly Buffer[] => {
  if (variable.width === 0)
    return [
      variableRecord(variable, { width: 0, name: variable.shortNames[0] as string, segment: 0 }),
    ]
  return segmentsOf(variable.width).flatMap((width, segment) => [
    variableRecord(variable, {
      width,
      name: variable.shortNames[segment] as string,
      segment,
    }),
    ...Array.from({ length: elementsOf(width) - 1 }, continuation),
  ])
}

const continuation = () => byteWriter().int32(2, -1, 0, 0, 0, 0).padded('', 8).whole()

const variableRecord = (
  variable: Placed,
  { width, name, segment }: { width: number; name: string; segment: number },
): Buffer => {
  const format =
    width === 0 ? variable.format : { ...variable.format, width: Math.min(width, SEGMENT) }
  const code = formatCode(format)
  const label = segment === 0 ? variable.label : ''
  const missing = missingNumbers(variable)
  const texts = segment === 0 && variable.width <= 8 ? variable.missingTexts : []
  const count = width === 0 ? missing.count : texts.length
  const writer = byteWriter()
    .int32(2, width, label === '' ? 0 : 1, count, code, code)
    .padded(name, 8)
  if (label !== '') {
    const bytes = Buffer.byteLength(label)
    writer.int32(bytes).padded(label, Math.ceil(bytes / 4) * 4)
  }
  if (width === 0) writer.float64(...missing.numbers)
  for (const text of texts) writer.padded(text, 8)
  return writer.whole()
}

const missingNumbers = ({ missing }: SavVariable) => {
  if (missing.kind === 'codes') return { count: missing.codes.length, numbers: missing.codes }
  const { low, high, also } = missing
  return also === undefined
    ? { count: -2, numbers: [low, high] }
    : { count: -3, numbers: [low, high, also] }
}

const isShort = ({ width }: SavVariable) => width <= 8

const valueLabelRecords = (variable: Placed): Buffer => {
  if (variable.valueLabels.length === 0 || !isShort(variable)) return Buffer.alloc(0)
  const writer = byteWriter().int32(3, variable.valueLabels.length)
  for (const { value, label } of variable.valueLabels) {
    if (typeof value === 'number') writer.float64(value)
    else writer.padded(value, 8)
    const bytes = Buffer.byteLength(label)
    writer.byte(bytes).padded(label, Math.ceil((bytes + 1) / 8) * 8 - 1)
  }
  return writer.int32(4, 1, variable.index).whole()
}

const documentRecord = (lines: readonly string[]): Buffer => {
  if (lines.length === 0) return Buffer.alloc(0)
  const writer = byteWriter().int32(6, lines.length)
  for (const line of lines) writer.padded(line, 80)
  return writer.whole()
}

const extension = (subtype: number, size: number, content: Buffer): Buffer =>
  content.length === 0
    ? content
    : Buffer.concat([
        byteWriter()
          .int32(7, subtype, size, content.length / size)
          .whole(),
        content,
      ])

const extensions = (dictionary: SavDictionary, variables: readonly Placed[]): readonly Buffer[] => {
  const text = (subtype: number, content: string) => extension(subtype, 1, Buffer.from(content))
  return [
    extension(3, 4, byteWriter().int32(1, 0, 0, -1, 1, 1, 2, UTF8).whole()),
    extension(4, 8, byteWriter().float64(SYSTEM_MISSING, Number.MAX_VALUE, LOWEST).whole()),
    text(5, dictionary.sets.map(({ name, names }) => `${name}= ${names.join(' ')}\n`).join('')),
    text(7, dictionary.multiple.map(multipleText).join('')),
    extension(11, 4, displayParameters(variables)),
    text(13, variables.map(({ shortNames, name }) => `${shortNames[0]}=${name}`).join('\t')),
    text(
      14,
      variables
        .filter(({ width }) => width > SEGMENT)
        .map(({ shortNames, width }) => `${shortNames[0]}=${String(width).padStart(5, '0')}\0\t`)
        .join(''),
    ),
    extension(16, 8, byteWriter().int64(1).int64(dictionary.cases).whole()),
    text(17, attributesText(dictionary.attributes)),
    text(
      18,
      variables.map(({ name, attributes }) => `${name}:${attributesText(attributes)}`).join('/'),
    ),
    text(20, 'UTF-8'),
    extension(21, 1, longLabels(variables)),
    extension(22, 1, longMissing(variables)),
  ]
}

/** A set that counts 1, with its label; variables by their short names in small letters. */
const multipleText = ({ name, label, shortNames }: MultipleChoice) =>
  `${name}=D1 1 ${Buffer.byteLength(label)} ${label} ${shortNames.join(' ').toLowerCase()}\n`

const displayParameters = (variables: readonly Placed[]): Buffer => {
  const writer = byteWriter()
  for (const { measure, time, width, displayWidth, shortNames } of variables)
    for (const _ of shortNames)
      writer.int32(
        time === 'none' ? MEASURES[measure] : MEASURES.scale,
        displayWidth,
        width > 0 ? 0 : 1,
      )
  return writer.whole()
}

/** Values must not hold line feeds: they end them. */
const attributesText = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}('${value.replaceAll(/\s+/g, ' ')}'\n)`)
    .join('')

const longLabels = (variables: readonly Placed[]): Buffer => {
  const writer = byteWriter()
  for (const variable of variables) {
    const { name, width, valueLabels } = variable
    if (isShort(variable) || valueLabels.length === 0) continue
    writer.int32(Buffer.byteLength(name)).text(name).int32(width, valueLabels.length)
    for (const { value, label } of valueLabels)
      writer.int32(width).padded(String(value), width).int32(Buffer.byteLength(label)).text(label)
  }
  return writer.whole()
}

const longMissing = (variables: readonly Placed[]): Buffer => {
  const writer = byteWriter()
  for (const variable of variables) {
    const { name, missingTexts } = variable
    if (isShort(variable) || missingTexts.length === 0) continue
    writer.int32(Buffer.byteLength(name)).text(name).byte(missingTexts.length).int32(8)
    for (const text of missingTexts) writer.padded(text, 8)
  }
  return writer.whole()
}
