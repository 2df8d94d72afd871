import { utils, write } from '@e965/xlsx'
import {
  type Choice,
  type Instrument,
  type Item,
  itemsOf,
  type Localized,
  pagesOf,
  textIn,
} from '@echolot/instrument'
import type { Loss, LossReport } from '../loss.ts'
import { valueMaker } from '../questionnaire/names.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { conditionToXPath } from './condition-to-xpath.ts'

type Json = Readonly<Record<string, unknown>>
type Row = Record<string, string>

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

type Writer = {
  readonly instrument: Instrument
  readonly items: ReadonlyMap<string, Item>
  readonly losses: Loss[]
  readonly choiceRows: Row[]
  readonly lists: Map<string, string>
  readonly kept: (path: string, what: string) => void
  readonly lost: (
    fate: 'approximated' | 'dropped',
    path: string,
    what: string,
    reason: Reason,
  ) => void
  /** Columns of one text in all its languages. */
  readonly texts: (column: string, value: unknown) => Row
  readonly xpath: (source: unknown, path: string, what: string, self?: string) => string | undefined
}

const MULTIPLE = new Set(['checkbox', 'tagbox', 'ranking'])

const writerFor = (instrument: Instrument): Writer => {
  const items = new Map(itemsOf(instrument).map((item) => [item.path, item]))
  const byName = new Map([...items.values()].map((item) => [item.name, item]))
  const source = instrument.languages[0]?.tag ?? 'en'
  const losses: Loss[] = []
  const lost: Writer['lost'] = (fate, path, what, reason) =>
    losses.push({ fate, path: `/survey${path}`, what, reason })
  return {
    instrument,
    items,
    losses,
    choiceRows: [],
    lists: new Map(),
    kept: (path, what) => losses.push({ fate: 'kept', path: `/survey${path}`, what }),
    lost,
    texts: (column, value) => {
      if (value === undefined || value === '') return {}
      return Object.fromEntries(
        instrument.languages.flatMap(({ tag }) => {
          const text = textIn(value as Localized, tag, source)
          return text === undefined ? [] : [[`${column}::${languageName(tag)}`, piped(text)]]
        }),
      )
    },
    xpath: (text, path, what, self) => {
      if (typeof text !== 'string' || text === '') return undefined
      const said = conditionToXPath(text, {
        isMultiple: (name) => MULTIPLE.has(byName.get(name)?.type ?? ''),
        isRepeat: (name) => byName.get(name)?.type === 'paneldynamic',
        ...(self === undefined ? {} : { self }),
      })
      if ('xpath' in said) return said.xpath
      lost(
        'dropped',
        path,
        `${what} “${text.slice(0, 200)}”`,
        because('by-hand-because', { why: said.unsaid }),
      )
      return undefined
    },
  }
}

/** The language in its own words, with its tag. */
const languageName = (tag: string): string => {
  const language = tag.split('-')[0] ?? tag
  const name = /^[a-z]{2,3}$/.test(language)
    ? new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'code' }).of(language)
    : language
  return `${name ?? language} (${tag})`
}

const piped = (text: string): string =>
  plainText(text).text.replaceAll(
    /\{([\p{L}_][\p{L}\p{N}_.]*)\}/gu,
    (_, path: string) => `\${${path.split('.').at(-1)}}`,
  )

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

const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value)
    ? value.filter((entry): entry is Json => typeof entry === 'object' && entry !== null)
    : []

type Framed = {
  readonly name: string
  readonly json: Json
  readonly path: string
  readonly writer: Writer
}

const framed = (
  kind: 'group' | 'repeat',
  { name, json, path, writer }: Framed,
  inner: readonly Row[],
  more: Row,
): readonly Row[] => {
  if (inner.length === 0) return []
  const relevant = writer.xpath(json.visibleIf, path, 'visibleIf')
  remark(json, path, FRAME_PROPERTIES, writer)
  return [
    {
      type: `begin_${kind}`,
      name,
      ...writer.texts('label', json.title),
      ...writer.texts('hint', json.description),
      ...(relevant === undefined ? {} : { relevant }),
      ...more,
    },
    ...inner,
    { type: `end_${kind}`, name },
  ]
}

const FRAME_PROPERTIES = new Set(
  'type name title description visibleIf elements questions templateElements panelCount minPanelCount maxPanelCount allowAddPanel allowRemovePanel titleLocation'.split(
    ' ',
  ),
)

