import type { Localized } from '@echolot/instrument'
import { patternRisk } from '@echolot/routing/safe-pattern'
import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { everOffered } from '../questionnaire/ever-offered.ts'
import type { LossList } from '../questionnaire/loss-list.ts'
import { compare, constant } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { BOXES, type Item } from './declare-items.ts'
import { entriesOf, fieldOf, isJson, isOn, listOf, textIn, textOf } from './json-access.ts'
import { isUnsaid, type LogicPlace, readLogic } from './logic.ts'
import type { QsfChoice } from './qsf-survey.ts'
import type { TextReader, Texts } from './text-reader.ts'

export type Element = { readonly [property: string]: unknown }

export type Building = {
  readonly base: string
  readonly losses: LossList
  readonly texts: TextReader
  readonly logic: LogicPlace
  readonly items: ReadonlyMap<string, Item>
  readonly reminded: Set<string>
  /** Names of items that stand somewhere already. */
  readonly built: Set<string>
  /** Condition of a choice, as it is offered. */
  readonly offered: (item: Item, choice: QsfChoice) => Expression
}

/** The elements a question becomes; none for what a questionnaire cannot ask here. */
export const buildElements = (item: Item, building: Building): readonly Element[] => {
  const { built, losses } = building
  if (built.has(item.name)) {
    losses.dropped(item.path, 'the same question a second time', because('asked-once'))
    return []
  }
  built.add(item.name)
  const asked = asking(item, building)
  const elements = elementsOf(asked)
  const { question, path } = item
  const [first] = elements
  if (first !== undefined) {
    building.losses.kept(
      path,
      `type ${[question.type, question.selector, question.subSelector].filter((word) => word !== '').join(' ')}`,
      nameIn(first),
    )
    asked.reportRest()
  }
  return elements
}

/** Panels are not items; what they hold is. */
const nameIn = (element: Element): string => {
  const inner = (element.elements as readonly Element[] | undefined)?.[0]
  return inner === undefined ? String(element.name) : nameIn(inner)
}

const asking = (item: Item, building: Building) => {
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

export const visibleIf = (test: Expression): Element =>
  test.kind === 'constant'
    ? test.value === false
      ? { visible: false }
      : {}
    : { visibleIf: printExpression(test) }

type Asked = ReturnType<typeof asking>

const elementsOf = (asked: Asked): readonly Element[] => {
  const { item, question } = asked
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return [choice(asked), ...asked.besides()]
    case 'matrix':
      return [matrix(asked), ...asked.besides()]
    case 'boxes':
      return [boxes(asked), ...asked.besides()]
    case 'cells':
      return [cells(asked), ...asked.besides()]
    case 'profile':
      return [profile(asked), ...asked.besides()]
    case 'text':
    case 'words':
      return [open(asked)]
    case 'texts':
    case 'numbers':
      return [several(asked)]
    case 'sliders':
      return [sliders(asked)]
    case 'ranking':
      return [ranking(asked), ...asked.besides()]
    case 'several':
      return [sideBySide(asked)]
    case 'none':
      if (question.type === 'DB') return [note(asked)]
      asked.drop(
        `type ${question.type} ${question.selector}`.trim(),
        NONE[question.type] ?? because('type-missing-here'),
      )
      return []
  }
}

const NONE: Readonly<Record<string, Reason>> = {
  Timing: because('timing-is-paradata'),
  Captcha: because('codes-keep-machines-out'),
  Meta: because('browsers-not-asked'),
  FileUpload: because('no-files'),
  Signature: because('no-signatures'),
}

const note = ({ building, said, path, name }: Asked): Element => {
  return { type: 'html', name, html: building.texts.html(said, path) ?? '…' }
}

const choice = (asked: Asked): Element => {
  const { item, question, name, setting, json } = asked
  if (question.selector === 'NPS') {
    return {
      type: 'rating',
      name,
      ...asked.common(),
      rateValues: asked
        .choicesJson(
          item.choices.length > 0
            ? item.choices
            : Array.from({ length: 11 }, (_, place) => ({
                id: String(place),
                json: { Display: String(place) },
              })),
        )
        .map(({ value, text }) => ({
          value: Number.isFinite(Number(value)) ? Number(value) : value,
          text,
        })),
      ...asked.validators(asked.custom()),
    }
  }
  if (question.type === 'HotSpot')
    asked.approximate('hot spots on a picture', because('regions-in-words'))
  if (item.source !== undefined) carried(asked)
  const choices = asked.choicesJson()
  if (choices.length === 0) {
    asked.drop('choices', because('choices-by-hand'))
    return { type: 'text', name, ...asked.common() }
  }
  const type =
    item.kind === 'multiple'
      ? 'checkbox'
      : ['DL', 'SB'].includes(question.selector)
        ? 'dropdown'
        : 'radiogroup'
  const least = Number(
    setting('MinChoices') || (setting('Type') === 'ExactChoices' ? setting('ExactChoices') : ''),
  )
  const most = Number(
    setting('MaxChoices') || (setting('Type') === 'ExactChoices' ? setting('ExactChoices') : ''),
  )
  const defaults = entriesOf(json.DefaultChoices)
    .filter(([, value]) => isOn(fieldOf(value, 'Selected')) || isOn(value))
    .flatMap(([id]) => item.values.get(id) ?? [])
  return {
    type,
    name,
    ...asked.common(),
    choices,
    ...(asked.random() ? { choicesOrder: 'random' } : {}),
    ...(type === 'checkbox' && least > 0 ? { minSelectedChoices: least } : {}),
    ...(type === 'checkbox' && most > 0 ? { maxSelectedChoices: most } : {}),
    ...asked.validators(asked.custom()),
    ...(defaults.length === 0
      ? {}
      : { defaultValue: type === 'checkbox' ? defaults : defaults[0] }),
  }
}

