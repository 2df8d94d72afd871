import type { Sensitivity } from '@echolot/instrument'
import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import type { Imported } from '../loss.ts'
import { fileUnreadable } from '../problems.ts'
import { type LossList, lossList } from '../questionnaire/loss-list.ts'
import { isWholeNumber, nameMaker, valueMaker } from '../questionnaire/names.ts'
import { settle } from '../questionnaire/settle.ts'
import { plainText, safeHtml } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { type SourceFile, stemOf } from '../source-file.ts'
import { type LogicContext, parseLogic } from './parse-logic.ts'
import { type Field, readDictionary } from './read-dictionary.ts'

type Json = Record<string, unknown>
type Choice = { readonly code: string; readonly value: string | number; readonly text: string }

/** A field with what it becomes here. */
type Node = {
  readonly field: Field
  readonly path: string
  readonly name: string
  /** Name of the matrix whose row it is. */
  readonly matrix?: string
  readonly taken: boolean
  readonly choices: readonly Choice[]
}

/**
 * A questionnaire from a REDCap data dictionary (CSV): forms become pages, section headers panels, radio fields of one
 * matrix group a matrix, identifiers items of class `direct`.
 * @throws file-unreadable when it is no data dictionary
 */
export const readRedcap = (file: SourceFile): Imported => {
  const { fields, foreign } = readDictionary(file)
  if (fields.length === 0)
    throw fileUnreadable({
      format: 'REDCap data dictionary',
      place: 'after the first line',
      remedy: 'The dictionary lists no fields.',
    })
  const losses = lossList()
  for (const header of foreign)
    losses.dropped('first line', `column “${header}”`, because('not-of-dictionary'))
  losses.approximated('whole file', 'language', because('taken-for-english'))
  const form = dictionaryOf(fields, losses)
  const sensitivity = new Map<string, Sensitivity>(
    form.nodes.filter(({ field }) => isYes(field.identifier)).map(({ name }) => [name, 'direct']),
  )
  const built = {
    name: stemOf(file.name),
    languages: ['en'],
    format: 'REDCap',
    reminded: new Set<string>(),
    sensitivity,
    context: form.context,
    // What branching logic hides is erased there.
    survey: { clearInvisibleValues: 'onHidden', pages: pagesOf(form) },
  }
  return settle(built, losses)
}

type Dictionary = {
  readonly losses: LossList
  readonly nodes: readonly Node[]
  readonly byName: ReadonlyMap<string, Node>
  readonly makeName: (wanted: string) => string
  readonly pageName: (wanted: string) => string
  readonly context: { name: string }[]
}

const isYes = (cell: string) => /^(y|yes|1|true)$/i.test(cell)

const UNTAKEN: Readonly<Record<string, Reason>> = {
  file: because('no-files-and-signatures'),
  sql: because('choices-from-database'),
}
const TYPES = new Set(
  'text notes dropdown radio checkbox yesno truefalse slider calc descriptive select textarea'.split(
    ' ',
  ),
)

const dictionaryOf = (fields: readonly Field[], losses: LossList): Dictionary => {
  const makeName = nameMaker('q_')
  const context: { name: string }[] = []
  const matrices = matricesOf(fields)
  const matrixNames = new Map<string, string>()
  const nodes = fields.map((field, place): Node => {
    const type = field.field_type.toLowerCase()
    const path = `[${field.field_name || `line ${field.line}`}]`
    const name = makeName(field.field_name || `line_${field.line}`)
    if (name !== field.field_name)
      losses.approximated(path, 'field name', because('called-everywhere', { name }), name)
    const isRecord = place === 0 && type === 'text' && /(^|_)(id|record)$/.test(field.field_name)
    if (isRecord) context.push({ name })
    const group = field.matrix_group_name
    const isRow = group !== '' && matrices.has(group)
    if (isRow && !matrixNames.has(group)) matrixNames.set(group, makeName(`m_${group}`))
    return {
      field,
      path,
      name,
      ...(isRow ? { matrix: matrixNames.get(group) ?? group } : {}),
      taken: TYPES.has(type) && !isRecord,
      choices: choicesOf(field, path, losses),
    }
  })
  return {
    losses,
    nodes,
    byName: new Map(nodes.map((node) => [node.field.field_name.toLowerCase(), node])),
    makeName,
    pageName: nameMaker('form_'),
    context,
  }
}

