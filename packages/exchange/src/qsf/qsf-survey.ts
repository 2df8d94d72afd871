import { fileUnreadable } from '../problems.ts'
import { entriesOf, fieldOf, isJson, type Json, listOf, textIn, textOf } from './json-access.ts'

/** One choice, row or scale point: its id in the source and what is said about it. */
export type QsfChoice = { readonly id: string; readonly json: unknown }

export type QsfQuestion = {
  readonly id: string
  readonly tag: string
  /** Columns of a side by side, which are questions themselves. */
  readonly partIds: readonly string[]
  readonly type: string
  readonly selector: string
  readonly subSelector: string
  readonly choices: readonly QsfChoice[]
  readonly answers: readonly QsfChoice[]
  readonly json: Json
}

export type QsfBlock = {
  readonly id: string
  readonly name: string
  readonly isTrash: boolean
  readonly elements: readonly unknown[]
  readonly options: unknown
}

export type QsfSurvey = {
  readonly name: string
  /** Qualtrics' codes, the source language first. */
  readonly languages: readonly string[]
  readonly flow: readonly unknown[]
  readonly blocks: ReadonlyMap<string, QsfBlock>
  readonly questions: ReadonlyMap<string, QsfQuestion>
  readonly options: unknown
  /** Elements of other kinds, by kind. */
  readonly rest: readonly { readonly kind: string; readonly json: Json }[]
}

const LONGEST = 40_000_000
const DEEPEST = 100

/** @throws file-unreadable when it is no Qualtrics survey */
export const qsfSurvey = (text: string): QsfSurvey => {
  const json = parse(text)
  const entry = fieldOf(json, 'SurveyEntry')
  const elements = fieldOf(json, 'SurveyElements')
  if (!isJson(entry) || !Array.isArray(elements))
    throw refuse('the root', 'This is no Qualtrics survey. Export it with “Export survey” (.qsf).')
  const all = elements.filter(isJson)
  const payloads = (kind: string) =>
    all.filter((one) => one.Element === kind).map((one) => one.Payload)
  const questions = new Map<string, QsfQuestion>()
  for (const one of all) {
    if (one.Element !== 'SQ' || !isJson(one.Payload)) continue
    const question = questionFrom(one.Payload, textOf(one.PrimaryAttribute))
    questions.set(question.id, question)
    for (const [key, part] of entriesOf(one.Payload.AdditionalQuestions)) {
      if (!isJson(part)) continue
      const inner = questionFrom(
        {
          ...part,
          Choices: part.Choices ?? one.Payload.Choices,
          ChoiceOrder: part.ChoiceOrder ?? one.Payload.ChoiceOrder,
        },
        `${question.id}#${key}`,
      )
      if (questions.has(inner.id)) continue
      questions.set(inner.id, inner)
    }
  }
  const options = payloads('SO')[0]
  const base = textIn(entry, 'SurveyLanguage') || textIn(options, 'SurveyLanguage') || 'EN'
  const languages = new Set([tagOf(base) === 'und' ? 'EN' : base])
  for (const [code] of entriesOf(fieldOf(options, 'AvailableLanguages')))
    if (/^[A-Z]{2}/i.test(code)) languages.add(code)
  for (const { json: question } of questions.values())
    if (isJson(question.Language))
      for (const code of Object.keys(question.Language)) languages.add(code)
  const blocks = new Map<string, QsfBlock>()
  for (const payload of payloads('BL'))
    for (const one of listOf(payload)) {
      if (!isJson(one)) continue
      const id = textIn(one, 'ID')
      blocks.set(id, {
        id,
        name: textIn(one, 'Description'),
        isTrash: textIn(one, 'Type') === 'Trash',
        elements: listOf(one.BlockElements),
        options: one.Options,
      })
    }
  const flow = listOf(fieldOf(payloads('FL')[0], 'Flow'))
  return {
    name: textIn(entry, 'SurveyName'),
    languages: [...languages],
    flow:
      flow.length > 0
        ? flow
        : [...blocks.values()]
            .filter(({ isTrash }) => !isTrash)
            .map(({ id }) => ({ Type: 'Block', ID: id })),
    blocks,
    questions,
    options,
    rest: all
      .filter((one) => !['SQ', 'BL', 'FL', 'SO'].includes(textOf(one.Element)))
      .map((one) => ({ kind: textOf(one.Element), json: one })),
  }
}

