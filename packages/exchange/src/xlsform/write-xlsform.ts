import { utils, write } from '@e965/xlsx'
import { type Instrument, type Localized, pagesOf, textIn } from '@echolot/instrument'
import type { LossReport } from '../loss.ts'
import { because } from '../reasons/because.ts'
import { framed } from './framed.ts'
import { childRows } from './write-elements.ts'
import { languageName, listOf, piped, type Row, remark, type Writer, writerFor } from './writer.ts'

/**
 * An instrument as an XLSForm workbook: pages and panels are groups, repeated panels repeats, matrices groups of
 * single choices; every language has its columns. What XLSForm cannot say is in the report.
 */
export const writeXlsform = (
  instrument: Instrument,
): { readonly bytes: Uint8Array; readonly losses: LossReport } => {
  const writer = writerFor(instrument)
  const rows = [
    ...hiddenRows(writer),
    ...pagesOf(instrument).flatMap(({ name, path, json }) => {
      writer.kept(path, `page “${name}”`)
      return framed('group', { name, json, path, writer }, childRows(json, path, writer), {
        appearance: 'field-list',
      })
    }),
  ]
  surveyLosses(writer)
  const book = utils.book_new()
  utils.book_append_sheet(book, sheetOf(rows, SURVEY_COLUMNS), 'survey')
  utils.book_append_sheet(book, sheetOf(writer.choiceRows, ['list_name', 'name']), 'choices')
  utils.book_append_sheet(book, sheetOf([settingsRow(writer)], []), 'settings')
  const bytes = new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
  )
  return { bytes, losses: writer.losses }
}

const SURVEY_COLUMNS = ['type', 'name']

const sheetOf = (rows: readonly Row[], first: readonly string[]) => {
  const columns = [...new Set([...first, ...rows.flatMap((row) => Object.keys(row))])]
  return utils.aoa_to_sheet([
    columns,
    ...rows.map((row) => columns.map((column) => row[column] ?? '')),
  ])
}

const hiddenRows = (writer: Writer): readonly Row[] => [
  ...(writer.instrument.context ?? []).map(({ name }) => {
    writer.losses.push({ fate: 'kept', path: '/context', what: `context value “${name}”` })
    return { type: 'hidden', name }
  }),
  ...listOf(writer.instrument.survey.calculatedValues).flatMap((value, place) => {
    const path = `/calculatedValues/${place}`
    const calculation = writer.xpath(value.expression, path, 'calculation')
    if (calculation === undefined) return []
    writer.kept(path, `calculated value “${String(value.name)}”`)
    return [{ type: 'calculate', name: String(value.name), calculation }]
  }),
]

const settingsRow = ({ instrument }: Writer): Row => {
  const source = instrument.languages[0]?.tag ?? 'en'
  const { title } = instrument.survey
  const text = title === undefined ? undefined : textIn(title as Localized, source, source)
  return {
    form_title: text === undefined ? instrument.instrument : piped(text),
    form_id: instrument.instrument,
    version: instrument.version,
    default_language: languageName(source),
  }
}

const SAID = new Set([
  ...['title', 'pages', 'elements', 'calculatedValues', 'locale', 'clearInvisibleValues'],
])

const surveyLosses = (writer: Writer): void => {
  const { survey, scales, variables, consent } = writer.instrument
  remark(survey, '', SAID, writer)
  const conditions = [...writer.items.values()].filter(({ json }) => json.visibleIf !== undefined)
  if (conditions.length > 1 && survey.clearInvisibleValues !== 'onHidden')
    writer.lost(
      'approximated',
      '/clearInvisibleValues',
      'answers of hidden questions',
      because('hidden-forgotten-there'),
    )
  for (const [what, present] of [
    ['scales', scales.length > 0],
    ['notes on data protection class and purpose', variables.length > 0],
    ['item that asks for consent', consent !== undefined],
  ] as const)
    if (present)
      writer.losses.push({
        fate: 'dropped',
        path: '/',
        what,
        reason: because('keep-json-beside-form'),
      })
}