/** Matrix groups whose fields all are radio fields with the same choices, and stand in a row. */
const matricesOf = (fields: readonly Field[]): ReadonlySet<string> => {
  const groups = new Map<string, Field[]>()
  for (const field of fields)
    if (field.matrix_group_name !== '')
      groups.set(field.matrix_group_name, [...(groups.get(field.matrix_group_name) ?? []), field])
  return new Set(
    [...groups]
      .filter(([, own]) => {
        const start = fields.indexOf(own[0] as Field)
        return own.every(
          (field, place) =>
            field.field_type.toLowerCase() === 'radio' &&
            field.choices === own[0]?.choices &&
            field.form_name === own[0]?.form_name &&
            fields[start + place] === field,
        )
      })
      .map(([group]) => group),
  )
}

const CHOICE_TYPES = new Set(['radio', 'dropdown', 'checkbox', 'select'])

const choicesOf = (field: Field, path: string, losses: LossList): readonly Choice[] => {
  const type = field.field_type.toLowerCase()
  if (type === 'yesno') return [choice('1', 'Yes'), choice('0', 'No')]
  if (type === 'truefalse') return [choice('1', 'True'), choice('0', 'False')]
  if (!CHOICE_TYPES.has(type)) return []
  const entries = field.choices
    .split(/\s*\|\s*|\s*\r?\n\s*/)
    .filter((entry) => entry.trim() !== '')
    .map((entry) => {
      const comma = entry.indexOf(',')
      return comma < 0
        ? { code: entry.trim(), text: entry.trim() }
        : { code: entry.slice(0, comma).trim(), text: entry.slice(comma + 1).trim() }
    })
  const numeric = entries.every(({ code }) => isWholeNumber(code))
  const make = valueMaker()
  return entries.map(({ code, text }) => {
    const made = make(code)
    if (made !== code)
      losses.approximated(path, `choice “${code}”`, because('value-became', { value: made }))
    return {
      code,
      value: numeric && made === code ? Number(code) : made,
      text: plainText(text).text || code,
    }
  })
}
const choice = (code: string, text: string): Choice => ({ code, value: Number(code), text })

const contextOf = ({ byName, context }: Dictionary): LogicContext => {
  const answerOf = (name: string): Expression | undefined => {
    const node = byName.get(name)
    if (node === undefined) return undefined
    if (!node.taken)
      return context.some((known) => known.name === node.name)
        ? { kind: 'answer', item: node.name }
        : undefined
    if (node.field.field_type.toLowerCase() === 'descriptive') return undefined
    return node.matrix === undefined
      ? { kind: 'answer', item: node.name }
      : { kind: 'answer', item: node.matrix, part: node.name }
  }
  return {
    answer: answerOf,
    box: (name, code) => {
      const node = byName.get(name)
      const left = answerOf(name)
      if (node === undefined || left === undefined) return undefined
      const value = node.choices.find((one) => one.code === code)?.value
      return value === undefined
        ? undefined
        : { kind: 'holds', left, right: { kind: 'constant', value } }
    },
  }
}

const translate = (
  dictionary: Dictionary,
  { node, source, what }: { readonly node: Node; readonly source: string; readonly what: string },
): string | undefined => {
  const logic = parseLogic(source, contextOf(dictionary))
  const label = `${what} “${source.slice(0, 200)}”`
  if ('fault' in logic) {
    dictionary.losses.dropped(node.path, label, because('by-hand-because', { why: logic.fault }))
    return undefined
  }
  dictionary.losses.kept(node.path, label, node.name)
  return printExpression(withValues(logic.expression, dictionary))
}

