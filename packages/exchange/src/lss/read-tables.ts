import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { fileUnreadable } from '../problems.ts'

/** One row of a table, column by column; a column that is not there is an empty text. */
export type Row = { readonly get: (column: string) => string; readonly columns: readonly string[] }

/** The tables of a survey's export, and what stands beside them. */
export type Tables = {
  readonly rows: (table: string) => readonly Row[]
  readonly names: readonly string[]
  /** Version of LimeSurvey's database; 0 when the file does not say. */
  readonly version: number
  readonly languages: readonly string[]
}

/** Larger than any questionnaire, pictures in its texts included. */
const LONGEST = 40_000_000
const DEEPEST = 24

/**
 * The tables of a LimeSurvey structure export. Nothing in it is expanded: a document type, in which entities could be
 * declared, is refused before anything is read.
 * @throws file-unreadable
 */
export const readTables = (xml: string): Tables => {
  if (xml.length > LONGEST)
    throw refuse('the whole file', 'Export the structure without responses.')
  const declared = /<!(DOCTYPE|ENTITY)/i.exec(withoutCdata(xml))
  if (declared !== null)
    throw refuse(
      `a document type at character ${declared.index + 1}`,
      'LimeSurvey writes none. Export the survey structure again.',
    )
  if (!/^\s*</.test(xml)) throw refuse('line 1', 'This is no XML. Choose a file ending in .lss.')
  const valid = XMLValidator.validate(xml)
  if (valid !== true)
    throw refuse(
      `line ${valid.err.line}, column ${valid.err.col}: ${valid.err.msg}`,
      'The XML is broken there. Export the survey structure again.',
    )
  const document = fieldOf(parse(xml), 'document')
  const kind = textOf(fieldOf(document, 'LimeSurveyDocType'))
  if (kind !== 'Survey')
    throw refuse(
      kind === '' ? 'the root element' : `LimeSurveyDocType “${kind.slice(0, 40)}”`,
      kind === ''
        ? 'This is no LimeSurvey file. Choose a survey structure (.lss).'
        : 'Only whole surveys can be read. Export the survey structure (.lss) and not a group or a question.',
    )
  const names = Object.keys(document ?? {})
  return {
    rows: (table) => listOf(fieldOf(fieldOf(fieldOf(document, table), 'rows'), 'row')).map(rowOf),
    names: names.filter((name) => fieldOf(fieldOf(document, name), 'rows') !== undefined),
    version: Number(textOf(fieldOf(document, 'DBVersion'))) || 0,
    languages: listOf(fieldOf(fieldOf(document, 'languages'), 'language'))
      .map(textOf)
      .filter((language) => language !== ''),
  }
}

const refuse = (place: string, remedy: string) =>
  fileUnreadable({ format: 'LimeSurvey survey structure', place, remedy })

const withoutCdata = (xml: string) => xml.replaceAll(/<!\[CDATA\[[\s\S]*?(\]\]>|$)/g, '')

const parse = (xml: string): unknown => {
  const parser = new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    trimValues: false,
    maxNestedTags: DEEPEST,
    processEntities: {
      enabled: true,
      maxTotalExpansions: LONGEST,
      maxExpandedLength: LONGEST,
    },
  })
  try {
    return parser.parse(xml)
  } catch (error) {
    throw refuse(
      error instanceof Error ? error.message.slice(0, 200) : 'somewhere inside',
      'Export the survey structure again.',
    )
  }
}

type Fields = { readonly [name: string]: unknown }

const fieldOf = (value: unknown, name: string): Fields | undefined =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? ((value as Fields)[name] as Fields)
    : undefined

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim()
  const inner = fieldOf(value, '#text')
  return inner === undefined ? '' : String(inner).trim()
}

const rowOf = (value: unknown): Row => ({
  get: (column) => textOf(fieldOf(value, column)),
  columns: typeof value === 'object' && value !== null ? Object.keys(value) : [],
})