/** Properties nobody here writes. */
const remark = (json: Json, path: string, known: ReadonlySet<string>, writer: Writer): void => {
  for (const [property, value] of Object.entries(json))
    if (!known.has(property))
      writer.lost(
        'dropped',
        `${path}/${property}`,
        `${property} ${JSON.stringify(value)?.slice(0, 60)}`,
        because('no-place-in-xlsform'),
      )
}

const childRows = (json: Json, path: string, writer: Writer): readonly Row[] =>
  ['elements', 'questions', 'templateElements'].flatMap((list) =>
    (Array.isArray(json[list]) ? (json[list] as readonly unknown[]) : []).flatMap(
      (element, place) =>
        typeof element === 'object' && element !== null
          ? elementRows(element as Json, `${path}/${list}/${place}`, writer)
          : [],
    ),
  )

const elementRows = (json: Json, path: string, writer: Writer): readonly Row[] => {
  const type = String(json.type)
  const name = String(json.name)
  if (type === 'panel') {
    writer.kept(path, `panel “${name}”`)
    return framed('group', { name, json, path, writer }, childRows(json, path, writer), {})
  }
  if (type === 'paneldynamic') {
    writer.kept(path, `repeated panel “${name}”`)
    const from = writer.instrument.panelCounts?.find(({ panel }) => panel === name)?.from
    const fixed =
      typeof json.minPanelCount === 'number' && json.minPanelCount === json.maxPanelCount
    return framed('repeat', { name, json, path, writer }, childRows(json, path, writer), {
      ...(from === undefined
        ? fixed
          ? { repeat_count: String(json.maxPanelCount) }
          : {}
        : { repeat_count: `\${${from}}` }),
    })
  }
  const item = writer.items.get(path)
  if (item === undefined) {
    writer.lost('dropped', path, `element “${name}”`, because('without-name'))
    return []
  }
  if (type === 'matrix') return matrixRows(item, writer)
  if (type === 'multipletext') return severalTexts(item, writer)
  return itemRows(item, writer)
}

const matrixRows = (item: Item, writer: Writer): readonly Row[] => {
  const { json, path, name, choices, rows } = item
  writer.lost('approximated', path, `matrix “${name}”`, because('group-as-table'))
  const list = listFor(name, choices, writer)
  const entries = Array.isArray(json.rows) ? (json.rows as readonly unknown[]) : []
  const required = json.eachRowRequired === true || json.isAllRowRequired === true
  return framed(
    'group',
    {
      name,
      json: Object.fromEntries(
        Object.entries(json).filter(
          ([property]) =>
            !['rows', 'columns', 'eachRowRequired', 'isAllRowRequired', 'isRequired'].includes(
              property,
            ),
        ),
      ),
      path,
      writer,
    },
    rows.map((row, place) => {
      const entry = entries[place]
      const own = typeof entry === 'object' && entry !== null ? (entry as Json) : {}
      const relevant = writer.xpath(own.visibleIf, `${path}/rows/${place}`, 'visibleIf')
      return {
        type: `select_one ${list}`,
        name: String(row.value),
        ...writer.texts('label', row.text),
        ...(relevant === undefined ? {} : { relevant }),
        ...(required ? { required: 'yes' } : {}),
      }
    }),
    { appearance: 'table-list' },
  )
}

const severalTexts = (item: Item, writer: Writer): readonly Row[] => {
  writer.lost('approximated', item.path, `several texts “${item.name}”`, because('group-of-texts'))
  const { items: _, ...json } = item.json
  return framed(
    'group',
    { name: item.name, json, path: item.path, writer },
    listOf(item.json.items).map((own) => ({
      type: own.inputType === 'number' ? 'decimal' : 'text',
      name: `${item.name}_${String(own.name)}`,
      ...writer.texts('label', own.title ?? own.name),
      ...(own.isRequired === true ? { required: 'yes' } : {}),
    })),
    {},
  )
}

/** The name of a list of choices; equal lists are written once. */
const listFor = (name: string, choices: readonly Choice[], writer: Writer): string => {
  const key = JSON.stringify(choices)
  const known = writer.lists.get(key)
  if (known !== undefined) return known
  writer.lists.set(key, name)
  const make = valueMaker()
  for (const { value, text } of choices) {
    const made = make(String(value))
    if (made !== String(value))
      writer.losses.push({
        fate: 'approximated',
        path: name,
        what: `choice “${value}”`,
        reason: because('no-spaces-there', { name: made }),
      })
    writer.choiceRows.push({ list_name: name, name: made, ...writer.texts('label', text) })
  }
  return name
}

