import { fileUnreadable } from '../problems.ts'
import type { LossList } from '../questionnaire/loss-list.ts'
import { because } from '../reasons/because.ts'
import type { SourceFile } from '../source-file.ts'
import { questionType } from './question-type.ts'
import { LINES, readWorkbook, type SheetRow } from './read-workbook.ts'
import { readSheet, type Sheet } from './sheet-columns.ts'

/** The sheets of a form. */
export type FormSheets = {
  readonly survey: Sheet
  /** The lists of choices, with the name of their sheet. */
  readonly lists: Sheet & { readonly title: string }
  readonly external: Sheet
  readonly settings: Sheet
}

const KNOWN = new Set(['survey', 'settings', 'external_choices'])
const LISTS = ['choices', 'choices and columns', 'columns']

/**
 * The sheets of a form by their names, or by what stands in them where a form names them otherwise.
 * @throws file-unreadable when it is no workbook, or no sheet of it lists questions
 */
export const sheetsOf = (file: SourceFile, losses: LossList): FormSheets => {
  const { rows, cut } = readWorkbook(file)
  const title = rows.has('survey') ? 'survey' : titleWith(rows, 'type')
  if (title === undefined)
    throw fileUnreadable({
      format: 'XLSForm',
      place: `sheets ${[...rows.keys()].join(', ') || 'none'}`,
      remedy: 'An XLSForm has a sheet “survey”. Name it so, with the columns type, name and label.',
    })
  const survey = surveyFrom(rows.get(title) ?? [], losses)
  if (title !== 'survey')
    losses.approximated(`sheet ${title}`, 'whole sheet', because('taken-for-survey'))
  const list = LISTS.find((name) => rows.has(name)) ?? titleWith(rows, 'list_name') ?? 'choices'
  const sheets = {
    survey,
    lists: { title: list, ...readSheet(rows.get(list) ?? []) },
    external: readSheet(rows.get('external_choices') ?? []),
    settings: readSheet(rows.get('settings') ?? []),
  }
  for (const name of rows.keys())
    if (!KNOWN.has(name) && name !== title && name !== list)
      losses.dropped(`sheet ${name}`, 'whole sheet', because('no-part-of-form'))
  for (const name of cut)
    losses.dropped(`sheet ${name}`, `lines after ${LINES}`, because('lines-not-read'))
  for (const [name, { doubled, loose }] of [
    [title, survey],
    [list, sheets.lists],
    ['external_choices', sheets.external],
    ['settings', sheets.settings],
  ] as const) {
    for (const header of doubled)
      losses.dropped(
        `${name}, first line`,
        `column “${header}” once more`,
        because('first-column-counts'),
      )
    for (const line of loose)
      losses.grouped(
        'cells under no header',
        because('under-no-header'),
        `${name}!row ${line}`,
        'dropped',
      )
  }
  for (const { line } of sheets.settings.lines.slice(1))
    losses.dropped(`settings!row ${line}`, 'second line of settings', because('first-line-counts'))
  return sheets
}

/** The first sheet with a column of this meaning. */
const titleWith = (rows: ReadonlyMap<string, readonly SheetRow[]>, column: string) =>
  [...rows].find(([name, own]) => {
    if (KNOWN.has(name)) return false
    const columns = readSheet(own.slice(0, 1)).columns.map((one) => one.name)
    return columns.includes(column) && (columns.includes('name') || columns.includes('label'))
  })?.[0]

/** Where the first line is a question already, the columns are in the order of the manuals. */
const surveyFrom = (rows: readonly SheetRow[], losses: LossList): Sheet => {
  const survey = readSheet(rows)
  if (survey.columns.some(({ name }) => name === 'type')) return survey
  const [first] = rows
  if (questionType(first?.cells.get(0) ?? '').kind === 'unknown')
    throw fileUnreadable({
      format: 'XLSForm',
      place: 'survey, first line',
      remedy: 'The survey sheet needs a column “type” in its first line.',
    })
  losses.approximated('survey, first line', 'no headers', because('columns-in-order'))
  const head = new Map(['type', 'name', 'label'].map((name, place) => [place, name]))
  return readSheet([{ line: 0, cells: head }, ...rows])
}
