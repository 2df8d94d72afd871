import type { LossList } from '../questionnaire/loss-list.ts'
import { isWholeNumber, nameMaker, valueMaker } from '../questionnaire/names.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Field } from './read-dictionary.ts'

export type Json = Record<string, unknown>

type Choice = { readonly code: string; readonly value: string | number; readonly text: string }

/** A field with what it becomes here. */
export type Node = {
  readonly field: Field
  readonly path: string
  readonly name: string
  /** Name of the matrix whose row it is. */
  readonly matrix?: string
  readonly taken: boolean
  readonly choices: readonly Choice[]
}

/** A dictionary as it is read, and what is found out on the way. */
export type Dictionary = {
  readonly losses: LossList
  readonly nodes: readonly Node[]
  readonly byName: ReadonlyMap<string, Node>
  readonly makeName: (wanted: string) => string
  readonly pageName: (wanted: string) => string
  readonly context: { name: string }[]
}

export const isYes = (cell: string) => /^(y|yes|1|true)$/i.test(cell)

const TYPES = new Set(
  'text notes dropdown radio checkbox yesno truefalse slider calc descriptive select textarea'.split(
    ' ',
  ),
)

/** Names and values of all fields. */
export const dictionaryOf = (fields: readonly Field[], losses: LossList): Dictionary => {
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

/** Matrix groups whose fields all are radio fields with the same choices, and stand in a row without a header between. */
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
            fields[start + place] === field &&
            (place === 0 || field.section_header === ''),
        )
      })
      .map(([group]) => group),
  )
}

export const CHOICE_TYPES = new Set(['radio', 'dropdown', 'checkbox', 'select'])

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
