import type { Span, WordingFinding } from '../finding.ts'
import type { JudgedText } from '../judged-texts.ts'
import { findingIn, type InstrumentRule, type Judging, places, READ } from '../text-rule.ts'

const STYLES: readonly (readonly [string, RegExp])[] = [
  ['*', /\p{L}{3,}\*(?:in(?:nen)?|r|n|e)(?!\p{L})/giu],
  [':', /\p{L}{3,}:(?:in(?:nen)?|r|n|e)(?!\p{L})/gu],
  ['_', /\p{L}{3,}_(?:in(?:nen)?|r|n|e)(?!\p{L})/giu],
  ['·', /\p{L}{3,}·(?:in(?:nen)?)(?!\p{L})/giu],
  ['/', /\p{L}{3,}\/-?(?:in(?:nen)?|r|n|e)(?!\p{L})/giu],
  ['I', /\p{L}*\p{Ll}In(?:nen)?(?!\p{L})/gu],
  ['()', /\p{L}{3,}\((?:in(?:nen)?|r|n|e)\)/giu],
]
const FEMININE = /(?<!\p{L})(\p{Lu}\p{L}{2,}?)in(?:nen)?(?!\p{L})/gu

type Form = Span & { readonly text: JudgedText; readonly style: string; readonly words: string }

const SOURCE = 'Rat für deutsche Rechtschreibung 2021/2023; DBSV, Gendern'

/** L19: forms for women and men mixed; star and colon get a word on how they are read out. */
export const genderForms: InstrumentRule = {
  id: 'L19',
  findings: (judging) => {
    const texts = judging.texts.filter(({ kind }) => READ.some((read) => read === kind))
    const short = texts.flatMap((text) =>
      STYLES.flatMap(([style, pattern]) =>
        places(text.plain, pattern).map((span) => formOf(text, span, style)),
      ),
    )
    const named = oneNounTwice(texts)
    const counts = new Map<string, number>()
    for (const { style } of short) counts.set(style, (counts.get(style) ?? 0) + 1)
    const usual = [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
    return [
      ...short
        .filter(({ style }) => counts.size > 1 && style !== usual)
        .map((form) => mixedFinding(form, judging)),
      ...named.map((form) => mixedFinding(form, judging)),
      ...short
        .filter(({ style }) => style === '*' || style === ':')
        .map((form) =>
          findingIn(form.text, {
            rule: 'L19',
            language: judging.language,
            severity: 'hint',
            source: SOURCE,
            span: { start: form.start, end: form.end },
            message: {
              de: `„${form.words}“: Vorleseprogramme sprechen das Zeichen mit oder machen eine Pause.`,
              en: `“${form.words}”: screen readers speak the sign or pause there.`,
            },
            remedy: {
              de: 'Eine neutrale Form oder beide Formen ausschreiben.',
              en: 'Use a neutral form or write both out.',
            },
          }),
        ),
    ]
  },
}

const formOf = (text: JudgedText, { start, end }: Span, style: string): Form => ({
  text,
  start,
  end,
  style,
  words: text.plain.slice(start, end),
})

/** A noun with its feminine form in one text and without in another: `Coachin` here, `Coach` there. */
const oneNounTwice = (texts: readonly JudgedText[]): readonly Form[] =>
  texts.flatMap((text) =>
    [...text.plain.matchAll(FEMININE)].flatMap(({ 0: words, 1: stem = '', index }) => {
      const bare = new RegExp(`(?<!\\p{L})${stem}(?:e?s|e?n|e)?(?!\\p{L}|[*:_/·(])`, 'u')
      const isPair = bare.test(text.plain)
      const elsewhere = texts.some((other) => other !== text && bare.test(other.plain))
      return elsewhere && !isPair
        ? [{ text, start: index, end: index + words.length, style: 'noun', words }]
        : []
    }),
  )

const mixedFinding = (form: Form, { language }: Judging): WordingFinding =>
  findingIn(form.text, {
    rule: 'L19',
    language,
    severity: 'warning',
    source: SOURCE,
    span: { start: form.start, end: form.end },
    message: {
      de: `„${form.words}“: Anderswo im Fragebogen steht eine andere Form.`,
      en: `“${form.words}”: elsewhere in the questionnaire another form is used.`,
    },
    remedy: { de: 'Überall dieselbe Form verwenden.', en: 'Use the same form throughout.' },
  })