const SELECTS: Readonly<Record<string, string>> = {
  ...{
    radiogroup: 'select_one',
    dropdown: 'select_one',
    buttongroup: 'select_one',
    imagepicker: 'select_one',
  },
  ...{
    rating: 'select_one',
    boolean: 'select_one',
    checkbox: 'select_multiple',
    tagbox: 'select_multiple',
    ranking: 'rank',
  },
}
const INPUTS: Readonly<Record<string, string>> = {
  ...{ date: 'date', time: 'time', 'datetime-local': 'datetime', datetime: 'datetime' },
}

const itemRows = (item: Item, writer: Writer): readonly Row[] => {
  const { json, path, name, type, choices } = item
  const select = SELECTS[type]
  if (select !== undefined) {
    if (choices.length === 0) {
      writer.lost('dropped', path, `${type} “${name}”`, because('choices-from-elsewhere'))
      return []
    }
    const other = json.showOtherItem === true || json.hasOther === true
    const list = listFor(
      name,
      other ? choices.filter(({ value }) => value !== 'other') : choices,
      writer,
    )
    if (type === 'rating' || type === 'boolean' || type === 'imagepicker' || type === 'buttongroup')
      writer.lost('approximated', path, `${type} “${name}”`, because('became-single-choice'))
    else writer.kept(path, `${type} “${name}”`)
    for (const [place, choice] of listOf(json.choices).entries())
      for (const property of Object.keys(choice))
        if (property !== 'value' && property !== 'text')
          writer.lost(
            'dropped',
            `${path}/choices/${place}/${property}`,
            `${property} of a choice`,
            because('choice-filter-by-hand'),
          )
    const appearance = [
      type === 'dropdown' || type === 'tagbox' ? 'minimal' : '',
      type === 'rating'
        ? 'likert'
        : json.colCount === 0
          ? 'horizontal'
          : typeof json.colCount === 'number' && json.colCount > 1
            ? `columns-${json.colCount}`
            : '',
    ].filter((word) => word !== '')
    return [
      {
        type: `${select} ${list}${other ? ' or_other' : ''}`,
        name,
        ...questionCells(item, writer, SELECT_PROPERTIES),
        ...(appearance.length > 0 ? { appearance: appearance.join(' ') } : {}),
        ...(json.choicesOrder === 'random' ? { parameters: 'randomize=true' } : {}),
      },
    ]
  }
  switch (type) {
    case 'text': {
      const number = json.inputType === 'number' || json.inputType === 'range'
      const whole = Number.isInteger(json.step) && Number(json.step) >= 1
      writer.kept(path, `text “${name}”`)
      if (json.inputType === 'email' || json.inputType === 'tel' || json.inputType === 'url')
        writer.lost(
          'approximated',
          path,
          `input type “${json.inputType}”`,
          because('any-text-there'),
        )
      return [
        {
          type: number
            ? whole
              ? 'integer'
              : 'decimal'
            : (INPUTS[String(json.inputType)] ?? 'text'),
          name,
          ...questionCells(item, writer, TEXT_PROPERTIES),
        },
      ]
    }
    case 'comment':
      writer.kept(path, `comment “${name}”`)
      return [
        {
          type: 'text',
          name,
          appearance: 'multiline',
          ...questionCells(item, writer, new Set(['rows', 'autoGrow', 'maxLength'])),
        },
      ]
    case 'slider':
      writer.kept(path, `slider “${name}”`)
      return [
        {
          type: 'range',
          name,
          ...questionCells(item, writer, new Set(['min', 'max', 'step'])),
          parameters: `start=${item.min ?? 0} end=${item.max ?? 100} step=${item.step ?? 1}`,
        },
      ]
    case 'html': {
      writer.kept(path, `text “${name}”`)
      const relevant = writer.xpath(json.visibleIf, path, 'visibleIf')
      return [
        {
          type: 'note',
          name,
          ...writer.texts('label', json.html),
          ...(relevant === undefined ? {} : { relevant }),
        },
      ]
    }
    case 'expression': {
      const calculation = writer.xpath(json.expression, path, 'expression')
      if (calculation === undefined) return []
      const relevant = writer.xpath(json.visibleIf, path, 'visibleIf')
      writer.lost('approximated', path, `computed item “${name}”`, because('computed-not-shown'))
      return [
        { type: 'calculate', name, calculation, ...(relevant === undefined ? {} : { relevant }) },
      ]
    }
    default:
      writer.lost('dropped', path, `${type} “${name}”`, because('no-such-question-there'))
      return []
  }
}

