import type { Localized } from '@echolot/instrument'
import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { everOffered } from '../questionnaire/ever-offered.ts'
import { compare, constant } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { type Building, type Element, visibleIf } from './building.ts'
import type { Item } from './declare-items.ts'
import { entriesOf, fieldOf, isJson, isOn, textIn, textOf } from './json-access.ts'
import { isUnsaid, readLogic } from './logic.ts'
import type { QsfChoice } from './qsf-survey.ts'
import type { Texts } from './text-reader.ts'

/** A question with everything that is needed to build it. */
export const asking = (item: Item, building: Building) => {
  const { question, path, name } = item
  const { json } = question
  const { losses, texts, base } = building
  const translations = isJson(json.Language) ? json.Language : {}
  const inLanguages = (own: unknown, read: (translation: unknown) => unknown): Texts =>
    new Map(
      [
        [base, textOf(own)] as const,
        ...Object.entries(translations)
          .filter(([code]) => code !== base)
          .map(([code, translation]) => [code, textOf(read(translation))] as const),
      ].filter(([, text]) => text !== ''),
    )
  const said = inLanguages(json.QuestionText, (one) => fieldOf(one, 'QuestionText'))
  const title = texts.plain(said, path)
  const displayOf = (list: 'Choices' | 'Answers', { id, json: choice }: QsfChoice): Localized => {
    const own = id.replace(/^x/, '')
    const text = texts.plain(
      inLanguages(fieldOf(choice, 'Display') ?? choice, (one) =>
        fieldOf(fieldOf(fieldOf(one, list), id) ?? fieldOf(fieldOf(one, list), own), 'Display'),
      ),
      `${path}, ${list === 'Choices' ? 'choice' : 'answer'} ${id}`,
    )
    if (fieldOf(choice, 'Image') !== undefined || fieldOf(choice, 'Graphics') !== undefined)
      losses.approximated(`${path}, choice ${id}`, 'picture', because('picture-gone'))
    return text ?? id
  }
  const settings = fieldOf(json.Validation, 'Settings')
  const setting = (key: string) => textIn(settings, key)
  const force = setting('ForceResponse')
  const asksAgain =
    force === 'RequestResponse' ||
    (force === 'ON' && setting('ForceResponseType') === 'RequestResponse')
  const required = force === 'ON' && !asksAgain
  if (asksAgain) building.reminded.add(name)
  const drop = (what: string, reason: Reason) => losses.dropped(path, what, reason)
  const approximate = (what: string, reason: Reason) =>
    losses.approximated(path, what, reason, name)

  const custom = (): readonly Element[] => {
    if (setting('Type') !== 'CustomValidation') return []
    const validation = fieldOf(settings, 'CustomValidation')
    const result = readLogic(fieldOf(validation, 'Logic'), building.logic)
    if (isUnsaid(result)) {
      drop('custom validation', because('check-unreadable', { why: result.message }))
      return []
    }
    const text = textIn(fieldOf(validation, 'Message'), 'description')
    return [
      {
        type: 'expression',
        expression: printExpression(result),
        ...(text === '' ? {} : { text }),
      },
    ]
  }
  const validators = (list: readonly Element[]): Element =>
    list.length === 0 ? {} : { validators: list }
  const common = (): Element => ({
    ...(title === undefined ? {} : { title }),
    ...(required ? { isRequired: true } : {}),
  })
  const choicesJson = (entries: readonly QsfChoice[] = item.choices): readonly Element[] =>
    everOffered(
      entries.map((choice) => ({
        value: item.values.get(choice.id) ?? choice.id,
        text: displayOf('Choices', choice),
        ...visibleIf(building.offered(item, choice)),
        ...(isOn(fieldOf(choice.json, 'ExclusiveAnswer')) && item.kind === 'multiple'
          ? { isExclusive: true }
          : {}),
      })),
    )
  const pointsJson = (): readonly Element[] =>
    question.answers.map((answer) => ({
      value: item.points.get(answer.id) ?? answer.id,
      text: displayOf('Answers', answer),
    }))
  const random = (): boolean => {
    const kind = textIn(json.Randomization, 'Type')
    if (kind === '' || kind === 'None') return false
    if (kind !== 'All') approximate(`randomization “${kind}”`, because('only-shuffling'))
    return kind === 'All'
  }
  /** Items for words beside choices, each shown when its choice is taken. */
  const besides = (): readonly Element[] =>
    [...item.beside].map(([id, own]) => {
      const choice = item.choices.find((one) => one.id === id)
      const value = item.values.get(id) ?? id
      const answer: Expression = { kind: 'answer', item: name }
      const taken: Expression | undefined =
        item.kind === 'single'
          ? compare(answer, '=', constant(value))
          : item.kind === 'multiple' || item.kind === 'ranking'
            ? { kind: 'holds', left: answer, right: constant(value) }
            : undefined
      return {
        type: 'text',
        name: own,
        title: choice === undefined ? id : displayOf('Choices', choice),
        ...(taken === undefined ? {} : { visibleIf: printExpression(taken) }),
      }
    })
  const reportRest = () => {
    for (const [key, what, reason] of REST) {
      const value = fieldOf(json, key)
      if (
        value === undefined ||
        value === null ||
        value === false ||
        value === '' ||
        (typeof value === 'object' && entriesOf(value).length === 0)
      )
        continue
      drop(what, reason)
    }
    for (const [key] of entriesOf(json.VariableNaming))
      losses.grouped(
        'names of values in exports',
        because('values-keep-numbers'),
        `${path}, VariableNaming ${key}`,
      )
    if (entriesOf(json.ChoiceGroups).length > 0)
      approximate('groups of choices', because('no-choice-headings'))
    if (entriesOf(json.GradingData).length > 0)
      losses.grouped('scoring', because('scores-are-scales'), path)
    if (entriesOf(json.AnalyzeChoices).length > 0)
      losses.grouped('choices left out of reports', because('declare-missing'), path)
    const kind = setting('Type')
    if (!KNOWN_VALIDATION.has(kind)) drop(`validation “${kind}”`, because('check-by-hand'))
  }
  return {
    item,
    question,
    json,
    path,
    name,
    title,
    said,
    building,
    required,
    setting,
    settings,
    common,
    custom,
    validators,
    choicesJson,
    pointsJson,
    displayOf,
    random,
    besides,
    drop,
    approximate,
    reportRest,
  }
}

const KNOWN_VALIDATION = new Set([
  '',
  'None',
  'ContentType',
  'CustomValidation',
  'ChoiceRange',
  'MinChoices',
  'MaxChoices',
  'ExactChoices',
  'TotalChar',
  'MinChar',
  'CharRange',
  'ChoicesTotal',
  'ConSumTotal',
  'EndPositionTotal',
  'Default',
])

const REST: readonly (readonly [string, string, Reason])[] = [
  ['QuestionJS', 'script', because('no-scripts')],
  ['SearchSource', 'search in a list', because('typed-or-chosen')],
  ['DynamicAnswers', 'carried forward scale points', because('points-by-hand')],
]

/** A question with everything that is needed to build it. */
export type Asked = ReturnType<typeof asking>
