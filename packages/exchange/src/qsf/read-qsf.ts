import type { ContextVariable, SurveyJson } from '@echolot/instrument'
import type { Expression } from '../expression/expression.ts'
import { isPrintable, printExpression } from '../expression/print-expression.ts'
import type { Imported } from '../loss.ts'
import { lossList } from '../questionnaire/loss-list.ts'
import { nameMaker } from '../questionnaire/names.ts'
import { settle } from '../questionnaire/settle.ts'
import { both, constant, not } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import { type SourceFile, stemOf, textOfFile } from '../source-file.ts'
import { buildElements } from './build-element.ts'
import { type Building, type Element, visibleIf } from './building.ts'
import { declareItems, decoded, type Item, pathOf } from './declare-items.ts'
import { entriesOf, fieldOf, isJson, listOf, textIn } from './json-access.ts'
import { isUnsaid, type LogicPlace, readLogic, readSkip } from './logic.ts'
import { type QsfChoice, type QsfSurvey, qsfSurvey, tagOf } from './qsf-survey.ts'
import { type Flow, fieldValue, type Passage, readFlow } from './read-flow.ts'
import { surveyLosses } from './survey-losses.ts'
import { textReader } from './text-reader.ts'

const ALWAYS = constant(true)

/**
 * A Qualtrics survey (.qsf) as an instrument: blocks and page breaks become pages, branches, display and skip logic become
 * conditions, translations come along, and the report names everything that is not the same.
 * @throws file-unreadable
 */
export const readQsf = (file: SourceFile): Imported => {
  const survey = qsfSurvey(textOfFile(file))
  const losses = lossList()
  const names = nameMaker('q_')
  const items = declareItems(survey, { names, losses })
  const fields = new Map<string, string>()
  const fieldName = (field: string): string => {
    const known = fields.get(field) ?? names(field)
    fields.set(field, known)
    return known
  }
  const own = new Map<string, Expression>()
  const around = new Map<string, Expression>()
  const under = new Set<string>()
  /** When a question is displayed by its own logic; read once. */
  const ownCondition = (item: Item): Expression => {
    const { id } = item.question
    const known = own.get(id)
    if (known !== undefined) return known
    if (under.has(id)) return ALWAYS
    under.add(id)
    const test = logicOf(item.question.json.DisplayLogic, item.path, 'display logic')
    under.delete(id)
    own.set(id, test)
    return test
  }
  const logicOf = (json: unknown, path: string, what: string): Expression => {
    if (!isJson(json)) return ALWAYS
    const test = readLogic(json, logic)
    if (!isUnsaid(test)) return test
    losses.dropped(path, what, because('unreadable-always-shown', { why: test.message }))
    return ALWAYS
  }
  const offered = (item: Item, choice: QsfChoice): Expression => {
    const path = `${item.path}, choice ${choice.id}`
    const test = logicOf(fieldOf(choice.json, 'DisplayLogic'), path, 'display logic of a choice')
    if (!choice.id.startsWith('x') || item.source === undefined) return test
    return both([carriedWhen(item.source, choice.id.slice(1), item), test])
  }
  const carriedWhen = (
    { id, what }: { readonly id: string; readonly what: string },
    choice: string,
    item: Item,
  ): Expression => {
    const kept = { ...logic, items }
    const test = (operator: string) =>
      readLogic(
        {
          0: {
            0: {
              LogicType: 'Question',
              LeftOperand: `q://${id}/SelectableChoice/${choice}`,
              Operator: operator,
            },
          },
        },
        kept,
      )
    const result = /Unselected|NotSelected/.test(what)
      ? test('NotSelected')
      : /^Selected/.test(what)
        ? test('Selected')
        : /Displayed/.test(what)
          ? choiceShown(id, choice)
          : ALWAYS
    if (!isUnsaid(result)) return result
    losses.dropped(item.path, 'carrying forward', because('all-offered', { why: result.message }))
    return ALWAYS
  }
  const choiceShown = (id: string, choiceId: string): Expression => {
    const item = items.get(id)
    const choice = item?.choices.find((one) => one.id === choiceId)
    const key = `${id} ${choiceId}`
    if (item === undefined || choice === undefined || under.has(key)) return ALWAYS
    under.add(key)
    const test = offered(item, choice)
    under.delete(key)
    return test
  }
  const logic: LogicPlace = {
    items,
    field: (field) => ({ kind: 'answer', item: fieldName(field) }),
    shown: (id) => {
      const item = items.get(id)
      return item === undefined ? ALWAYS : both([around.get(id) ?? ALWAYS, ownCondition(item)])
    },
    choiceShown,
  }
  const flow = readFlow(survey, { logic, losses })
  const base = survey.languages[0] ?? 'EN'
  const texts = textReader({ base, items, losses, fieldName })
  const building: Building = {
    base,
    losses,
    texts,
    logic,
    items,
    reminded: new Set(),
    built: new Set(),
    offered,
  }
  const pages = pagesOf(flow.passages, { survey, items, building, around, ownCondition })
  surveyLosses(survey, losses)
  const { computed, context } = fieldsOf(flow, { fields, fieldName, items, losses })
  const title = texts.plain(new Map([[base, survey.name]]), 'survey, name')
  const json: SurveyJson = {
    ...(title === undefined ? {} : { title }),
    locale: tagOf(base),
    clearInvisibleValues: 'onHidden',
    checkErrorsMode: 'onNextPage',
    ...(textIn(survey.options, 'BackButton') === 'false' ? { showPrevButton: false } : {}),
    ...(computed.length === 0 ? {} : { calculatedValues: computed }),
    pages,
  }
  return settle(
    {
      name: (typeof title === 'string' ? title : undefined) ?? stemOf(file.name),
      languages: [...new Set(survey.languages.map(tagOf))].filter((tag) => tag !== 'und'),
      survey: json,
      format: 'Qualtrics',
      reminded: building.reminded,
      context,
    },
    losses,
  )
}

