import type { Row, Tables } from './read-tables.ts'

/** A text in LimeSurvey's own language codes. */
export type Texts = ReadonlyMap<string, string>

export type LssAnswer = {
  readonly code: string
  readonly scale: number
  readonly texts: Texts
  readonly assessment: string
}

export type LssSubquestion = {
  readonly qid: string
  readonly code: string
  /** 0 for rows, 1 for columns. */
  readonly scale: number
  readonly texts: Texts
  readonly relevance: string
}

export type LssQuestion = {
  readonly qid: string
  readonly gid: string
  readonly type: string
  readonly code: string
  readonly texts: Texts
  readonly help: Texts
  readonly pattern: string
  readonly other: boolean
  /** `Y` required, `S` reminded once, `N` neither. */
  readonly mandatory: string
  readonly relevance: string
  readonly script: string
  readonly theme: string
  readonly subquestions: readonly LssSubquestion[]
  readonly answers: readonly LssAnswer[]
  /** Attribute → language (empty when it has none) → value. */
  readonly attributes: ReadonlyMap<string, Texts>
  readonly defaults: readonly {
    readonly subquestion: string
    readonly scale: string
    readonly special: string
    readonly texts: Texts
  }[]
}

export type LssGroup = {
  readonly gid: string
  readonly texts: Texts
  readonly descriptions: Texts
  readonly relevance: string
  readonly randomization: string
  readonly questions: readonly LssQuestion[]
}

export type LssCondition = {
  readonly qid: string
  readonly asked: string
  readonly field: string
  readonly method: string
  readonly value: string
  readonly scenario: string
}

/** A LimeSurvey survey, put together from its tables whatever their version; texts in all languages. */
export type LssSurvey = {
  readonly sid: string
  readonly version: number
  /** LimeSurvey's codes, the base language first. */
  readonly languages: readonly string[]
  readonly settings: Row | undefined
  readonly texts: ReadonlyMap<string, Row>
  readonly groups: readonly LssGroup[]
  readonly conditions: readonly LssCondition[]
  readonly tables: Tables
}

export const lssSurvey = (tables: Tables): LssSurvey => {
  const settings = tables.rows('surveys')[0]
  const texts = new Map(
    tables.rows('surveys_languagesettings').map((row) => [row.get('surveyls_language'), row]),
  )
  const base = settings?.get('language') || tables.languages[0] || [...texts.keys()][0] || 'en'
  const languages = [
    ...new Set([
      base,
      ...(settings?.get('additional_languages') ?? '').split(/\s+/),
      ...tables.languages,
      ...texts.keys(),
    ]),
  ].filter((language) => language !== '')
  const questions = questionsOf(tables, base)
  const groups = groupsOf(tables, base)
  const known = new Set(groups.map(({ gid }) => gid))
  const strays = [...new Set(questions.map(({ gid }) => gid))].filter((gid) => !known.has(gid))
  return {
    sid: settings?.get('sid') ?? '',
    version: tables.version,
    languages,
    settings,
    texts,
    groups: [
      ...groups,
      ...strays.map((gid) => ({
        gid,
        texts: NONE,
        descriptions: NONE,
        relevance: '',
        randomization: '',
      })),
    ].map((group) => ({ ...group, questions: questions.filter(({ gid }) => gid === group.gid) })),
    conditions: tables.rows('conditions').map((row) => ({
      qid: row.get('qid'),
      asked: row.get('cqid'),
      field: row.get('cfieldname'),
      method: row.get('method'),
      value: row.get('value'),
      scenario: row.get('scenario') || '1',
    })),
    tables,
  }
}

const NONE: Texts = new Map()

