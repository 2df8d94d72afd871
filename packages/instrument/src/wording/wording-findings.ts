import type { AcceptedWording, Instrument } from '../instrument.ts'
import type { Reach } from '../translation/translation-units.ts'
import type { WordingFinding } from './finding.ts'
import { judgedTexts } from './judged-texts.ts'
import { isEasyLanguage, isGerman } from './readability-of.ts'
import { mixedAddress } from './rules/address.ts'
import { choices } from './rules/choices.ts'
import { EASY_RULES } from './rules/easy-language.ts'
import { oneSpelling } from './rules/easy-words.ts'
import { genderForms } from './rules/gender.ts'
import {
  doubleNegation,
  englishDoubleNegation,
  englishNegation,
  negation,
  negationsIn,
} from './rules/negation.ts'
import { hardPage, longBattery } from './rules/pages.ts'
import {
  absolute,
  hypothetical,
  leading,
  missingPeriod,
  passive,
  presupposition,
  twoQuestions,
  vagueFrequency,
} from './rules/questions.ts'
import { ranges } from './rules/ranges.ts'
import { turnedScale, unbalanced } from './rules/scales.ts'
import { halfTranslatedList, translationRules } from './rules/translations.ts'
import {
  abbreviation,
  identifying,
  jargon,
  length,
  longWord,
  reversedByNegation,
  sensitive,
} from './rules/words.ts'
import { findingsOf, type InstrumentRule, type Judging, type TextRule } from './text-rule.ts'

const GERMAN_TEXT_RULES: readonly TextRule[] = [
  twoQuestions,
  negation,
  doubleNegation,
  leading,
  length,
  longWord,
  jargon,
  abbreviation,
  absolute,
  vagueFrequency,
  missingPeriod,
  hypothetical,
  passive,
  presupposition,
  reversedByNegation(negationsIn),
  sensitive,
  identifying,
]
const GERMAN_INSTRUMENT_RULES: readonly InstrumentRule[] = [
  unbalanced,
  ranges,
  choices,
  mixedAddress,
  genderForms,
  turnedScale,
  longBattery,
  hardPage,
]

const rulesFor = (
  language: string,
): { readonly texts: readonly TextRule[]; readonly whole: readonly InstrumentRule[] } => {
  const translated = translationRules(language)
  if (isGerman(language) && isEasyLanguage(language))
    return {
      texts: [...EASY_RULES, jargon, ...translated],
      whole: [oneSpelling, mixedAddress, hardPage, halfTranslatedList],
    }
  if (isGerman(language))
    return {
      texts: [...GERMAN_TEXT_RULES, ...translated],
      whole: [...GERMAN_INSTRUMENT_RULES, halfTranslatedList],
    }
  const english = /^en(-|$)/i.test(language) ? [englishNegation, englishDoubleNegation] : []
  return { texts: [...english, length, ...translated], whole: [longBattery, halfTranslatedList] }
}

/**
 * What wants a look in the words of one language: L01–L25 for German, rules of easy language for its easy variants,
 * comparison with the source for every translation. Hints for people, in the order of the form; none of them blocks,
 * and each can be accepted with a reason until its text changes.
 */
export const wordingFindings = (
  instrument: Instrument,
  language: string,
  {
    accepted = instrument.acceptedWording ?? [],
    ...reach
  }: Reach & { readonly accepted?: readonly AcceptedWording[] } = {},
): readonly WordingFinding[] => {
  const texts = judgedTexts(instrument, language, reach)
  const judging: Judging = { instrument, language, texts }
  const { texts: textRules, whole } = rulesFor(language)
  const order = new Map(texts.map(({ unit }, place) => [unit.path, place]))
  const placeOf = ({ path }: WordingFinding) =>
    order.get(path) ?? texts.findIndex(({ unit }) => unit.path.startsWith(`${path}/`))
  return [
    ...textRules.flatMap((rule) => findingsOf(rule, judging)),
    ...whole.flatMap((rule) => rule.findings(judging)),
  ]
    .filter((finding) => !accepted.some((one) => isAccepted(finding, one)))
    .sort(
      (one, other) =>
        placeOf(one) - placeOf(other) ||
        one.rule.localeCompare(other.rule) ||
        one.span.start - other.span.start,
    )
}

const isAccepted = (finding: WordingFinding, accepted: AcceptedWording) =>
  accepted.rule === finding.rule &&
  accepted.key === finding.key &&
  accepted.language === finding.language &&
  accepted.text === finding.text

/** The instrument with a finding accepted for its text as it stands, and why. */
export const acceptWording = (
  instrument: Instrument,
  { rule, key, language, text }: Pick<WordingFinding, 'rule' | 'key' | 'language' | 'text'>,
  { reason, by, on }: { readonly reason: string; readonly by?: string; readonly on?: string },
): Instrument => ({
  ...instrument,
  acceptedWording: [
    ...(instrument.acceptedWording ?? []).filter(
      (one) => one.rule !== rule || one.key !== key || one.language !== language,
    ),
    {
      rule,
      key,
      language,
      text,
      reason,
      ...(by === undefined ? {} : { by }),
      ...(on === undefined ? {} : { on }),
    },
  ],
})

/** The instrument with an acceptance withdrawn; the finding comes back. */
export const withdrawAcceptance = (
  instrument: Instrument,
  { rule, key, language }: Pick<AcceptedWording, 'rule' | 'key' | 'language'>,
): Instrument => {
  const { acceptedWording = [], ...rest } = instrument
  const left = acceptedWording.filter(
    (one) => one.rule !== rule || one.key !== key || one.language !== language,
  )
  return left.length === 0 ? rest : { ...rest, acceptedWording: left }
}