/** Codes of choices as they are named here, where a condition compares with one that was renamed. */
const withValues = (expression: Expression, dictionary: Dictionary): Expression => {
  switch (expression.kind) {
    case 'compare': {
      const { left, right } = expression
      const name = left.kind === 'answer' ? (left.part ?? left.item) : undefined
      const node = dictionary.nodes.find((one) => one.name === name)
      if (right.kind !== 'constant' || node === undefined)
        return {
          ...expression,
          left: withValues(left, dictionary),
          right: withValues(right, dictionary),
        }
      const value = node.choices.find(({ code }) => code === String(right.value))?.value
      return value === undefined
        ? expression
        : { ...expression, right: { kind: 'constant', value } }
    }
    case 'and':
    case 'or':
    case 'call':
      return { ...expression, of: expression.of.map((one) => withValues(one, dictionary)) }
    case 'not':
    case 'empty':
      return { ...expression, of: withValues(expression.of, dictionary) }
    default:
      return expression
  }
}

/** `[name]` in a text shows an answer. */
const piped = (text: string, node: Node, dictionary: Dictionary): string =>
  text.replaceAll(/\[([a-z][a-z0-9_]*)(?::[a-z]+)?\]/gi, (whole, name: string) => {
    const answer = contextOf(dictionary).answer(name.toLowerCase())
    if (answer !== undefined) return printExpression(answer)
    dictionary.losses.approximated(
      node.path,
      `${whole} in a text`,
      because('text-shows-it'),
      node.name,
    )
    return whole
  })

const wordsOf = (source: string, node: Node, dictionary: Dictionary): string => {
  const { text, findings } = plainText(source)
  if (findings.length > 0)
    dictionary.losses.grouped('markup in texts', because('plain-text'), node.path)
  return piped(text, node, dictionary)
}

const pagesOf = (dictionary: Dictionary): readonly Json[] => {
  const forms = new Map<string, Node[]>()
  for (const node of dictionary.nodes)
    forms.set(node.field.form_name, [...(forms.get(node.field.form_name) ?? []), node])
  return [...forms].flatMap(([form, nodes]): readonly Json[] => {
    const name = dictionary.pageName(form || 'form')
    const elements = sectionsOf(nodes, dictionary)
    if (elements.length === 0) {
      dictionary.losses.dropped(`form ${form}`, 'form', because('form-not-asked'))
      return []
    }
    dictionary.losses.kept(`form ${form}`, 'form', name)
    const title = form.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase())
    return [{ name, ...(title === '' ? {} : { title }), elements }]
  })
}

/** A section header holds all that follows until the next one. */
const sectionsOf = (nodes: readonly Node[], dictionary: Dictionary): readonly Json[] => {
  const sections: { readonly head?: Node; readonly nodes: Node[] }[] = [{ nodes: [] }]
  for (const node of nodes) {
    if (node.field.section_header !== '') sections.push({ head: node, nodes: [] })
    sections.at(-1)?.nodes.push(node)
  }
  return sections.flatMap(({ head, nodes: own }): readonly Json[] => {
    const elements = elementsOf(own, dictionary)
    if (head === undefined) return elements
    if (elements.length === 0) {
      dictionary.losses.dropped(head.path, 'section header', because('form-not-asked'))
      return []
    }
    const name = dictionary.makeName(`section_${head.name}`)
    dictionary.losses.kept(head.path, 'section header', name)
    return [
      {
        type: 'panel',
        name,
        title: wordsOf(head.field.section_header, head, dictionary),
        elements,
      },
    ]
  })
}

const elementsOf = (nodes: readonly Node[], dictionary: Dictionary): readonly Json[] => {
  const elements: Json[] = []
  const done = new Set<string>()
  for (const node of nodes) {
    if (node.matrix === undefined) elements.push(...elementOf(node, dictionary))
    else if (!done.has(node.matrix)) {
      done.add(node.matrix)
      elements.push(
        matrixOf(
          dictionary.nodes.filter(({ matrix }) => matrix === node.matrix),
          node.matrix,
          dictionary,
        ),
      )
    }
  }
  return elements
}