const refuse = (place: string, remedy: string) =>
  fileUnreadable({ format: 'Qualtrics survey', place, remedy })

const parse = (text: string): unknown => {
  if (text.length > LONGEST) throw refuse('the whole file', 'Export the survey without responses.')
  if (!/^\s*\{/.test(text)) throw refuse('line 1', 'This is no JSON. Choose a file ending in .qsf.')
  const depth = depthOf(text)
  if (depth > DEEPEST)
    throw refuse(`nesting of ${DEEPEST} levels`, 'No survey is nested so deeply. Export it again.')
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const at = /position (\d+)/.exec(message)?.[1]
    throw refuse(
      at === undefined
        ? 'the end of the file'
        : `line ${text.slice(0, Number(at)).split('\n').length}, character ${at}`,
      'The JSON is broken there. Export the survey again.',
    )
  }
}

/** Deepest nesting of brackets outside of texts. */
const depthOf = (text: string): number => {
  let depth = 0
  let deepest = 0
  let inText = false
  for (let place = 0; place < text.length; place++) {
    const sign = text[place]
    if (inText) {
      if (sign === '\\') place++
      else if (sign === '"') inText = false
    } else if (sign === '"') inText = true
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth)
    else if (sign === '}' || sign === ']') depth--
    if (deepest > DEEPEST) break
  }
  return deepest
}

const questionFrom = (json: Json, fallback: string): QsfQuestion => {
  const id = textIn(json, 'QuestionID') || fallback
  return {
    id,
    tag: textIn(json, 'DataExportTag') || id,
    partIds: entriesOf(json.AdditionalQuestions).map(
      ([key, part]) => textIn(part, 'QuestionID') || `${id}#${key}`,
    ),
    type: textIn(json, 'QuestionType'),
    selector: textIn(json, 'Selector'),
    subSelector: textIn(json, 'SubSelector'),
    choices: inOrder(json.Choices, json.ChoiceOrder),
    answers: inOrder(json.Answers, json.AnswerOrder),
    json,
  }
}

/** What the order names, then whatever else is there. A list instead of an object begins with 1 where the order does. */
const inOrder = (values: unknown, order: unknown): readonly QsfChoice[] => {
  const ids = listOf(order).map(textOf)
  const shift = Array.isArray(values) && !ids.includes('0') ? 1 : 0
  const all = new Map(
    entriesOf(values).map(([key, json]) => [shift === 1 ? String(Number(key) + 1) : key, json]),
  )
  const named = ids.filter((id) => all.has(id))
  return [...new Set([...named, ...all.keys()])].map((id) => ({ id, json: all.get(id) }))
}

/** Qualtrics' language code as a BCP 47 tag. */
export const tagOf = (code: string): string => {
  const known: Readonly<Record<string, string>> = {
    'ZH-S': 'zh-Hans',
    'ZH-T': 'zh-Hant',
    'ES-ES': 'es-ES',
    'SR-BA': 'sr-BA',
    CH: 'zh-Hans',
    ENGB: 'en-GB',
  }
  if (Object.hasOwn(known, code.toUpperCase())) return known[code.toUpperCase()] ?? 'und'
  const [language = '', ...rest] = code.split(/[-_]/)
  if (!/^[A-Za-z]{2,3}$/.test(language)) return 'und'
  return [language.toLowerCase(), ...rest.map((part) => part.slice(0, 8).toUpperCase())]
    .filter((part) => /^[A-Za-z0-9]+$/.test(part))
    .join('-')
}
