import type { Localized, SurveyJson } from '@echolot/instrument'
import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import type { Imported } from '../loss.ts'
import { type LossList, lossList } from '../questionnaire/loss-list.ts'
import { nameMaker } from '../questionnaire/names.ts'
import { settle } from '../questionnaire/settle.ts'
import { constant } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import { type SourceFile, stemOf, textOfFile } from '../source-file.ts'
import { buildQuestion } from './build-question.ts'
import type { Building, Element } from './building.ts'
import { type Conditions, conditionsOf } from './conditions.ts'
import { declareQuestions } from './declare-questions.ts'
import type { Declared } from './declared.ts'
import { type LssSurvey, lssSurvey, type Texts } from './lss-survey.ts'
import { tagOf } from './own-words.ts'
import { attributeOf, isOn } from './question-kinds.ts'
import { readTables } from './read-tables.ts'
import { surveyLosses } from './survey-losses.ts'
import { textReader } from './text-reader.ts'
import { variableTable } from './variables.ts'

/**
 * A LimeSurvey survey structure (.lss) as an instrument, from LimeSurvey 1.9 to 6: groups become pages, relevance becomes
 * conditions, all languages come along, and the report names everything that is not the same.
 * @throws file-unreadable
 */
export const readLss = (file: SourceFile): Imported => {
  const survey = lssSurvey(readTables(textOfFile(file)))
  const losses = lossList()
  const variables = variableTable()
  const names = nameMaker('q_')
  const questions = declareQuestions(survey, { names, losses, variables })
  const texts = textReader(survey, { variables, losses, nameFor: names })
  const conditions = conditionsOf(survey, { variables, losses })
  const building: Building = {
    languages: survey.languages,
    losses,
    texts,
    variables,
    nameFor: names,
    dateFormat: '',
  }
  const pageNames = nameMaker('page_')
  const reminded = new Set<string>()
  const pages = survey.groups.flatMap((group, place) => {
    const path = `group ${group.gid}`
    const name = pageNames(`page${place + 1}`)
    const title = texts.plain(group.texts, { path })
    const description = texts.plain(group.descriptions, { path: `${path}, description` })
    losses.kept(path, `group “${firstOf(title)}”`, name)
    if (group.randomization !== '')
      losses.dropped(
        path,
        `randomization group “${group.randomization}”`,
        because('no-random-pages'),
      )
    const elements = group.questions.flatMap((question) => {
      const declared = questions.get(question.qid)
      if (declared === undefined) return []
      if (question.mandatory === 'S') reminded.add(declared.name)
      return withCondition(buildQuestion(declared, building), { declared, conditions, losses })
    })
    if (elements.length === 0) {
      losses.dropped(path, 'group without questions', because('page-empty'))
      return []
    }
    return [
      {
        name,
        ...(title === undefined ? {} : { title }),
        ...(description === undefined ? {} : { description }),
        ...visibleIf(conditions.ofGroup(group)),
        elements,
      },
    ]
  })
  const [first, last] = frame(survey, (said, path) => texts.html(said, { path }))
  surveyLosses(survey, losses)
  const title = texts.plain(column(survey, 'surveyls_title'), { path: 'survey, title' })
  const description = texts.plain(column(survey, 'surveyls_description'), {
    path: 'survey, description',
  })
  const computed = texts.computed()
  const json: SurveyJson = {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    locale: tagOf(survey.languages[0] ?? 'en'),
    clearInvisibleValues: 'onHidden',
    checkErrorsMode: 'onNextPage',
    ...(survey.settings?.get('allowprev') === 'N' ? { showPrevButton: false } : {}),
    ...(last === undefined ? {} : { completedHtml: last }),
    ...(computed.length === 0 ? {} : { calculatedValues: computed }),
    pages: [
      ...(first === undefined
        ? []
        : [
            {
              name: pageNames('welcome'),
              elements: [{ type: 'html', name: names('welcome_text'), html: first }],
            },
          ]),
      ...pages,
    ],
  }
  return settle(
    {
      name: firstOf(title) || `limesurvey-${survey.sid || stemOf(file.name)}`,
      languages: [...new Set(survey.languages.map(tagOf))],
      survey: json,
      format: 'LimeSurvey',
      reminded,
    },
    losses,
  )
}

const firstOf = (text: Localized | undefined): string =>
  typeof text === 'string' ? text : (text?.default ?? '')

const column = (survey: LssSurvey, name: string): Texts =>
  new Map(
    [...survey.texts].flatMap(([language, row]) => {
      const text = row.get(name)
      return text === '' ? [] : [[language, text] as const]
    }),
  )

const visibleIf = (condition: Expression): Element =>
  condition.kind === 'constant'
    ? condition.value === false
      ? { visible: false }
      : {}
    : { visibleIf: printExpression(condition) }

/** What a question's own condition does to the elements it has become. */
const withCondition = (
  elements: readonly Element[],
  {
    declared,
    conditions,
    losses,
  }: {
    readonly declared: Declared
    readonly conditions: Conditions
    readonly losses: LossList
  },
): readonly Element[] => {
  const { question, name } = declared
  const hidden = isOn(attributeOf(question, 'hidden', ''))
  const asked = conditions.ofQuestion(question)
  const condition = hidden ? constant(false) : asked
  if (hidden && asked.kind !== 'constant')
    losses.approximated(
      declared.path,
      'condition of a hidden question',
      because('computed-always'),
      name,
    )
  const own = visibleIf(condition)
  const [main, ...others] = elements
  if (main === undefined || Object.keys(own).length === 0) return elements
  if (others.length === 0) return [{ ...main, ...own }]
  return [{ type: 'panel', name: `${name}_panel`, ...own, elements }]
}

/** The welcome and the farewell. */
const frame = (
  survey: LssSurvey,
  html: (texts: Texts, path: string) => Localized | undefined,
): readonly [Localized | undefined, Localized | undefined] => {
  const welcome = html(column(survey, 'surveyls_welcometext'), 'survey, welcome text')
  const end = html(column(survey, 'surveyls_endtext'), 'survey, end text')
  return [survey.settings?.get('showwelcome') === 'N' ? undefined : welcome, end]
}