const carried = ({ item, building, approximate, drop }: Asked) => {
  const from = building.items.get(item.source?.id ?? '')
  if (from === undefined) drop('carried forward choices', because('source-question-missing'))
  else approximate(`choices carried forward from ${from.question.tag}`, because('carried-choices'))
}

const rowsJson = (asked: Asked): readonly Element[] => {
  if (asked.item.source !== undefined) carried(asked)
  return asked.choicesJson()
}

const matrix = (asked: Asked): Element => {
  const { question, name, json } = asked
  if (question.type === 'PGR')
    asked.approximate('ranks inside groups', because('rank-in-group-not-asked'))
  if (question.selector === 'Bipolar')
    asked.approximate('bipolar rows', because('both-poles-before-row'))
  if (question.subSelector === 'DND') asked.approximate('drag and drop', because('rows-by-column'))
  if (question.selector === 'MaxDiff')
    asked.approximate('best and worst', because('columns-once-unchecked'))
  const groups = listOf(json.Groups).map((group, place) => ({
    value: place + 1,
    text: textOf(group) || textIn(group, 'Display') || String(place + 1),
  }))
  const columns = question.type === 'PGR' ? groups : asked.pointsJson()
  const rows = rowsJson(asked)
  if (columns.length === 0 || rows.length === 0) {
    asked.drop('matrix without rows or columns', because('question-by-hand'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  const random = asked.random()
  return {
    type: 'matrix',
    name,
    ...common,
    columns,
    rows,
    ...(isRequired ? { eachRowRequired: true } : {}),
    ...(random ? { rowOrder: 'random' } : {}),
    ...asked.validators(asked.custom()),
  }
}

const boxes = (asked: Asked): Element => {
  const { name } = asked
  const choices = asked.pointsJson()
  const rows = rowsJson(asked)
  if (choices.length === 0 || rows.length === 0) return matrix(asked)
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  return {
    type: 'matrixdropdown',
    name,
    ...common,
    columns: [
      {
        name: BOXES,
        title: ' ',
        cellType: 'checkbox',
        choices,
        ...(isRequired ? { isRequired: true } : {}),
      },
    ],
    rows,
    ...asked.validators(asked.custom()),
  }
}

const cells = (asked: Asked): Element => {
  const { item, question, name } = asked
  const rows = rowsJson(asked)
  const answers = question.answers
  if (answers.length === 0 || rows.length === 0) {
    asked.drop('matrix without rows or columns', because('question-by-hand'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  const isNumber = question.selector === 'CS' || /Number/i.test(contentOf(asked))
  return {
    type: 'matrixdropdown',
    name,
    ...common,
    columns: answers.map((answer) => ({
      name: item.points.get(answer.id) ?? answer.id,
      title: asked.displayOf('Answers', answer),
      cellType: 'text',
      ...(isNumber ? { inputType: 'number' } : {}),
      ...(isRequired ? { isRequired: true } : {}),
    })),
    rows,
    ...asked.validators(asked.custom()),
  }
}

const profile = (asked: Asked): Element => {
  const { item, name, json, question } = asked
  asked.approximate('rows with scales of their own', because('rows-as-items'))
  return {
    type: 'panel',
    name,
    ...(asked.title === undefined ? {} : { title: asked.title }),
    elements: item.choices.map((row) => {
      const own = entriesOf(fieldOf(json.Answers, row.id)).filter(([, one]) => isJson(one))
      const choices = own.map(([id, one]) => ({
        value: Number.isInteger(Number(id)) ? Number(id) : id,
        text: asked.displayOf('Answers', { id, json: one }),
      }))
      return {
        type: choices.length === 0 && question.answers.length === 0 ? 'text' : 'radiogroup',
        name: String(item.values.get(row.id) ?? row.id),
        title: asked.displayOf('Choices', row),
        ...(choices.length === 0 && question.answers.length === 0
          ? {}
          : { choices: choices.length > 0 ? choices : question.answers.map(({ id }) => id) }),
        ...(asked.required ? { isRequired: true } : {}),
        ...visibleIf(asked.building.offered(item, row)),
      }
    }),
  }
}

/** What a text must be: number, date, mail address … */
const contentOf = ({ settings }: Asked): string => {
  const content = fieldOf(settings, 'ContentType')
  return textOf(content).replace(/^Valid/, '')
}

const contentJson = (
  asked: Asked,
): { readonly json: Element; readonly rules: readonly Element[] } => {
  const { setting, settings } = asked
  if (setting('Type') !== 'ContentType') return { json: {}, rules: [] }
  const content = contentOf(asked)
  switch (content) {
    case 'Number': {
      const limits = fieldOf(settings, 'ValidNumber')
      const bound = (key: string, property: string): Element => {
        const text = textIn(limits, key)
        return /^-?\d+(\.\d+)?$/.test(text) ? { [property]: Number(text) } : {}
      }
      const decimals = textIn(limits, 'NumDecimals')
      return {
        json: {
          inputType: 'number',
          ...bound('Min', 'min'),
          ...bound('Max', 'max'),
          ...(decimals === '0' ? { step: 1 } : {}),
        },
        rules: [],
      }
    }
    case 'Email':
      return { json: { inputType: 'email' }, rules: [{ type: 'email' }] }
    case 'Date':
      return { json: { inputType: 'date' }, rules: [] }
    case 'Phone':
    case 'USPhone':
      return { json: { inputType: 'tel' }, rules: [] }
    case 'URL':
      return { json: { inputType: 'url' }, rules: [] }
    case 'USZip':
    case 'Zip':
      return { json: {}, rules: [{ type: 'regex', regex: '^\\d{5}(-\\d{4})?$' }] }
    case 'Text':
    case 'TextOnly':
    case 'LettersOnly':
      return { json: {}, rules: [{ type: 'regex', regex: '^[^0-9]*$' }] }
    default:
      asked.drop(`content “${content}”`, because('check-by-hand'))
      return { json: {}, rules: [] }
  }
}

const open = (asked: Asked): Element => {
  const { question, name, setting, settings, json } = asked
  const { json: content, rules } = contentJson(asked)
  if (question.type !== 'TE')
    asked.approximate(
      `type ${question.type} ${question.selector}`.trim(),
      because('answer-in-words'),
    )
  const long = ['ML', 'ESTB'].includes(question.selector) && Object.keys(content).length === 0
  const kind = setting('Type')
  const most = Number(
    setting('TotalChars') || textIn(fieldOf(settings, 'CharRange'), 'Max') || setting('MaxChars'),
  )
  const least = Number(setting('MinChars') || textIn(fieldOf(settings, 'CharRange'), 'Min'))
  const pattern = textIn(settings, 'Regex')
  const checks: Element[] = [...rules, ...asked.custom()]
  if (/Char/.test(kind) && least > 0)
    checks.push({ type: 'text', minLength: least, ...(most > 0 ? { maxLength: most } : {}) })
  if (pattern !== '')
    if (patternRisk(pattern) === undefined) checks.push({ type: 'regex', regex: pattern })
    else asked.drop(`pattern “${pattern.slice(0, 120)}”`, because('pattern-unsafe'))
  if (question.selector === 'AUTO' || fieldOf(json.SearchSource, 'AllowFreeResponse') !== undefined)
    asked.approximate('completion from a list', because('answer-typed'))
  const preset =
    textIn(fieldOf(json.DefaultChoices, 'TEXT'), 'Text') || textIn(json.DefaultChoices, 'Text')
  return {
    type: long ? 'comment' : 'text',
    name,
    ...asked.common(),
    ...(question.selector === 'PW' ? { inputType: 'password' } : content),
    ...(/Char/.test(kind) && most > 0 ? { maxLength: most } : {}),
    ...asked.validators(checks),
    ...(preset === '' || preset.includes('${') ? {} : { defaultValue: preset }),
  }
}

const several = (asked: Asked): Element => {
  const { item, name, setting, settings } = asked
  const isNumber = item.kind === 'numbers'
  const { json: content, rules } = contentJson(asked)
  const {
    min: _,
    max: __,
    step: ___,
    ...plain
  } = content as { readonly min?: number; readonly max?: number; readonly step?: number }
  const limits: Element[] =
    content.min === undefined && content.max === undefined
      ? []
      : [
          {
            type: 'numeric',
            ...(content.min === undefined ? {} : { minValue: content.min }),
            ...(content.max === undefined ? {} : { maxValue: content.max }),
          },
        ]
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  const parts = [...item.values.values()].map(
    (part): Expression => ({ kind: 'answer', item: name, part: String(part) }),
  )
  const total = Number(
    setting('ChoiceTotal') ||
      setting('ConSumTotal') ||
      textIn(fieldOf(settings, 'ChoicesTotal'), 'Total'),
  )
  const sum: readonly Element[] =
    isNumber && Number.isFinite(total) && total > 0 && setting('Type') !== 'None'
      ? [
          {
            type: 'expression',
            expression: printExpression(
              compare({ kind: 'call', name: 'sum', of: parts }, '=', constant(total)),
            ),
          },
        ]
      : []
  const items = item.choices.map((choice) => {
    const own = fieldOf(fieldOf(choice.json, 'TextEntryValidation') ?? {}, 'ContentType')
    if (own !== undefined) asked.approximate('check of a single field', because('by-hand'))
    return {
      name: String(item.values.get(choice.id) ?? choice.id),
      title: asked.displayOf('Choices', choice),
      ...(isNumber ? { inputType: 'number' } : plain),
      ...(isRequired ? { isRequired: true } : {}),
      ...asked.validators([...rules, ...limits]),
    }
  })
  if (items.length === 0) return { type: 'text', name, ...asked.common() }
  for (const choice of item.choices) {
    const offered = asked.building.offered(item, choice)
    if (offered.kind !== 'constant')
      asked.drop(`condition of choice ${choice.id}`, because('all-fields-shown'))
  }
  return {
    type: 'multipletext',
    name,
    ...common,
    items,
    ...asked.validators([...sum, ...asked.custom()]),
  }
}

const sliders = (asked: Asked): Element => {
  const { item, question, name, json } = asked
  const configured = (key: string) => Number(textIn(json.Configuration, key))
  const least = configured('CSSliderMin') || 0
  const most = textIn(json.Configuration, 'CSSliderMax') === '' ? 100 : configured('CSSliderMax')
  const decimals = Math.min(configured('NumDecimals') || 0, 6)
  const stars = question.selector === 'STAR'
  const count = Math.min(Math.max(configured('StarCount') || 5, 1), 20)
  const labels = entriesOf(json.Labels)
    .map(([, label]) => textIn(label, 'Display'))
    .filter((text) => text !== '')
  if (labels.length > 0)
    asked.approximate(
      `labels ${labels
        .map((label) => `“${label}”`)
        .join(', ')
        .slice(0, 200)}`,
      because('ends-into-question'),
    )
  const start = fieldOf(json.Configuration, 'SliderStartPositions')
  if (isOn(fieldOf(json.Configuration, 'CustomStart')) && entriesOf(start).length > 0)
    asked.building.losses.grouped(
      'start positions of sliders',
      because('slider-untouched-blank'),
      asked.path,
    )
  if (isOn(fieldOf(json.Configuration, 'NotApplicable')))
    asked.drop('“not applicable” beside sliders', because('not-applicable-by-item'))
  const isRequired = asked.required
  const elements = item.choices.map((row) => ({
    ...(stars
      ? { type: 'rating', rateValues: Array.from({ length: count }, (_, place) => place + 1) }
      : {
          type: 'slider',
          min: least,
          max: most > least ? most : least + 100,
          step: 10 ** -decimals,
        }),
    name: String(item.values.get(row.id) ?? row.id),
    title: asked.displayOf('Choices', row),
    ...(isRequired ? { isRequired: true } : {}),
    ...visibleIf(asked.building.offered(item, row)),
  }))
  if (item.source !== undefined) carried(asked)
  if (elements.length === 0)
    return {
      type: 'slider',
      name,
      ...asked.common(),
      min: least,
      max: most > least ? most : least + 100,
      step: 10 ** -decimals,
    }
  return {
    type: 'panel',
    name,
    ...(asked.title === undefined ? {} : { title: asked.title }),
    elements,
  }
}

const ranking = (asked: Asked): Element => {
  const { item, name } = asked
  if (item.source !== undefined) carried(asked)
  const choices = asked.choicesJson()
  if (choices.length === 0) return { type: 'text', name, ...asked.common() }
  return {
    type: 'ranking',
    name,
    ...asked.common(),
    choices,
    selectToRankEnabled: true,
    ...(asked.random() ? { choicesOrder: 'random' } : {}),
    ...asked.validators(asked.custom()),
  }
}

const sideBySide = (asked: Asked): Element => {
  const { question, name, building } = asked
  asked.approximate('side by side', because('columns-as-questions'))
  const elements = question.partIds.flatMap((id) => {
    const item = building.items.get(id)
    return item === undefined || item.question === question ? [] : buildElements(item, building)
  })
  if (elements.length === 0) {
    asked.drop('side by side without columns', because('question-by-hand'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  return {
    type: 'panel',
    name,
    ...(asked.title === undefined ? {} : { title: asked.title }),
    elements,
  }
}