/** Embedded data: what the flow computes, and what the office must know. */
const fieldsOf = (
  flow: Flow,
  {
    fields,
    fieldName,
    items,
    losses,
  }: {
    readonly fields: ReadonlyMap<string, string>
    readonly fieldName: (field: string) => string
    readonly items: ReadonlyMap<string, Item>
    readonly losses: ReturnType<typeof lossList>
  },
) => {
  const computed: { readonly name: string; readonly expression: string }[] = []
  const context: ContextVariable[] = []
  const assigned = new Set(flow.assignments.map(({ field }) => field))
  for (const field of new Set([...flow.received, ...assigned, ...fields.keys()])) {
    const name = fieldName(field)
    const own = flow.assignments.filter((assignment) => assignment.field === field)
    if (name !== field)
      losses.approximated(
        `embedded data ${field}`,
        `name “${field}”`,
        because('now-called', { name }),
      )
    if (own.length === 0) {
      context.push({ name, label: field })
      losses.approximated(
        `embedded data ${field}`,
        'value from a link or a contact list',
        because('declared-as-context', { name }),
      )
      continue
    }
    const expression = fieldValue(own, ({ value }) =>
      assignedValue(value, { items, fields: fieldName }),
    )
    computed.push({ name, expression: printExpression(expression) })
    losses.kept(`embedded data ${field}`, 'computed value')
  }
  return { computed, context }
}

const assignedValue = (
  value: string,
  {
    items,
    fields,
  }: { readonly items: ReadonlyMap<string, Item>; readonly fields: (field: string) => string },
): Expression => {
  const piped =
    /^\$\{q:\/\/([^/}]+)\/(ChoiceTextEntryValue|ChoiceGroup\/SelectedChoices|SelectedChoicesRecode)[^}]*\}$/.exec(
      value,
    )
  const item = piped === null ? undefined : items.get(decoded(piped[1] ?? ''))
  if (item !== undefined) return { kind: 'answer', item: item.name }
  const field = /^\$\{e:\/\/Field\/([^}]+)\}$/.exec(value)?.[1]
  if (field !== undefined) return { kind: 'answer', item: fields(field) }
  if (/^-?\d+(\.\d+)?$/.test(value)) return constant(Number(value))
  return constant(isPrintable(value) ? value.replaceAll(/[{}]/g, '') : '')
}

