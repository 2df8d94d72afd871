import type { Instrument } from '../instrument.ts'
import type { InBoth, Span, WordingFinding } from './finding.ts'
import type { JudgedText, TextKind } from './judged-texts.ts'

/** All that a rule may look at besides the text itself. */
export type Judging = {
  readonly instrument: Instrument
  readonly language: string
  readonly texts: readonly JudgedText[]
}

export type Hit = Span & {
  readonly severity?: WordingFinding['severity']
  readonly message?: InBoth
  readonly remedy?: InBoth
}

/** A rule that looks at one text at a time. */
export type TextRule = {
  readonly id: string
  readonly source: string
  readonly kinds: readonly TextKind[]
  readonly severity: WordingFinding['severity']
  /** What is wrong, told of the words that were found. */
  readonly message: (words: string) => InBoth
  readonly remedy: InBoth
  readonly hits: (text: JudgedText, judging: Judging) => readonly Hit[]
}

/** A rule that needs to see the whole instrument. */
export type InstrumentRule = {
  readonly id: string
  readonly findings: (judging: Judging) => readonly WordingFinding[]
}

export const findingsOf = (rule: TextRule, judging: Judging): readonly WordingFinding[] =>
  judging.texts
    .filter(({ kind }) => rule.kinds.includes(kind))
    .flatMap((judged) =>
      rule.hits(judged, judging).map((hit) =>
        findingIn(judged, {
          rule: rule.id,
          language: judging.language,
          source: rule.source,
          severity: hit.severity ?? rule.severity,
          span: { start: hit.start, end: hit.end },
          message: hit.message ?? rule.message(judged.text.slice(hit.start, hit.end)),
          remedy: hit.remedy ?? rule.remedy,
        }),
      ),
    )

/** A finding in one text. */
export const findingIn = (
  { unit, text }: JudgedText,
  rest: Pick<
    WordingFinding,
    'rule' | 'language' | 'source' | 'severity' | 'span' | 'message' | 'remedy'
  >,
): WordingFinding => ({
  ...rest,
  key: unit.key,
  path: unit.path,
  element: unit.element,
  text,
})

/** Places where a pattern is found in the words of a text, not in its tags. */
export const places = (plain: string, pattern: RegExp): readonly Span[] =>
  [...plain.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))

/** A pattern of whole words; `\b` of the language does not know umlauts. */
export const wholeWords = (...words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu')

export const ASKED = ['question', 'statement'] as const
export const READ = ['question', 'statement', 'choice', 'explanation', 'heading'] as const

/** What the rules lean on, as numbered in the study's list of sources. */
export const SOURCES = {
  wording: 'Universität Kassel, Regeln der Frageformulierung; Porst 2014',
  formulas: 'Amstad 1978 (Flesch); Bamberger & Vanecek 1984 (Wiener Sachtextformel)',
  easy: 'Netzwerk Leichte Sprache, Regeln; DIN SPEC 33429:2025-03',
  law: 'Art. 5, 9, 10 DSGVO',
  translation: 'TRAPD; Guidelines for Best Practice in Cross-Cultural Surveys',
} as const
