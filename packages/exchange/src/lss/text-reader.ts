import type { Localized } from '@echolot/instrument'
import type { Expression } from '../expression/expression.ts'
import { isPrintable, printExpression } from '../expression/print-expression.ts'
import type { LossList } from '../questionnaire/loss-list.ts'
import { choose, constant } from '../questionnaire/simplify.ts'
import { FOUND } from '../questionnaire/text-findings.ts'
import {
  type CleanText,
  localized,
  plainText,
  safeHtml,
  type TextFinding,
} from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { LssQuestion, LssSurvey, Texts } from './lss-survey.ts'
import { tagOf } from './own-words.ts'
import { isUnread, valueFrom } from './script-to-expression.ts'
import type { Variable, VariableTable } from './variables.ts'

/** Reads texts in all languages, with what they quote from answers. */
export type TextReader = {
  readonly plain: (texts: Texts, place: TextPlace) => Localized | undefined
  readonly html: (texts: Texts, place: TextPlace) => Localized | undefined
  /** Values that texts quote and nobody is asked for. */
  readonly computed: () => readonly { readonly name: string; readonly expression: string }[]
}

export type TextPlace = { readonly path: string; readonly question?: LssQuestion | undefined }

const QUOTE = /\{(?!\s)((?:[^{}"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)(?<!\s)\}/g

export const textReader = (
  survey: LssSurvey,
  {
    variables,
    losses,
    nameFor,
  }: {
    readonly variables: VariableTable
    readonly losses: LossList
    readonly nameFor: (wanted: string) => string
  },
): TextReader => {
  const base = survey.languages[0] ?? 'en'
  const computed = new Map<string, string>()

  const quoteOf = (inner: string, place: TextPlace, language: string): string => {
    const source = plainText(inner).text
    const name = /^(?:INSERTANS:)?([\w.#]+?)(?:\.(?:shown|NAOK|value|valueNAOK|code))?$/i.exec(
      source,
    )?.[1]
    const variable =
      name === undefined || /^(this|self|that)\b/i.test(name) ? undefined : variables.find(name)
    if (variable?.piped !== undefined) return `{${variable.piped}}`
    if (
      variable?.ticked !== undefined &&
      !/naok|value|code/i.test(source.slice(source.lastIndexOf('.') + 1))
    ) {
      const words = labelOf(variable, language)
      if (isPrintable(words))
        return computedAs(choose(variable.ticked.is, constant(words), constant('')))
    }
    if (/^[\w]+\.question$/i.test(source)) {
      const asked = variables.find(source.replace(/\.question$/i, ''))
      if (asked !== undefined) return plainText(asked.question.texts.get(base) ?? '').text
    }
    const result = valueFrom(source, { variables, question: place.question })
    if (isUnread(result)) {
      losses.dropped(
        place.path,
        `{${source.slice(0, 120)}} in a text`,
        because('words-in-brackets', { why: result.message }),
      )
      return `[${source}]`
    }
    return computedAs(result.expression)
  }

  const computedAs = (expression: Expression): string => {
    const source = printExpression(expression)
    const known = computed.get(source) ?? nameFor('text_1')
    computed.set(source, known)
    return `{${known}}`
  }

  /** What a box says in a language. */
  const labelOf = ({ question, part }: Variable, language: string): string => {
    const texts = question.subquestions.find(
      ({ code, scale }) => code === part && scale === 0,
    )?.texts
    return plainText(texts?.get(language) ?? texts?.get(base) ?? part).text
  }

  const read = (
    texts: Texts,
    place: TextPlace,
    clean: (text: string) => CleanText,
  ): Localized | undefined => {
    const cleaned = new Map<string, string>()
    for (const [language, text] of texts) {
      if (!survey.languages.includes(language)) continue
      const quotes: string[] = []
      const marked = text
        .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, (block) =>
          block.replaceAll(/[{}]/g, ''),
        )
        .replaceAll(QUOTE, (_, inner: string) => {
          quotes.push(quoteOf(inner, place, language))
          return `\uE000${quotes.length - 1}\uE001`
        })
      const { text: said, findings } = clean(marked)
      tell(findings, place.path)
      cleaned.set(
        tagOf(language),
        said.replaceAll(/\uE000(\d+)\uE001/g, (_, place: string) => quotes[Number(place)] ?? ''),
      )
    }
    return localized(cleaned, tagOf(base))
  }

  const tell = (findings: readonly TextFinding[], path: string) => {
    for (const finding of findings)
      if (finding === 'formatting')
        losses.grouped('formatting of texts', because('formatting-gone'), path)
      else losses.approximated(path, FOUND[finding].what, FOUND[finding].reason)
  }

  return {
    plain: (texts, place) => read(texts, place, plainText),
    html: (texts, place) => read(texts, place, safeHtml),
    computed: () => [...computed].map(([expression, name]) => ({ name, expression })),
  }
}