type Place = {
  readonly survey: QsfSurvey
  readonly items: ReadonlyMap<string, Item>
  readonly building: Building
  readonly around: Map<string, Expression>
  readonly ownCondition: (item: Item) => Expression
}

/** What a skip leaves out: everything up to a question, the rest of the block, or the rest of the survey. */
type Skip = { readonly to: string; readonly test: Expression }

const pagesOf = (passages: readonly Passage[], place: Place): readonly Element[] => {
  const { building, items, around, ownCondition } = place
  const { losses } = building
  const pageNames = nameMaker('page_')
  const over: Expression[] = []
  for (const { block, when } of passages)
    for (const step of block.elements) around.set(textIn(step, 'QuestionID'), when)
  return passages.flatMap(({ block, when }) => {
    const path = `block “${block.name}”`
    optionLosses(block.options, path, losses)
    const skips: Skip[] = []
    const groups: Element[][] = [[]]
    for (const step of block.elements) {
      const type = textIn(step, 'Type')
      if (type === 'Page Break') {
        groups.push([])
        continue
      }
      const id = textIn(step, 'QuestionID')
      for (let at = skips.length - 1; at >= 0; at--) if (skips[at]?.to === id) skips.splice(at, 1)
      const item = items.get(id)
      if (item === undefined) {
        if (id !== '') losses.dropped(path, `question ${id}`, because('not-in-file'))
        continue
      }
      const skipped = [...over, ...skips.map(({ test }) => test)].map(not)
      const shown = both([...skipped, ownCondition(item)])
      around.set(id, both([when, ...skipped]))
      groups.at(-1)?.push(...withCondition(buildElements(item, building), shown, item))
      for (const skip of listOf(fieldOf(step, 'SkipLogic'))) {
        const test = readSkip(skip, building.logic)
        const to = textIn(skip, 'SkipToDestination') || textIn(skip, 'SkipTo')
        if (isUnsaid(test)) {
          losses.dropped(
            pathOf(item.question),
            'skip logic',
            because('nothing-skipped', { why: test.message }),
          )
          continue
        }
        losses.kept(pathOf(item.question), `skip logic to ${to}`)
        if (to === 'ENDOFSURVEY') over.push(test)
        else skips.push({ to: to === 'ENDOFBLOCK' ? '' : to, test })
      }
    }
    return groups.flatMap((elements, number): readonly Element[] => {
      if (elements.length === 0) return []
      const name = pageNames(block.name === '' ? 'page' : block.name)
      if (number === 0) losses.kept(path, 'block', name)
      return [{ name, ...visibleIf(when), elements }]
    })
  })
}

const withCondition = (
  elements: readonly Element[],
  shown: Expression,
  item: Item,
): readonly Element[] => {
  const condition = visibleIf(shown)
  const [main, ...others] = elements
  if (main === undefined || Object.keys(condition).length === 0) return elements
  if (others.length === 0) return [{ ...main, ...condition }]
  return [{ type: 'panel', name: `${item.name}_panel`, ...condition, elements }]
}

const optionLosses = (options: unknown, path: string, losses: ReturnType<typeof lossList>) => {
  const looping = textIn(options, 'Looping')
  if (looping !== '' && looping !== 'None')
    losses.dropped(path, `loop and merge (${looping})`, because('loop-asked-once'))
  const random = textIn(options, 'RandomizeQuestions')
  if (random !== '' && random !== 'false')
    losses.dropped(path, 'questions in random order', because('order-of-file'))
  for (const [key] of entriesOf(options))
    if (
      ![
        'Looping',
        'LoopingOptions',
        'RandomizeQuestions',
        'Randomization',
        'BlockLocking',
        'BlockVisibility',
      ].includes(key)
    )
      losses.grouped('options of blocks', because('blocks-by-office'), `${path}.${key}`)
}