const matrixOf = (rows: readonly Node[], name: string, dictionary: Dictionary): Json => {
  const { losses } = dictionary
  const required = rows.filter(({ field }) => isYes(field.required_field))
  if (required.length > 0 && required.length < rows.length)
    losses.approximated(
      rows[0]?.path ?? name,
      'required rows of a matrix',
      because('some-rows-required'),
      name,
    )
  for (const row of rows) {
    losses.kept(row.path, 'radio in a matrix', name)
    if (isYes(row.field.matrix_ranking))
      losses.approximated(row.path, 'matrix ranking', because('columns-more-than-once'), name)
    annotationsOf(row, dictionary)
    remarkOn(row, dictionary)
  }
  const note = rows.find(({ field }) => field.field_note !== '')
  return {
    type: 'matrix',
    name,
    titleLocation: 'hidden',
    ...(note === undefined
      ? {}
      : { description: wordsOf(note.field.field_note, note, dictionary) }),
    columns: (rows[0]?.choices ?? []).map(({ value, text }) => ({ value, text })),
    rows: rows.map((row) => ({
      value: row.name,
      text: wordsOf(row.field.field_label, row, dictionary) || row.name,
      ...conditionOf(row, dictionary),
    })),
    ...(required.length > 0 && required.length === rows.length ? { eachRowRequired: true } : {}),
  }
}

const conditionOf = (node: Node, dictionary: Dictionary): Json => {
  const source = node.field.branching_logic
  if (source === '') return {}
  const visibleIf = translate(dictionary, { node, source, what: 'branching logic' })
  return visibleIf === undefined ? {} : { visibleIf }
}

