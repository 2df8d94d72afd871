import type { Localized } from '@echolot/instrument'
import { patternRisk } from '@echolot/routing/safe-pattern'
import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { everOffered } from '../questionnaire/ever-offered.ts'
import type { LossList } from '../questionnaire/loss-list.ts'
import { added, both, choose, compare, constant, not } from '../questionnaire/simplify.ts'
import { localized, plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { IDLE, LOOKS, REMEDIES } from './attribute-kinds.ts'
import {
  attributeOf,
  CELL_MATRICES,
  columnsOf,
  type Declared,
  filterOf,
  isAlways,
  isOn,
  LISTS,
  MULTIPLE,
  rowsOf,
  SCALES,
  SEVERAL,
  SINGLE_MATRICES,
} from './declare-questions.ts'
import type { LssSubquestion, Texts } from './lss-survey.ts'
import { hasOwnWords, languageName, type OwnWord, ownWord, tagOf } from './own-words.ts'
import { conditionFrom, isUnread, valueFrom } from './script-to-expression.ts'
import type { TextReader } from './text-reader.ts'
import type { Variable, VariableTable } from './variables.ts'

export type Element = { readonly [property: string]: unknown }

export type Building = {
  readonly languages: readonly string[]
  readonly losses: LossList
  readonly texts: TextReader
  readonly variables: VariableTable
  readonly nameFor: (wanted: string) => string
  readonly dateFormat: string
}

/** The elements a question becomes; several where LimeSurvey asks two things in one. */
export const buildQuestion = (declared: Declared, building: Building): readonly Element[] => {
  const asked = asking(declared, building)
  const { question, name, path } = declared
  const { losses } = building
  const [type, what] = TYPES[question.type] ?? [question.type, 'unknown']
  const elements = elementsOf(asked)
  const main = elements.find((element) => element.name === name) ?? elements[0]
  if (elements.length === 0) return []
  losses.kept(path, `type “${type}” (${what})`, String(main?.name))
  asked.reportRest()
  return elements
}

const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  '1': ['1', 'array with two scales'],
  '5': ['5', 'five point choice'],
  A: ['A', 'array, five points'],
  B: ['B', 'array, ten points'],
  C: ['C', 'array, yes/no/uncertain'],
  D: ['D', 'date'],
  E: ['E', 'array, increase/same/decrease'],
  F: ['F', 'array'],
  G: ['G', 'gender'],
  H: ['H', 'array by column'],
  I: ['I', 'language'],
  K: ['K', 'several numbers'],
  L: ['L', 'list'],
  M: ['M', 'multiple choice'],
  N: ['N', 'number'],
  O: ['O', 'list with comment'],
  P: ['P', 'multiple choice with comments'],
  Q: ['Q', 'several short texts'],
  R: ['R', 'ranking'],
  S: ['S', 'short text'],
  T: ['T', 'long text'],
  U: ['U', 'huge text'],
  X: ['X', 'text display'],
  Y: ['Y', 'yes/no'],
  '!': ['!', 'dropdown'],
  ':': [':', 'array of numbers'],
  ';': [';', 'array of texts'],
  '*': ['*', 'equation'],
}

