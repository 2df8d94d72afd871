import type { LossList } from '../questionnaire/loss-list.ts'
import { type nameMaker, valuesFor } from '../questionnaire/names.ts'
import { because } from '../reasons/because.ts'
import { type AnswerKind, kindOf } from './answer-kinds.ts'
import { sourceOf, withCarried } from './carried-choices.ts'
import { fieldOf, isOn, listOf, textIn } from './json-access.ts'
import type { QsfChoice, QsfQuestion, QsfSurvey } from './qsf-survey.ts'

/** What a question is called here, and which values its answers have; made before any logic is read. */
export type Item = {
  readonly question: QsfQuestion
  readonly path: string
  readonly name: string
  readonly kind: AnswerKind
  readonly choices: readonly QsfChoice[]
  /** Choice id → value; for matrices row id → name of the row. */
  readonly values: ReadonlyMap<string, string | number>
  /** Scale point id → value, or column id → name. */
  readonly points: ReadonlyMap<string, string | number>
  /** Choice or row id → the item that takes words beside it. */
  readonly beside: ReadonlyMap<string, string>
  /** The question whose choices were carried forward, for choices whose id begins with `x`. */
  readonly source?: { readonly id: string; readonly what: string }
}

export const pathOf = (question: QsfQuestion) =>
  question.tag === question.id
    ? `question ${question.id}`
    : `question ${question.tag} (${question.id})`

/** Column under which a matrix with several answers a row keeps them. */
export const BOXES = 'answers'

/** Names and values of all questions. */
export const declareItems = (
  survey: QsfSurvey,
  { names, losses }: { readonly names: ReturnType<typeof nameMaker>; readonly losses: LossList },
): ReadonlyMap<string, Item> => {
  const asked = askedIn(survey)
  const called = new Map(
    asked.map((question) => {
      const name = names(question.tag)
      if (name !== question.tag)
        losses.approximated(
          pathOf(question),
          `export tag “${question.tag}”`,
          because('item-renamed', { name }),
          name,
        )
      return [question.id, name] as const
    }),
  )
  return new Map(
    asked.map((question) => [
      question.id,
      declare(question, { survey, name: called.get(question.id) ?? question.tag, names, losses }),
    ]),
  )
}

/** Questions in the order of the flow; what lies in the trash, or in blocks the flow leaves out, is asked of nobody. */
const askedIn = (survey: QsfSurvey): readonly QsfQuestion[] => {
  const blocks: string[] = []
  const visit = (flow: unknown, depth: number): void => {
    if (depth > 40) return
    for (const step of listOf(flow)) {
      if (['Block', 'Standard'].includes(textIn(step, 'Type'))) blocks.push(textIn(step, 'ID'))
      visit(fieldOf(step, 'Flow'), depth + 1)
    }
  }
  visit(survey.flow, 0)
  const ids = [...new Set(blocks)].flatMap((id) =>
    (survey.blocks.get(id)?.elements ?? []).map((step) => textIn(step, 'QuestionID')),
  )
  const all = [...new Set(ids)].flatMap((id) => {
    const question = survey.questions.get(id)
    if (question === undefined) return []
    const parts = question.partIds.flatMap((part) => survey.questions.get(part) ?? [])
    return [question, ...parts]
  })
  return [...new Set(all)]
}

const declare = (
  question: QsfQuestion,
  {
    survey,
    name,
    names,
    losses,
  }: {
    readonly survey: QsfSurvey
    readonly name: string
    readonly names: ReturnType<typeof nameMaker>
    readonly losses: LossList
  },
): Item => {
  const path = pathOf(question)
  const kind = kindOf(question)
  const source = sourceOf(question)
  const choices = withCarried(question, survey, new Set())
  const isRows = ['matrix', 'boxes', 'cells', 'profile', 'sliders'].includes(kind)
  const recodes = fieldOf(question.json, 'RecodeValues')
  const codeOf = (id: string) => textIn(recodes, id) || id
  const tags = fieldOf(question.json, 'ChoiceDataExportTags')
  const coded = (entries: readonly QsfChoice[]): ReadonlyMap<string, string | number> => {
    const codes = entries.map(({ id }) => codeOf(id))
    const alike = new Set(codes).size < codes.length
    if (alike) losses.approximated(path, 'recode values', because('values-alike'), name)
    const used = alike ? entries.map(({ id }) => id) : codes
    const values = valuesFor(used, (code, value) =>
      losses.approximated(
        `${path}, choice ${code}`,
        `value “${code}”`,
        because('now-called', { name: value }),
        name,
      ),
    )
    return new Map(entries.map(({ id }, place) => [id, values.get(used[place] ?? id) ?? id]))
  }
  const rowName = (id: string) => {
    const tag = textIn(tags, id)
    const wanted = tag === '' ? `${name}_${id}` : tag
    return kind === 'boxes' || kind === 'cells' ? wanted : names(wanted)
  }
  const values: ReadonlyMap<string, string | number> = isRows
    ? kind === 'boxes' || kind === 'cells'
      ? valuesOfRows(choices)
      : new Map(choices.map(({ id }) => [id, rowName(id)]))
    : kind === 'texts' || kind === 'numbers'
      ? new Map(choices.map(({ id }) => [id, id.replaceAll(/\W/g, '_')]))
      : coded(choices)
  const points =
    kind === 'cells'
      ? new Map(question.answers.map(({ id }) => [id, `c${id.replaceAll(/\W/g, '_')}`]))
      : kind === 'profile'
        ? new Map<string, string>()
        : coded(question.answers)
  const beside = new Map(
    choices
      .filter(
        ({ json }) =>
          isOn(fieldOf(json, 'TextEntry')) && !['texts', 'numbers', 'none'].includes(kind),
      )
      .map(({ id }) => [id, names(`${name}_${values.get(id) ?? id}_TEXT`)]),
  )
  return {
    question,
    path,
    name,
    kind,
    choices,
    values,
    points,
    beside,
    ...(source === undefined ? {} : { source }),
  }
}

const valuesOfRows = (choices: readonly QsfChoice[]) =>
  new Map(choices.map(({ id }) => [id, id.replaceAll(/\W/g, '_')]))