const elementOf = (node: Node, dictionary: Dictionary): readonly Json[] => {
  const { field, path } = node
  const { losses } = dictionary
  const type = field.field_type.toLowerCase()
  if (!node.taken) {
    if (dictionary.context.some(({ name }) => name === node.name))
      losses.approximated(path, 'record identifier', because('record-is-context'))
    else
      losses.dropped(
        path,
        `field type “${field.field_type}”`,
        UNTAKEN[type] ?? because('type-unknown'),
      )
    return []
  }
  if (type === 'descriptive') return descriptiveOf(node, dictionary)
  const choices = node.choices.map(({ value, text }) => ({
    value,
    text: piped(text, node, dictionary),
  }))
  if (CHOICE_TYPES.has(type) && choices.length === 0) {
    losses.dropped(path, `field type “${type}”`, because('no-choices'))
    return []
  }
  if (type === 'calc') return calculationOf(node, dictionary)
  losses.kept(path, `field type “${type}”`, node.name)
  remarkOn(node, dictionary)
  const title = wordsOf(field.field_label, node, dictionary)
  const description =
    field.field_note === '' ? undefined : wordsOf(field.field_note, node, dictionary)
  return [
    {
      ...typeOf(node, type, dictionary),
      name: node.name,
      ...(title === '' ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(choices.length > 0 ? { choices } : {}),
      ...(isYes(field.required_field) ? { isRequired: true } : {}),
      ...(/^[LR]H$/i.test(field.custom_alignment) &&
      (type === 'radio' || type === 'checkbox' || type === 'yesno' || type === 'truefalse')
        ? { colCount: 0 }
        : {}),
      ...conditionOf(node, dictionary),
      ...annotationsOf(node, dictionary),
    },
  ]
}

const descriptiveOf = (node: Node, dictionary: Dictionary): readonly Json[] => {
  const { text, findings } = safeHtml(node.field.field_label.replaceAll(/\r?\n/g, '<br>'))
  if (text === '') {
    dictionary.losses.dropped(node.path, 'descriptive field', because('no-words-no-pictures'))
    return []
  }
  if (findings.length > 0)
    dictionary.losses.approximated(
      node.path,
      'markup of a descriptive field',
      because('left-out', { what: findings.join(', ') }),
      node.name,
    )
  dictionary.losses.kept(node.path, 'descriptive field', node.name)
  remarkOn(node, dictionary)
  if (node.field.field_note !== '')
    dictionary.losses.dropped(node.path, 'field note', because('note-second-text'))
  const { isRequired: _, ...annotated } = annotationsOf(node, dictionary)
  return [
    {
      type: 'html',
      name: node.name,
      html: piped(text, node, dictionary),
      ...conditionOf(node, dictionary),
      ...annotated,
    },
  ]
}

const calculationOf = (node: Node, dictionary: Dictionary): readonly Json[] => {
  const { field, path } = node
  const expression = translate(dictionary, { node, source: field.choices, what: 'calculation' })
  remarkOn(node, dictionary)
  const title = wordsOf(field.field_label, node, dictionary)
  const description = wordsOf(field.field_note, node, dictionary)
  if (expression !== undefined && /[-+*/^]/.test(field.choices))
    dictionary.losses.approximated(
      path,
      'calc with blank answers',
      because('blank-counts-as-zero'),
      node.name,
    )
  return [
    {
      type: 'expression',
      name: node.name,
      ...(title === '' ? {} : { title }),
      ...(description === '' ? {} : { description }),
      ...(expression === undefined ? {} : { expression }),
      ...conditionOf(node, dictionary),
      ...annotationsOf(node, dictionary),
    },
  ]
}

const typeOf = (node: Node, type: string, dictionary: Dictionary): Json => {
  switch (type) {
    case 'notes':
    case 'textarea':
      return { type: 'comment' }
    case 'dropdown':
    case 'select':
      return { type: 'dropdown' }
    case 'checkbox':
      return { type: 'checkbox' }
    case 'radio':
    case 'yesno':
    case 'truefalse':
      return { type: 'radiogroup' }
    case 'slider':
      return sliderOf(node, dictionary)
    default:
      return textOf(node, dictionary)
  }
}

const sliderOf = ({ field, path, name }: Node, { losses }: Dictionary): Json => {
  const labels = field.choices.split('|').map((label) => plainText(label).text)
  if (labels.some((label) => label !== ''))
    losses.approximated(
      path,
      `slider labels “${labels.join(' | ')}”`,
      because('slider-labels'),
      name,
    )
  const min = numberIn(field.validation_min) ?? 0
  const max = numberIn(field.validation_max) ?? 100
  const spots =
    labels.length === 1 ? [min] : labels.length === 2 ? [min, max] : [min, (min + max) / 2, max]
  return {
    type: 'slider',
    min,
    max,
    ...(labels.some((label) => label !== '')
      ? {
          customLabels: spots.flatMap((value, place) =>
            labels[place] ? [{ value, text: labels[place] }] : [],
          ),
        }
      : {}),
  }
}

const numberIn = (cell: string): number | undefined => {
  const value = Number(cell.replace(',', '.'))
  return cell.trim() === '' || !Number.isFinite(value) ? undefined : value
}

const textOf = (node: Node, dictionary: Dictionary): Json => {
  const { field, path, name } = node
  const validation = field.validation.toLowerCase()
  if (/^date_/.test(validation))
    return { type: 'text', inputType: 'date', ...boundsOf(node, dictionary) }
  if (/^datetime_/.test(validation))
    return { type: 'text', inputType: 'datetime-local', ...boundsOf(node, dictionary) }
  if (/^time/.test(validation))
    return { type: 'text', inputType: 'time', ...boundsOf(node, dictionary) }
  if (validation === 'integer' || validation === 'int')
    return { type: 'text', inputType: 'number', step: 1, ...boundsOf(node, dictionary) }
  const decimals = /^number(?:_(\d)dp)?(?:_comma_decimal)?$/.exec(validation)
  if (decimals !== null || validation === 'float')
    return {
      type: 'text',
      inputType: 'number',
      ...(decimals?.[1] === undefined
        ? {}
        : { step: Number((10 ** -Number(decimals[1])).toFixed(9)) }),
      ...boundsOf(node, dictionary),
    }
  if (validation === 'email') return { type: 'text', inputType: 'email' }
  if (/^phone/.test(validation)) return { type: 'text', inputType: 'tel' }
  if (validation !== '')
    dictionary.losses.approximated(
      path,
      `validation “${field.validation}”`,
      because('any-text'),
      name,
    )
  return { type: 'text' }
}

const boundsOf = ({ field, path, name }: Node, { losses }: Dictionary): Json => {
  const bounds: Json = {}
  const isNumber = /^(int|number|float)/.test(field.validation.toLowerCase())
  for (const [cell, property] of [
    [field.validation_min, 'min'],
    [field.validation_max, 'max'],
  ] as const) {
    if (cell === '') continue
    const value = isNumber
      ? numberIn(cell)
      : /^(\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2})?|\d{2}:\d{2})/.test(cell)
        ? cell.replace(' ', 'T')
        : undefined
    if (value !== undefined) bounds[property] = value
    else if (cell === 'today' && !isNumber) bounds[`${property}ValueExpression`] = 'today()'
    else losses.dropped(path, `${property}imum “${cell}”`, because('no-fixed-value'))
  }
  if (Object.keys(bounds).length > 0) losses.kept(path, 'minimum and maximum', name)
  return bounds
}