/** A question with everything that is needed to build it. */
const asking = (declared: Declared, building: Building) => {
  const { question, path, name } = declared
  const { languages, losses, texts, variables } = building
  const base = languages[0] ?? 'en'
  const used = new Set<string>(['hidden', 'relevance'])
  const attribute = (key: string): string => {
    used.add(key)
    return attributeOf(question, key, base)
  }
  const attributeTexts = (key: string): Localized | undefined => {
    used.add(key)
    const values = question.attributes.get(key)
    if (values === undefined) return undefined
    const shared = values.get('')
    const all: Texts = shared === undefined ? values : new Map([[base, shared], ...values])
    return texts.plain(all, { path: `${path}, attribute ${key}`, question })
  }
  const plain = (said: Texts, at = path) => texts.plain(said, { path: at, question })
  const own = (word: OwnWord): Localized | undefined => {
    for (const language of languages)
      if (!hasOwnWords(language))
        losses.grouped(
          `LimeSurvey's own words in “${language}”`,
          because('own-words-in-english'),
          path,
        )
    return localized(
      new Map([...ownWord(word, languages)].map(([language, text]) => [tagOf(language), text])),
      tagOf(base),
    )
  }
  const drop = (what: string, reason: Reason, at = path) => losses.dropped(at, what, reason)

  /** An attribute as a number, or as a formula; undefined and reported when it is neither. */
  const amount = (key: string): number | Expression | undefined => {
    const source = plainText(attribute(key))
      .text.replace(/^\{([\s\S]*)\}$/, '$1')
      .trim()
    if (source === '') return undefined
    if (/^-?(\d+([.,]\d+)?|[.,]\d+)$/.test(source)) return Number(source.replace(',', '.'))
    const result = valueFrom(source, { variables, question })
    if (!isUnread(result)) return result.expression
    drop(
      `attribute ${key} “${source.slice(0, 120)}”`,
      because('limit-by-hand', { why: result.message }),
    )
    return undefined
  }

  /** A rule on the answer, as an expression validator. */
  const rule = (expression: Expression, text?: Localized) => ({
    type: 'expression',
    expression: printExpression(expression),
    ...(text === undefined ? {} : { text }),
  })

  const rules = (): readonly Element[] => {
    const source = attribute('em_validation_q')
    const text = attributeTexts('em_validation_q_tip')
    if (source === '') return []
    const own = variables.ofQuestion(question.qid)
    const current = own.length === 1 ? own[0] : undefined
    const pattern = /^\s*!?\s*is_empty\(this(\.NAOK)?\)\s*\|\|/i.test(source)
      ? source.replace(/^[^|]*\|\|/, '')
      : source
    const match = /^\s*regexMatch\(\s*(["'])(.*)\1\s*,\s*this(\.NAOK)?\s*\)\s*$/i.exec(pattern)
    if (match !== null) return regex(match[2] ?? '', 'attribute em_validation_q', text)
    const result = conditionFrom(source, { variables, question, current })
    if (isUnread(result)) {
      drop(
        `attribute em_validation_q “${source.slice(0, 160)}”`,
        because('check-by-hand-because', { why: result.message }),
      )
      return []
    }
    if (result.expression.kind === 'constant') return []
    return [rule(result.expression, text)]
  }

  /** A rule for each part of the question, `this` being the part. */
  const partRules = (variable: Variable | undefined): readonly Element[] => {
    const source = attribute('em_validation_sq')
    const text = attributeTexts('em_validation_sq_tip')
    if (source === '' || variable === undefined) return []
    const result = conditionFrom(source, { variables, question, current: variable })
    if (isUnread(result)) {
      drop(
        `attribute em_validation_sq “${source.slice(0, 160)}”`,
        because('check-by-hand-because', { why: result.message }),
      )
      return []
    }
    return [rule(result.expression, text)]
  }

  const regex = (source: string, what: string, text?: Localized): readonly Element[] => {
    const parts = /^\/([\s\S]*)\/([a-z]*)$/.exec(source.trim())
    const body = parts?.[1] ?? source.trim()
    if (body === '') return []
    const risk = patternRisk(body)
    if (risk !== undefined) {
      drop(`${what} “${source.slice(0, 160)}”`, because('pattern-unsafe'))
      return []
    }
    return [
      {
        type: 'regex',
        regex: body,
        ...(parts?.[2]?.includes('i') ? { caseInsensitive: true } : {}),
        ...(text === undefined ? {} : { text }),
      },
    ]
  }

  const pattern = (): readonly Element[] => regex(question.pattern, `pattern`)

  /** Fewest and most parts to be answered, and sums, for questions whose parts are variables of their own. */
  const counts = (parts: readonly Variable[]): readonly Element[] => {
    const said = added(
      parts.map(({ ticked, value }) =>
        choose(ticked?.is ?? not({ kind: 'empty', of: value }), constant(1), constant(0)),
      ),
    )
    const total = added(parts.map(({ value }) => value))
    const limits = [
      ['min_answers', '>=', said],
      ['max_answers', '<=', said],
      ['min_num_value', '>=', total],
      ['max_num_value', '<=', total],
      ['equals_num_value', '=', total],
      ['min_num_value_sgqa', '>=', total],
      ['max_num_value_sgqa', '<=', total],
      ['num_value_equals_sgqa', '=', total],
    ] as const
    return limits.flatMap(([key, operator, left]) => {
      if (key.includes('num_value') && !SEVERAL.has(question.type)) return []
      const limit = amount(key)
      if (limit === undefined || parts.length === 0 || parts.length > 200) return []
      const right = typeof limit === 'number' ? constant(limit) : limit
      return [rule(compare(left, operator, right))]
    })
  }

  const visibility = (tests: readonly Expression[]): Element => {
    const test = both(tests)
    if (test.kind === 'constant') return test.value === true ? {} : { visible: false }
    return { visibleIf: printExpression(test) }
  }

  /** The condition of a part: its relevance, and what filters it. */
  const partVisibility = (part: LssSubquestion): Element => {
    const filters = filterOf(part.code, { question, base, variables })
    used.add('array_filter').add('array_filter_exclude')
    return visibility([...relevanceOf(part), ...filters])
  }
  const relevanceOf = (part: LssSubquestion): readonly Expression[] => {
    if (isAlways(part.relevance)) return []
    const result = conditionFrom(part.relevance, { variables, question })
    if (!isUnread(result)) return [result.expression]
    drop(
      `relevance “${part.relevance.slice(0, 200)}”`,
      because('always-shown-because', { why: result.message }),
      `${path}, subquestion ${part.code}`,
    )
    return []
  }

  const title = plain(question.texts)
  const help = plain(question.help, `${path}, help`)
  const common = (): Element => ({
    ...(title === undefined ? {} : { title }),
    ...(help === undefined ? {} : { description: help }),
    ...(question.mandatory === 'Y' ? { isRequired: true } : {}),
  })
  const validators = (list: readonly Element[]): Element =>
    list.length === 0 ? {} : { validators: list }

  const reportRest = () => {
    for (const [key, values] of question.attributes) {
      if (used.has(key) || LOOKS.has(key.toLowerCase())) {
        if (!used.has(key) && [...values.values()].some((value) => !IDLE.has(value)))
          losses.grouped('attributes of appearance', because('looks-by-office'), `${path}.${key}`)
        continue
      }
      const value = [...values.values()].find((one) => !IDLE.has(one))
      if (value === undefined || MEANINGLESS.has(key)) continue
      if (/^time_limit_/.test(key) && attributeOf(question, 'time_limit', base) === '') continue
      if (/^slider_/.test(key) && !isOn(attributeOf(question, 'slider_layout', base))) continue
      if (key === 'assessment_value') continue
      drop(
        `attribute ${key} “${value.slice(0, 120)}”`,
        REMEDIES[key] ?? because('attribute-unlike'),
      )
    }
    if (question.script !== '') drop('script', because('no-scripts'))
  }

  return {
    ...declared,
    base,
    building,
    attribute,
    attributeTexts,
    amount,
    plain,
    own,
    drop,
    rules,
    partRules,
    pattern,
    counts,
    partVisibility,
    visibility,
    common,
    validators,
    reportRest,
    title,
    help,
    used,
    parts: variables.ofQuestion(question.qid).filter(({ isComment }) => isComment !== true),
    name,
  }
}

/** Attributes that only mean something together with another one. */
const MEANINGLESS = new Set([
  'em_validation_q_tip',
  'em_validation_sq_tip',
  'commented_checkbox',
  'max_filesize',
  'max_num_of_files',
  'min_num_of_files',
  'allowed_filetypes',
  'slider_rating',
  'value_range_allows_missing',
  'public_statistics',
  'other_replace_text',
  'other_comment_mandatory',
  'other_numbers_only',
  'prefix',
  'suffix',
  'random_order',
])

type Asked = ReturnType<typeof asking>

const elementsOf = (asked: Asked): readonly Element[] => {
  const { type } = asked.question
  if (type === 'X') return [textElement(asked)]
  if (type === '|') {
    asked.drop('type “|” (file upload)', because('no-files'))
    return []
  }
  if (type === '*') return [equation(asked)]
  if (LISTS.has(type) || ['5', 'G', 'Y', 'I'].includes(type)) return [single(asked)]
  if (MULTIPLE.has(type)) return multiple(asked)
  if (SEVERAL.has(type)) return [several(asked)]
  if (SINGLE_MATRICES.has(type)) return [matrix(asked)]
  if (type === '1' || CELL_MATRICES.has(type)) return [cells(asked)]
  if (type === 'R') return [ranking(asked)]
  return [open(asked)]
}

const textElement = ({ building, question, path, name }: Asked): Element => {
  const languages = new Set([...question.texts.keys(), ...question.help.keys()])
  const all = new Map(
    [...languages].map((language) => {
      const help = question.help.get(language)
      const text = question.texts.get(language) ?? ''
      return [language, help === undefined ? text : `${text}<p>${help}</p>`] as const
    }),
  )
  return { type: 'html', name, html: building.texts.html(all, { path, question }) ?? '…' }
}

const equation = (asked: Asked): Element => {
  const { building, question, base, name, path } = asked
  const [variable] = asked.parts
  const source = question.texts.get(base) ?? ''
  const plain = plainText(source).text.trim()
  const inner = /^\{([^{}]*)\}$/.exec(plain)?.[1]
  if (inner !== undefined && variable !== undefined) {
    const result = valueFrom(inner, { variables: building.variables, question })
    if (!isUnread(result))
      return { type: 'expression', name, expression: printExpression(result.expression) }
    asked.drop(
      `equation “${plain.slice(0, 200)}”`,
      because('formula-by-hand', { why: result.message }),
    )
    return { type: 'expression', name, title: plainText(plain).text.replaceAll(/[{}]/g, ' ') }
  }
  const title = building.texts.plain(question.texts, { path, question })
  const text = typeof title === 'string' ? title : (title?.default ?? '')
  const parts = text.split(/(\{[^{}]*\})/).filter((part) => part !== '')
  const expression = parts
    .map((part) => (/^\{.*\}$/.test(part) ? part : `'${part.replaceAll(/['"\\]/g, '’')}'`))
    .join(' + ')
  return {
    type: 'expression',
    name,
    ...(title === undefined ? {} : { title }),
    ...(parts.some((part) => /^\{.*\}$/.test(part)) ? { expression: `'' + ${expression}` } : {}),
  }
}

const single = (asked: Asked): Element => {
  const { question, name, values, base, own, plain, attribute } = asked
  const { type } = question
  const choices: readonly Element[] =
    type === 'Y'
      ? [
          { value: 'Y', text: own('yes') },
          { value: 'N', text: own('no') },
        ]
      : type === 'G'
        ? [
            { value: 'F', text: own('female') },
            { value: 'M', text: own('male') },
          ]
        : type === 'I'
          ? asked.building.languages.map((language) => ({
              value: tagOf(language),
              text: languageName(language),
            }))
          : type === '5'
            ? [1, 2, 3, 4, 5].map((value) => ({ value, text: String(value) }))
            : answersOf(asked, 0)
  if (type === 'I')
    asked.building.losses.approximated(
      asked.path,
      'type “I” (language)',
      because('language-not-switched'),
      name,
    )
  if (type === '5')
    return {
      type: 'rating',
      name,
      ...asked.common(),
      rateValues: [1, 2, 3, 4, 5],
      ...standard(asked, question.defaults),
    }
  const random = isOn(attribute('random_order')) || attribute('answer_order') === 'random'
  if (type === 'L') asked.used.add('array_filter').add('array_filter_exclude')
  if (choices.length === 0 && !question.other) return { type: 'text', name, ...asked.common() }
  return {
    type: type === '!' || type === 'I' ? 'dropdown' : 'radiogroup',
    name,
    ...asked.common(),
    choices: everOffered(
      values[0] !== undefined && LISTS.has(type)
        ? question.answers
            .filter(({ scale }) => scale === 0)
            .flatMap(({ code }, place) =>
              choices[place] === undefined
                ? []
                : [
                    {
                      ...choices[place],
                      ...(type === 'L'
                        ? asked.visibility(
                            filterOf(code, { question, base, variables: asked.building.variables }),
                          )
                        : {}),
                    },
                  ],
            )
        : choices,
    ),
    ...(random
      ? { choicesOrder: 'random' }
      : isOn(attribute('alphasort'))
        ? { choicesOrder: 'asc' }
        : {}),
    ...other(asked),
    ...(type === 'O' ? { showCommentArea: true, commentText: own('comment') } : {}),
    ...asked.validators([...asked.rules()]),
    ...standard(asked, question.defaults),
    ...(type === 'O' && plain(question.help) === undefined ? {} : {}),
  }
}

const other = (asked: Asked): Element => {
  const { question, attribute } = asked
  const text = asked.attributeTexts('other_replace_text') ?? asked.own('other')
  attribute('other_comment_mandatory')
  if (!question.other) return {}
  if (isOn(attribute('other_numbers_only')))
    asked.drop('attribute other_numbers_only', because('other-takes-words'))
  return { showOtherItem: true, ...(text === undefined ? {} : { otherText: text }) }
}

const answersOf = (asked: Asked, scale: number): readonly Element[] => {
  const seen = new Set<string>()
  return asked.question.answers
    .filter((answer) => answer.scale === scale)
    .flatMap(({ code, texts }): readonly Element[] => {
      if (seen.has(code)) return []
      seen.add(code)
      const text = asked.plain(texts, `${asked.path}, answer ${code}`)
      return [{ value: asked.values[scale]?.get(code) ?? code, text: text ?? code }]
    })
}

/** What stands in the answer before anybody has given one. */
const standard = (asked: Asked, defaults: Asked['question']['defaults']): Element => {
  const { question, base, building, parts } = asked
  const given = defaults.flatMap(({ subquestion, special, texts }) => {
    const text = texts.get(base) ?? [...texts.values()][0] ?? ''
    if ([...texts.values()].some((one) => one !== text))
      building.losses.approximated(
        asked.path,
        'default in several languages',
        because('default-of-source'),
      )
    return text === '' ? [] : [{ subquestion, special, text }]
  })
  const whole = given.find(
    ({ subquestion, special }) => ['', '0'].includes(subquestion) && special === '',
  )
  if (whole === undefined) {
    if (given.length > 0)
      asked.drop(
        `default ${given
          .map(({ text }) => `“${text.slice(0, 40)}”`)
          .slice(0, 5)
          .join(', ')}`,
        because('default-by-hand'),
      )
    return {}
  }
  const inner = /^\{([\s\S]*)\}$/.exec(plainText(whole.text).text)?.[1]
  if (inner !== undefined) {
    const result = valueFrom(inner, { variables: building.variables, question })
    if (!isUnread(result)) return { defaultValueExpression: printExpression(result.expression) }
    asked.drop(
      `default “${whole.text.slice(0, 120)}”`,
      because('set-by-hand', { why: result.message }),
    )
    return {}
  }
  const [variable] = parts
  if (variable === undefined) return {}
  const value = variable.encode(plainText(whole.text).text)
  const known = LISTS.has(question.type)
    ? [...(asked.values[0]?.values() ?? [])].includes(value)
    : true
  return known ? { defaultValue: value } : {}
}

const multiple = (asked: Asked): readonly Element[] => {
  const { question, name, values, attribute, base } = asked
  const exclusive = new Set(
    attribute('exclude_all_others')
      .split(';')
      .map((code) => code.trim()),
  )
  const rows = rowsOf(question)
  if (rows.length === 0 && !question.other) return [open(asked)]
  const choices = rows.map((row) => ({
    value: values[0]?.get(row.code) ?? row.code,
    text: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
    ...asked.partVisibility(row),
    ...(exclusive.has(row.code) ? { isExclusive: true } : {}),
  }))
  const limits = (
    [
      ['min_answers', 'minSelectedChoices', '>='],
      ['max_answers', 'maxSelectedChoices', '<='],
    ] as const
  ).map(([key, property, operator]) => {
    const limit = asked.amount(key)
    if (limit === undefined) return { property: {}, rules: [] }
    if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 0)
      return { property: { [property]: limit }, rules: [] }
    const said = added(
      asked.parts.flatMap(({ ticked }) =>
        ticked === undefined ? [] : [choose(ticked.is, constant(1), constant(0))],
      ),
    )
    const right = typeof limit === 'number' ? constant(limit) : limit
    return {
      property: {},
      rules: [{ type: 'expression', expression: printExpression(compare(said, operator, right)) }],
    }
  })
  if (isOn(attribute('exclude_all_others_auto')))
    asked.drop('attribute exclude_all_others_auto', because('exclusive-not-ticked'))
  const ticked = question.defaults.flatMap(({ subquestion, texts }) => {
    const row = rows.find(({ qid }) => qid === subquestion)
    return row !== undefined && (texts.get(base) ?? [...texts.values()][0]) === 'Y'
      ? [values[0]?.get(row.code) ?? row.code]
      : []
  })
  const main: Element = {
    type: 'checkbox',
    name,
    ...asked.common(),
    choices: everOffered(choices),
    ...other(asked),
    ...(isOn(attribute('random_order')) || attribute('subquestion_order') === 'random'
      ? { choicesOrder: 'random' }
      : {}),
    ...Object.assign({}, ...limits.map(({ property }) => property)),
    ...asked.validators([...limits.flatMap(({ rules }) => rules), ...asked.rules()]),
    ...(ticked.length > 0 ? { defaultValue: ticked } : {}),
  }
  if (question.type === 'M') return [main]
  asked.building.losses.approximated(
    asked.path,
    'comments of the choices',
    because('comments-as-items'),
    name,
  )
  return [
    main,
    ...rows.map((row) => {
      const value = values[0]?.get(row.code) ?? row.code
      const ticked: Expression = {
        kind: 'holds',
        left: { kind: 'answer', item: name },
        right: constant(value),
      }
      return {
        type: 'text',
        name: `${name}_${value}_text`,
        title: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
        visibleIf: printExpression(ticked),
      }
    }),
  ]
}

const several = (asked: Asked): Element => {
  const { question, name, rows, apart, attribute, parts } = asked
  const isNumber = question.type === 'K' || isOn(attribute('numbers_only'))
  const least = isNumber
    ? (asked.amount('min_num_value_n') ?? asked.amount('slider_min'))
    : undefined
  const most = isNumber
    ? (asked.amount('max_num_value_n') ?? asked.amount('slider_max'))
    : undefined
  const whole = isNumber && isOn(attribute('num_value_int_only'))
  const length = Number(attribute('maximum_chars'))
  asked.attributeTexts('prefix')
  asked.attributeTexts('suffix')
  if (isOn(attribute('slider_layout')))
    asked.building.losses.approximated(asked.path, 'sliders', because('numbers-typed'), name)
  for (const key of [
    'slider_accuracy',
    'slider_default',
    'slider_default_set',
    'slider_min',
    'slider_max',
    'slider_reversed',
  ])
    asked.used.add(key)
  const seen = new Set<string>()
  const items = rowsOf(question).flatMap((row): readonly Element[] => {
    const own = rows.get(row.code) ?? row.code
    if (seen.has(own)) return []
    seen.add(own)
    const variable = parts.find(({ part }) => part === row.code)
    const rules: Element[] = [...asked.partRules(variable)]
    if (typeof least === 'number' || typeof most === 'number')
      rules.push({
        type: 'numeric',
        ...(typeof least === 'number' ? { minValue: least } : {}),
        ...(typeof most === 'number' ? { maxValue: most } : {}),
      })
    if (variable !== undefined)
      for (const [limit, operator] of [
        [least, '>='],
        [most, '<='],
      ] as const)
        if (limit !== undefined && typeof limit !== 'number')
          rules.push({
            type: 'expression',
            expression: printExpression(compare(variable.value, operator, limit)),
          })
    if (whole && variable !== undefined)
      rules.push({
        type: 'expression',
        expression: printExpression(
          compare({ kind: 'call', name: 'trunc', of: [variable.value] }, '=', variable.value),
        ),
      })
    if (!isNumber) rules.push(...asked.pattern())
    return [
      {
        ...(apart ? { type: 'text' } : {}),
        name: own,
        title: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
        ...(isNumber ? { inputType: 'number' } : {}),
        ...(length > 0 && !isNumber ? { maxLength: length } : {}),
        ...(question.mandatory === 'Y' ? { isRequired: true } : {}),
        ...(apart ? asked.partVisibility(row) : {}),
        ...asked.validators(rules),
      },
    ]
  })
  if (isOn(attribute('random_order')))
    asked.drop('attribute random_order', because('order-of-file'))
  const limits = [...asked.counts(parts), ...asked.rules()]
  const [first] = items
  if (first === undefined) return { type: isNumber ? 'text' : 'comment', name, ...asked.common() }
  const standards = question.defaults.flatMap(({ subquestion, texts }) => {
    const row = rowsOf(question).find(({ qid }) => qid === subquestion)
    const text = plainText(texts.get(asked.base) ?? '').text
    if (row === undefined || text === '' || text.includes('{')) return []
    return [[rows.get(row.code) ?? row.code, isNumber ? Number(text) : text] as const]
  })
  if (!apart) {
    const { isRequired: _, ...common } = asked.common() as { readonly isRequired?: boolean }
    return {
      type: 'multipletext',
      name,
      ...common,
      items,
      ...asked.validators(limits),
      ...(standards.length > 0 ? { defaultValue: Object.fromEntries(standards) } : {}),
    }
  }
  asked.building.losses.approximated(
    asked.path,
    `type “${question.type}” with conditions on its parts`,
    because('parts-as-items'),
    String(first.name),
  )
  const { isRequired: _, ...common } = asked.common() as { readonly isRequired?: boolean }
  const last = items.length - 1
  return {
    type: 'panel',
    name,
    ...common,
    elements: items.map((item, place) => ({
      ...item,
      ...(place === last && limits.length > 0
        ? {
            validators: [...((item.validators as readonly Element[] | undefined) ?? []), ...limits],
          }
        : {}),
    })),
  }
}

const matrix = (asked: Asked): Element => {
  const { question, name, rows, own, attribute, parts } = asked
  const { type } = question
  const columns: readonly Element[] =
    type === 'A' || type === 'B'
      ? Array.from({ length: type === 'A' ? 5 : 10 }, (_, place) => ({
          value: place + 1,
          text: String(place + 1),
        }))
      : type === 'C'
        ? [
            { value: 'Y', text: own('yes') },
            { value: 'U', text: own('uncertain') },
            { value: 'N', text: own('no') },
          ]
        : type === 'E'
          ? [
              { value: 'I', text: own('increase') },
              { value: 'S', text: own('same') },
              { value: 'D', text: own('decrease') },
            ]
          : answersOf(asked, 0)
  if (columns.length === 0 || rows.size === 0) {
    asked.drop('array without answers or rows', because('complete-there'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  if (type === 'H')
    asked.building.losses.approximated(
      asked.path,
      'array by column',
      because('subquestions-in-rows'),
      name,
    )
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  return {
    type: 'matrix',
    name,
    ...common,
    columns,
    rows: everOffered(listedRows(asked)),
    ...(isRequired ? { eachRowRequired: true } : {}),
    ...(isOn(attribute('random_order')) || attribute('subquestion_order') === 'random'
      ? { rowOrder: 'random' }
      : {}),
    ...asked.validators([...asked.counts(parts), ...asked.rules()]),
    ...standard(asked, question.defaults),
  }
}

const listedRows = (asked: Asked): readonly Element[] => {
  const seen = new Set<string>()
  return rowsOf(asked.question).flatMap((row): readonly Element[] => {
    const value = asked.rows.get(row.code) ?? row.code
    if (seen.has(value)) return []
    seen.add(value)
    return [
      {
        value,
        text: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
        ...asked.partVisibility(row),
      },
    ]
  })
}

const cells = (asked: Asked): Element => {
  const { question, name, attribute, columns, parts } = asked
  const { type } = question
  const columnJson: readonly Element[] =
    type === '1'
      ? scaleColumns(asked)
      : columnsOf(question).flatMap((column): readonly Element[] => {
          const own = columns.get(column.code)
          if (own === undefined) return []
          return [
            {
              name: own,
              title:
                asked.plain(column.texts, `${asked.path}, column ${column.code}`) ?? column.code,
              ...(question.mandatory === 'Y' ? { isRequired: true } : {}),
              ...cellOf(asked),
            },
          ]
        })
  if (columnJson.length === 0 || rowsOf(question).length === 0) {
    asked.drop('array without columns or rows', because('complete-there'))
    return { type: 'html', name, html: asked.title ?? '…' }
  }
  const { isRequired: _, ...common } = asked.common() as { readonly isRequired?: boolean }
  if (asked.apart) return cellsApart(asked, columnJson, common)
  if (isOn(attribute('random_order')))
    asked.drop('attribute random_order', because('order-of-file'))
  if (attribute('exclude_all_others') !== '')
    asked.drop('attribute exclude_all_others', because('rows-not-exclusive'))
  return {
    type: 'matrixdropdown',
    name,
    ...common,
    columns: columnJson,
    rows: everOffered(listedRows(asked)),
    ...asked.validators([...asked.counts(parts), ...asked.rules()]),
    ...standard(asked, question.defaults),
  }
}

/** Each cell as a question of its own, the cells of a row in a panel. */
const cellsApart = (asked: Asked, columns: readonly Element[], common: Element): Element => {
  const { question, name, parts } = asked
  const codes = question.type === '1' ? ['0', '1'] : columnsOf(question).map(({ code }) => code)
  const seen = new Set<string>()
  const panels = rowsOf(question).flatMap((row): readonly Element[] => {
    if (seen.has(row.code)) return []
    seen.add(row.code)
    const elements = columns.flatMap((column, place): readonly Element[] => {
      const code = codes[question.type === '1' ? SCALES.indexOf(column.name as never) : place]
      const own = asked.cells.get(`${row.code} ${code}`)
      if (own === undefined) return []
      const { cellType, ...rest } = column
      const variable = parts.find(({ part }) => part === `${row.code}_${code}`)
      return [
        { ...rest, type: cellType, name: own, ...asked.validators(asked.partRules(variable)) },
      ]
    })
    return [
      {
        type: 'panel',
        name: `${name}_${asked.rows.get(row.code) ?? row.code}_panel`,
        title: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
        ...asked.partVisibility(row),
        elements,
      },
    ]
  })
  asked.building.losses.approximated(
    asked.path,
    `type “${question.type}” with conditions or checks on its cells`,
    because('cells-as-items'),
    String((panels[0]?.elements as readonly Element[] | undefined)?.[0]?.name ?? name),
  )
  const limits = [...asked.counts(parts), ...asked.rules()]
  const last = panels.length - 1
  return {
    type: 'panel',
    name,
    ...common,
    elements: panels.map((panel, place) =>
      place !== last || limits.length === 0
        ? panel
        : {
            ...panel,
            elements: (panel.elements as readonly Element[]).map((cell, at, all) =>
              at === all.length - 1
                ? {
                    ...cell,
                    validators: [
                      ...((cell.validators as readonly Element[] | undefined) ?? []),
                      ...limits,
                    ],
                  }
                : cell,
            ),
          },
    ),
  }
}

const scaleColumns = (asked: Asked): readonly Element[] =>
  SCALES.flatMap((name, scale): readonly Element[] => {
    const choices = answersOf(asked, scale)
    if (choices.length === 0) return []
    const title = asked.attributeTexts(`dualscale_header${scale === 0 ? 'A' : 'B'}`)
    return [
      {
        name,
        title: title ?? `${scale + 1}`,
        cellType: 'dropdown',
        choices,
        ...(asked.question.mandatory === 'Y' ? { isRequired: true } : {}),
      },
    ]
  })

const cellOf = (asked: Asked): Element => {
  const { question, attribute } = asked
  if (question.type === ';') {
    const isNumber = isOn(attribute('numbers_only'))
    const length = Number(attribute('maximum_chars'))
    return {
      cellType: 'text',
      ...(isNumber ? { inputType: 'number' } : {}),
      ...(length > 0 && !isNumber ? { maxLength: length } : {}),
      ...asked.validators(isNumber ? [] : asked.pattern()),
    }
  }
  if (isOn(attribute('multiflexible_checkbox'))) return { cellType: 'boolean' }
  const least = asked.amount('multiflexible_min')
  const most = asked.amount('multiflexible_max')
  const step = asked.amount('multiflexible_step')
  const from = least ?? 1
  const to = most ?? 10
  const by = typeof step === 'number' && step > 0 ? step : 1
  const typed =
    isOn(attribute('input_boxes')) ||
    typeof from !== 'number' ||
    typeof to !== 'number' ||
    (to - from) / by > 100 ||
    to < from
  if (!typed)
    return {
      cellType: 'dropdown',
      choices: Array.from({ length: Math.floor((to - from) / by + 1e-9) + 1 }, (_, place) =>
        Number((from + place * by).toFixed(8)),
      ),
    }
  return {
    cellType: 'text',
    inputType: 'number',
    ...(typeof least === 'number' ? { min: least } : {}),
    ...(typeof most === 'number' ? { max: most } : {}),
    ...(typeof step === 'number' && step > 0 ? { step } : {}),
    ...(least !== undefined && typeof least !== 'number'
      ? { minValueExpression: printExpression(least) }
      : {}),
    ...(most !== undefined && typeof most !== 'number'
      ? { maxValueExpression: printExpression(most) }
      : {}),
  }
}

const ranking = (asked: Asked): Element => {
  const { question, name, values, attribute } = asked
  const choices: readonly Element[] =
    question.answers.length > 0
      ? answersOf(asked, 0).map((choice, place) => ({
          ...choice,
          ...asked.visibility(
            filterOf(question.answers[place]?.code ?? '', {
              question,
              base: asked.base,
              variables: asked.building.variables,
            }),
          ),
        }))
      : rowsOf(question).map((row) => ({
          value: values[0]?.get(row.code) ?? row.code,
          text: asked.plain(row.texts) ?? row.code,
          ...asked.partVisibility(row),
        }))
  asked.used.add('array_filter').add('array_filter_exclude')
  if (choices.length === 0) return open(asked)
  const least = asked.amount('min_answers')
  const several = asked.amount('max_subquestions')
  const most = asked.amount('max_answers') ?? several
  const random = isOn(attribute('random_order')) || attribute('answer_order') === 'random'
  for (const [key, limit] of [
    ['min_answers', least],
    ['max_answers', most],
  ] as const)
    if (limit !== undefined && typeof limit !== 'number')
      asked.drop(`attribute ${key}`, because('ranking-takes-number'))
  return {
    type: 'ranking',
    name,
    ...asked.common(),
    choices: everOffered(choices),
    selectToRankEnabled: true,
    ...(typeof least === 'number' ? { minSelectedChoices: least } : {}),
    ...(typeof most === 'number' && most > 0
      ? { maxSelectedChoices: Math.min(most, choices.length) }
      : {}),
    ...(random ? { choicesOrder: 'random' } : {}),
    ...asked.validators(asked.rules()),
  }
}

const open = (asked: Asked): Element => {
  const { question, name, attribute, drop } = asked
  const { type } = question
  const isNumber = type === 'N' || isOn(attribute('numbers_only'))
  const [variable] = asked.parts
  const prefix = asked.attributeTexts('prefix')
  const suffix = asked.attributeTexts('suffix')
  if (prefix !== undefined || suffix !== undefined)
    drop('attributes prefix and suffix', because('unit-in-question'))
  const map = attribute('location_mapservice')
  if (!IDLE.has(map)) drop('map', because('no-map'))
  if (type === 'D') return date(asked)
  const rules = [
    ...asked.partRules(variable),
    ...asked.rules(),
    ...(isNumber ? [] : asked.pattern()),
  ]
  const known = 'NSTUDXMKQR'.includes(type)
  if (!known)
    asked.building.losses.approximated(
      asked.path,
      `type “${type}”`,
      because('type-asks-words'),
      name,
    )
  const length = Number(attribute('maximum_chars'))
  if (isNumber) {
    const least = asked.amount('min_num_value_n')
    const most = asked.amount('max_num_value_n')
    return {
      type: 'text',
      name,
      inputType: 'number',
      ...asked.common(),
      ...(typeof least === 'number'
        ? { min: least }
        : least === undefined
          ? {}
          : { minValueExpression: printExpression(least) }),
      ...(typeof most === 'number'
        ? { max: most }
        : most === undefined
          ? {}
          : { maxValueExpression: printExpression(most) }),
      ...(isOn(attribute('num_value_int_only')) ? { step: 1 } : {}),
      ...asked.validators(rules),
      ...standard(asked, question.defaults),
    }
  }
  return {
    type:
      type === 'T' || type === 'U' || Number(attribute('display_rows')) > 1 ? 'comment' : 'text',
    name,
    ...asked.common(),
    ...(length > 0 ? { maxLength: length } : {}),
    ...asked.validators(rules),
    ...standard(asked, question.defaults),
  }
}

const date = (asked: Asked): Element => {
  const { name, attribute, drop } = asked
  const format = attribute('date_format') || asked.building.dateFormat
  const bound = (key: string, property: string): Element => {
    const source = plainText(attribute(key)).text
    if (source === '') return {}
    const literal = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(source)
    if (literal !== null)
      return {
        [property]: `${literal[1]}-${literal[2] ?? (property === 'min' ? '01' : '12')}-${literal[3] ?? (property === 'min' ? '01' : '31')}`,
      }
    if (/^\(?\{?\(?\s*(date\(\s*["'][Yy]-m-d["']\s*\)|now|today)\s*\)?\}?\)?$/.test(source))
      return { [`${property}ValueExpression`]: 'today()' }
    drop(`attribute ${key} “${source.slice(0, 120)}”`, because('limit-as-date'))
    return {}
  }
  const hasTime =
    /[HhMi]{2}|h:|H:/.test(format.replaceAll(/mm?[-./]|[-./]mm?|MM?[-./]|[-./]MM?/g, '')) &&
    /[Hh]/.test(format)
  if (format !== '' && !/[dj]/.test(format))
    asked.building.losses.approximated(
      asked.path,
      `date format “${format}”`,
      because('whole-date'),
      name,
    )
  return {
    type: 'text',
    name,
    inputType: hasTime ? 'datetime-local' : 'date',
    ...asked.common(),
    ...bound('date_min', 'min'),
    ...bound('date_max', 'max'),
    ...asked.validators(asked.rules()),
  }
}