const SELECT_PROPERTIES = new Set(
  'choices showOtherItem hasOther showNoneItem hasNone showRefuseItem showDontKnowItem otherText noneText refuseText dontKnowText colCount choicesOrder rateMin rateMax rateStep rateCount rateValues labelTrue labelFalse valueTrue valueFalse maxSelectedChoices minSelectedChoices'.split(
    ' ',
  ),
)
const TEXT_PROPERTIES = new Set(
  'inputType min max step maxLength minErrorText maxErrorText'.split(' '),
)
const QUESTION_PROPERTIES = new Set(
  'type name title description visibleIf isRequired requiredIf requiredErrorText readOnly enableIf defaultValue defaultValueExpression validators'.split(
    ' ',
  ),
)

const questionCells = (item: Item, writer: Writer, own: ReadonlySet<string>): Row => {
  const { json, path, name } = item
  remark(json, path, new Set([...QUESTION_PROPERTIES, ...own]), writer)
  const relevant = writer.xpath(json.visibleIf, path, 'visibleIf')
  const required =
    json.isRequired === true ? 'yes' : writer.xpath(json.requiredIf, path, 'requiredIf')
  const enabled = writer.xpath(json.enableIf, path, 'enableIf')
  const initial =
    writer.xpath(json.defaultValueExpression, path, 'defaultValueExpression') ??
    (json.defaultValue === undefined
      ? undefined
      : Array.isArray(json.defaultValue)
        ? json.defaultValue.join(' ')
        : typeof json.defaultValue === 'object'
          ? undefined
          : String(json.defaultValue))
  const { constraint, message } = constraintOf(item, writer)
  return {
    ...writer.texts('label', json.title ?? name),
    ...writer.texts('hint', json.description),
    ...(relevant === undefined ? {} : { relevant }),
    ...(required === undefined ? {} : { required }),
    ...writer.texts('required_message', json.requiredErrorText),
    ...(constraint === '' ? {} : { constraint, ...writer.texts('constraint_message', message) }),
    ...(initial === undefined ? {} : { default: initial }),
    ...(json.readOnly === true
      ? { read_only: 'yes' }
      : enabled === undefined
        ? {}
        : { read_only: `not(${enabled})` }),
  }
}

const constraintOf = (
  item: Item,
  writer: Writer,
): { readonly constraint: string; readonly message: unknown } => {
  const { json, path, name, type } = item
  const parts: string[] = []
  let message: unknown = json.minErrorText ?? json.maxErrorText
  if (type === 'text') {
    const bound = (value: unknown) =>
      typeof value === 'number' ? String(value) : `date('${String(value)}')`
    if (json.min !== undefined) parts.push(`. >= ${bound(json.min)}`)
    if (json.max !== undefined) parts.push(`. <= ${bound(json.max)}`)
  }
  if (typeof json.maxLength === 'number' && json.maxLength > 0)
    parts.push(`string-length(.) <= ${json.maxLength}`)
  if (typeof json.maxSelectedChoices === 'number' && json.maxSelectedChoices > 0)
    parts.push(`count-selected(.) <= ${json.maxSelectedChoices}`)
  if (typeof json.minSelectedChoices === 'number' && json.minSelectedChoices > 0)
    parts.push(`count-selected(.) >= ${json.minSelectedChoices}`)
  for (const [place, validator] of listOf(json.validators).entries()) {
    const at = `${path}/validators/${place}`
    const before = parts.length
    if (
      validator.type === 'regex' &&
      typeof validator.regex === 'string' &&
      !validator.regex.includes("'")
    )
      parts.push(`regex(., '${validator.regex}')`)
    else if (validator.type === 'numeric') {
      if (typeof validator.minValue === 'number') parts.push(`. >= ${validator.minValue}`)
      if (typeof validator.maxValue === 'number') parts.push(`. <= ${validator.maxValue}`)
    } else if (validator.type === 'expression') {
      const said = writer.xpath(validator.expression, at, 'validator', name)
      if (said !== undefined)
        parts.push(parts.length > 0 || listOf(json.validators).length > 1 ? `(${said})` : said)
    } else
      writer.lost(
        'dropped',
        at,
        `validator “${String(validator.type)}”`,
        because('no-such-check-there'),
      )
    if (parts.length > before) message ??= validator.text
  }
  return { constraint: parts.join(' and '), message }
}

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
