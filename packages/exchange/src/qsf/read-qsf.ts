import type { SurveyJson } from '@echolot/instrument'
import type { Expression } from '../expression/expression.ts'
import type { Imported } from '../loss.ts'
import { lossList } from '../questionnaire/loss-list.ts'
import { nameMaker } from '../questionnaire/names.ts'
import { settle } from '../questionnaire/settle.ts'
import { both, constant } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import { type SourceFile, stemOf, textOfFile } from '../source-file.ts'
import { pagesOf } from './build-pages.ts'
import type { Building } from './building.ts'
import { declareItems, type Item } from './declare-items.ts'
import { fieldOf, isJson, textIn } from './json-access.ts'
import { isUnsaid, type LogicPlace, readLogic } from './logic.ts'
import { type QsfChoice, qsfSurvey, tagOf } from './qsf-survey.ts'
import { fieldsOf } from './read-fields.ts'
import { readFlow } from './read-flow.ts'
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