/** Rows that say the same thing in several languages, by their key, in the order of the file. */
const byKey = (rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

/** One column in each language. Rows without one count for the base language. */
const textsIn = (rows: readonly Row[], column: string, base: string): Texts => {
  const texts = new Map<string, string>()
  for (const row of rows) {
    const language = row.get('language') || base
    const text = row.get(column)
    if (text !== '' && !texts.has(language)) texts.set(language, text)
  }
  return texts
}

const inOrder = (rows: readonly Row[], column: string): readonly Row[] =>
  rows
    .map((row, place) => ({ row, place, order: Number(row.get(column)) || 0 }))
    .sort((first, second) => first.order - second.order || first.place - second.place)
    .map(({ row }) => row)

/** The row in the base language, or the first one. */
const mainOf = (rows: readonly Row[], base: string): Row | undefined =>
  rows.find((row) => row.get('language') === base) ?? rows[0]

const groupsOf = (tables: Tables, base: string) => {
  const words = byKey(tables.rows('group_l10ns'), (row) => row.get('gid'))
  const mains = [...byKey(tables.rows('groups'), (row) => row.get('gid')).values()].flatMap(
    (rows) => mainOf(rows, base) ?? [],
  )
  const all = byKey(tables.rows('groups'), (row) => row.get('gid'))
  return inOrder(mains, 'group_order').map((main) => {
    const gid = main.get('gid')
    const said = [...(words.get(gid) ?? []), ...(all.get(gid) ?? [])]
    return {
      gid,
      texts: textsIn(said, 'group_name', base),
      descriptions: textsIn(said, 'description', base),
      relevance: main.get('grelevance'),
      randomization: main.get('randomization_group'),
    }
  })
}

const questionsOf = (tables: Tables, base: string): readonly LssQuestion[] => {
  const isPart = (row: Row) => !['', '0'].includes(row.get('parent_qid'))
  const all = tables.rows('questions')
  const words = byKey(tables.rows('question_l10ns'), (row) => row.get('qid'))
  const questions = byKey(
    all.filter((row) => !isPart(row)),
    (row) => row.get('qid'),
  )
  const parts = byKey([...tables.rows('subquestions'), ...all.filter(isPart)], (row) =>
    row.get('qid'),
  )
  const partsOf = byKey(
    inOrder(
      [...parts.values()].flatMap((rows) => mainOf(rows, base) ?? []),
      'question_order',
    ),
    (row) => row.get('parent_qid'),
  )
  const answers = answersOf(tables, base)
  const attributes = byKey(tables.rows('question_attributes'), (row) => row.get('qid'))
  const defaults = defaultsOf(tables, base)
  const mains = [...questions.values()].flatMap((rows) => mainOf(rows, base) ?? [])
  return inOrder(mains, 'question_order').map((main) => {
    const qid = main.get('qid')
    const said = [...(words.get(qid) ?? []), ...(questions.get(qid) ?? [])]
    return {
      qid,
      gid: main.get('gid'),
      type: main.get('type') || 'T',
      code: main.get('title') || `q${qid}`,
      texts: textsIn(said, 'question', base),
      help: textsIn(said, 'help', base),
      pattern: main.get('preg'),
      other: main.get('other') === 'Y',
      mandatory: main.get('mandatory') || 'N',
      relevance: main.get('relevance'),
      script: [...textsIn(said, 'script', base).values()][0] ?? '',
      theme: main.get('question_theme_name') || main.get('modulename'),
      subquestions: (partsOf.get(qid) ?? []).map((row) => {
        const own = row.get('qid')
        const spoken = [...(words.get(own) ?? []), ...(parts.get(own) ?? [])]
        return {
          qid: own,
          code: row.get('title') || own,
          scale: Number(row.get('scale_id')) || 0,
          texts: textsIn(spoken, 'question', base),
          relevance: row.get('relevance'),
        }
      }),
      answers: answers.get(qid) ?? [],
      attributes: attributesOf(attributes.get(qid) ?? []),
      defaults: defaults.get(qid) ?? [],
    }
  })
}

const attributesOf = (rows: readonly Row[]): ReadonlyMap<string, Texts> => {
  const attributes = new Map<string, Map<string, string>>()
  for (const row of rows) {
    const name = row.get('attribute')
    const value = row.get('value')
    if (name === '' || value === '') continue
    const texts = attributes.get(name) ?? new Map<string, string>()
    attributes.set(name, texts)
    if (!texts.has(row.get('language'))) texts.set(row.get('language'), value)
  }
  return attributes
}

const answersOf = (tables: Tables, base: string): ReadonlyMap<string, readonly LssAnswer[]> => {
  const words = byKey(tables.rows('answer_l10ns'), (row) => row.get('aid'))
  const keyOf = (row: Row) => `${row.get('qid')} ${row.get('scale_id') || '0'} ${row.get('code')}`
  const all = byKey(tables.rows('answers'), keyOf)
  const mains = [...all.values()].flatMap((rows) => mainOf(rows, base) ?? [])
  const ordered = inOrder(mains, 'sortorder')
  const answers = new Map<string, LssAnswer[]>()
  for (const main of ordered) {
    const qid = main.get('qid')
    const rows = all.get(keyOf(main)) ?? []
    const said = [...(words.get(main.get('aid')) ?? []), ...rows]
    const answer: LssAnswer = {
      code: main.get('code'),
      scale: Number(main.get('scale_id')) || 0,
      texts: textsIn(said, 'answer', base),
      assessment: main.get('assessment_value'),
    }
    answers.set(qid, [...(answers.get(qid) ?? []), answer])
  }
  return answers
}

const defaultsOf = (tables: Tables, base: string) => {
  const words = byKey(tables.rows('defaultvalue_l10ns'), (row) => row.get('dvid'))
  const keyOf = (row: Row) =>
    ['qid', 'sqid', 'scale_id', 'specialtype'].map((column) => row.get(column)).join(' ')
  const defaults = new Map<string, LssQuestion['defaults'][number][]>()
  for (const rows of byKey(tables.rows('defaultvalues'), keyOf).values()) {
    const main = mainOf(rows, base)
    if (main === undefined) continue
    const said = [...rows.flatMap((row) => words.get(row.get('dvid')) ?? []), ...rows]
    const texts = textsIn(said, 'defaultvalue', base)
    const qid = main.get('qid')
    if (texts.size > 0)
      defaults.set(qid, [
        ...(defaults.get(qid) ?? []),
        {
          subquestion: main.get('sqid'),
          scale: main.get('scale_id'),
          special: main.get('specialtype'),
          texts,
        },
      ])
  }
  return defaults
}
