import type { Localized } from '@echolot/instrument'
import { patternRisk } from '@echolot/routing/safe-pattern'
import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { added, both, choose, compare, constant, not } from '../questionnaire/simplify.ts'
import { localized, plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { filterOf } from './array-filters.ts'
import { IDLE, LOOKS, REMEDIES } from './attribute-kinds.ts'
import type { Building, Element } from './building.ts'
import type { Declared } from './declared.ts'
import type { LssSubquestion, Texts } from './lss-survey.ts'
import { hasOwnWords, type OwnWord, ownWord, tagOf } from './own-words.ts'
import { attributeOf, isAlways, isOn, SEVERAL } from './question-kinds.ts'
import { conditionFrom, isUnread, valueFrom } from './script-to-expression.ts'
import type { Variable } from './variables.ts'

/** A question with everything that is needed to build it. */
export const asking = (declared: Declared, building: Building) => {
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

/** A question with everything that is needed to build it. */
export type Asked = ReturnType<typeof asking>