/** Action tags that mean something here. */
const annotationsOf = (node: Node, dictionary: Dictionary): Json => {
  const { field, path, name, choices } = node
  const result: Json = {}
  const source = field.field_annotation
  if (source === '') return result
  const { losses } = dictionary
  const tags = [...source.matchAll(/@([A-Z][A-Z-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s@]+))?/g)]
  if (tags.length === 0)
    losses.dropped(path, `annotation “${source.slice(0, 100)}”`, because('note-for-staff'))
  for (const [whole, tag = '', quoted = ''] of tags) {
    const value = quoted.replace(/^(['"])(.*)\1$/s, '$2')
    const before = Object.keys(result).length
    if (tag === 'HIDDEN' || tag === 'HIDDEN-SURVEY') result.visible = false
    else if (tag === 'READONLY' || tag === 'READONLY-SURVEY') result.readOnly = true
    else if (tag === 'TODAY') result.defaultValueExpression = 'today()'
    else if (tag === 'NOW') result.defaultValueExpression = 'currentDate()'
    else if (tag === 'PLACEHOLDER' && value !== '' && choices.length === 0)
      result.placeholder = plainText(value).text
    else if (tag === 'CHARLIMIT' && isWholeNumber(value)) result.maxLength = Number(value)
    else if (tag === 'MAXCHECKED' && isWholeNumber(value)) result.maxSelectedChoices = Number(value)
    else if (tag === 'RANDOMORDER' && choices.length > 0) result.choicesOrder = 'random'
    else if (tag === 'DEFAULT' && value !== '' && !value.includes('[')) {
      const codes = value.split(',').map((code) => code.trim())
      const values = codes.flatMap((code) =>
        choices.filter((one) => one.code === code).map((one) => one.value),
      )
      if (choices.length === 0) result.defaultValue = numberIn(value) ?? value
      else if (values.length > 0)
        result.defaultValue = field.field_type.toLowerCase() === 'checkbox' ? values : values[0]
    }
    if (Object.keys(result).length > before) losses.kept(path, `annotation ${whole}`, name)
    else losses.dropped(path, `annotation ${whole}`, because('no-such-action-tag'))
  }
  return result
}

const remarkOn = ({ field, path }: Node, { losses }: Dictionary): void => {
  if (field.question_number !== '')
    losses.grouped('question numbers', because('numbered-by-page'), path)
  if (field.custom_alignment !== '')
    losses.grouped('custom alignment', because('side-of-page'), path)
  if (isYes(field.identifier)) losses.kept(path, 'identifier')
}
