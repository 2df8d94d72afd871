import type { InBoth } from '../finding.ts'
import type { JudgedText } from '../judged-texts.ts'
import { isEasyLanguage } from '../readability-of.ts'
import { findingIn, type Hit, type InstrumentRule, SOURCES, type TextRule } from '../text-rule.ts'

const EVERY = ['question', 'statement', 'choice', 'explanation', 'heading', 'control'] as const

/** What a text and its source must have in common, and what it is called when they have not. */
const compared = (
  id: string,
  severity: TextRule['severity'],
  compare: (text: string, source: string, judged: JudgedText) => InBoth | undefined,
  remedy: InBoth,
): TextRule => ({
  id,
  source: SOURCES.translation,
  kinds: EVERY,
  severity,
  message: () => ({ de: 'Weicht von der Vorlage ab.', en: 'Differs from the source.' }),
  remedy,
  hits: (judged, { instrument, language }): readonly Hit[] => {
    const { source } = judged.unit
    if (source === undefined || language === instrument.languages[0]?.tag) return []
    const message = compare(judged.text, source, judged)
    return message === undefined ? [] : [{ start: 0, end: judged.text.length, message }]
  },
})

/** What stands in both as often, as a sorted list; differences as “too many” and “missing”. */
const differences = (text: readonly string[], source: readonly string[]) => {
  const left = [...source]
  const added = text.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { added, lost: left }
}
const told = (words: string, { added, lost }: ReturnType<typeof differences>, en: string) =>
  added.length + lost.length === 0
    ? undefined
    : {
        de: `${words}: ${[...(lost.length > 0 ? [`es fehlt ${lost.join(', ')}`] : []), ...(added.length > 0 ? [`zu viel ist ${added.join(', ')}`] : [])].join('; ')}.`,
        en: `${en}: ${[...(lost.length > 0 ? [`${lost.join(', ')} is missing`] : []), ...(added.length > 0 ? [`${added.join(', ')} is too much`] : [])].join('; ')}.`,
      }

const PLACEHOLDER = /\{[^{}\n]+\}/g
const TAG = /<\/?[a-z][a-z0-9]*/gi
/** Digits of every script as 0–9, so that ١٨ and 18 are one number. */
const westernDigits = (text: string) =>
  text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    let zero = code
    while (code - zero < 10 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
    return String((code - zero) % 10)
  })
const numbersIn = (text: string) =>
  (
    westernDigits(text.replaceAll(PLACEHOLDER, ' ').replaceAll(/<[^<>]*>/g, ' ')).match(/\d+/g) ??
    []
  ).map((number) => number.replace(/^0+(?=\d)/, ''))
const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ps|ckb|yi|ug|sd|dv)(-|$)/i

export const sameNumbersOf = numbersIn

/** T03: `{placeholders}` are those of the source. */
const placeholders = compared(
  'T03',
  'error',
  (text, source) =>
    told(
      'Platzhalter',
      differences(text.match(PLACEHOLDER) ?? [], source.match(PLACEHOLDER) ?? []),
      'Placeholders',
    ),
  { de: 'Platzhalter unverändert übernehmen.', en: 'Take placeholders over as they are.' },
)

/** T08: tags are those of the source. */
const tags = compared(
  'T08',
  'error',
  (text, source) =>
    told(
      'Auszeichnung',
      differences(
        (text.match(TAG) ?? []).map((tag) => `${tag.toLowerCase()}>`),
        (source.match(TAG) ?? []).map((tag) => `${tag.toLowerCase()}>`),
      ),
      'Markup',
    ),
  {
    de: 'Dieselben Auszeichnungen setzen wie die Vorlage.',
    en: 'Set the same markup as the source.',
  },
)

/** T01: much longer than translations usually get. */
const growth = compared(
  'T01',
  'hint',
  (text, source, { unit }) =>
    unit.maxLength !== undefined && text.length > unit.maxLength
      ? {
          de: `${text.length} Zeichen; aus ${source.length} werden sonst höchstens ${unit.maxLength}.`,
          en: `${text.length} characters; ${source.length} usually become ${unit.maxLength} at most.`,
        }
      : undefined,
  { de: 'Kürzer sagen oder am Telefon ansehen.', en: 'Say it shorter, or look at it on a phone.' },
)

/** T04: the same numbers. */
const numbers = compared(
  'T04',
  'warning',
  (text, source) => told('Zahlen', differences(numbersIn(text), numbersIn(source)), 'Numbers'),
  { de: 'Die Zahlen der Vorlage übernehmen.', en: 'Take the numbers of the source over.' },
)

const QUESTION = /[?？؟;;]["'»”’)\s]*$/u
const END = /[.!?。！？؟…۔։।;]["'»”’)\s]*$/u
const hasQuestion = (text: string) => /[?？؟;]/u.test(text)

/** T05: a question stays one. */
const questionMark = compared(
  'T05',
  'warning',
  (text, source, { kind }) =>
    kind === 'question' && hasQuestion(source) && !hasQuestion(text) && !QUESTION.test(text.trim())
      ? { de: 'Das Fragezeichen fehlt.', en: 'The question mark is missing.' }
      : undefined,
  { de: 'Als Frage übersetzen.', en: 'Translate it as a question.' },
)

/** T06: what ends with a full stop in the source ends with one. */
const endMark = compared(
  'T06',
  'hint',
  (text, source, { kind }) =>
    kind !== 'choice' &&
    kind !== 'heading' &&
    END.test(source.trim()) &&
    !END.test(text.trim()) &&
    !hasQuestion(source)
      ? { de: 'Das Satzzeichen am Ende fehlt.', en: 'The end punctuation is missing.' }
      : undefined,
  { de: 'Wie die Vorlage abschließen.', en: 'End it as the source does.' },
)

/** T10: the source's own words where a translation should stand. */
const untranslated = compared(
  'T10',
  'hint',
  (text, source) =>
    text.trim() === source.trim() && (text.match(/\p{L}+/gu)?.length ?? 0) >= 3
      ? { de: 'Das ist der Text der Vorlage.', en: 'This is the text of the source.' }
      : undefined,
  { de: 'Übersetzen.', en: 'Translate it.' },
)

/** T09: marks for the writing direction, opened and closed, and letters of the right script. */
const direction: TextRule = {
  id: 'T09',
  source: 'Unicode UAX #9; W3C, Strings on the Web: Language and Direction Metadata',
  kinds: EVERY,
  severity: 'warning',
  message: () => ({
    de: 'Ein Zeichen für die Schreibrichtung ist geöffnet und nicht geschlossen.',
    en: 'A mark for the writing direction is opened and not closed.',
  }),
  remedy: {
    de: 'Jede Klammer der Schreibrichtung schließen oder weglassen.',
    en: 'Close each mark of the writing direction or leave it out.',
  },
  hits: ({ text, plain, kind }, { language }) => {
    const open = text.match(/[\u202A\u202B\u202D\u202E\u2066-\u2068]/g)?.length ?? 0
    const closed = text.match(/[\u202C\u2069]/g)?.length ?? 0
    const whole = { start: 0, end: text.length }
    if (open !== closed) return [whole]
    if (RIGHT_TO_LEFT.test(language)) {
      const words = plain.match(/\p{L}{2,}/gu) ?? []
      const own = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}]/u.test(plain)
      return words.length >= 2 && !own && kind !== 'control'
        ? [
            {
              ...whole,
              message: {
                de: 'Kein Wort steht in der Schrift dieser Sprache.',
                en: 'No word is in the script of this language.',
              },
              remedy: { de: 'Übersetzen.', en: 'Translate it.' },
            },
          ]
        : []
    }
    const strays = [...text.matchAll(/[\u200F\u202B\u202E\u2067]/g)]
    return strays.slice(0, 1).map(({ index }) => ({
      start: index,
      end: index + 1,
      message: {
        de: 'Ein Zeichen für Schrift von rechts steht in einem Text von links.',
        en: 'A right-to-left mark stands in a left-to-right text.',
      },
      remedy: { de: 'Das unsichtbare Zeichen entfernen.', en: 'Remove the invisible character.' },
    }))
  },
}

/** T07: all choices of a list are translated, or none. */
export const halfTranslatedList: InstrumentRule = {
  id: 'T07',
  findings: ({ instrument, language, texts }) => {
    if (language === instrument.languages[0]?.tag) return []
    const written = texts.filter(({ kind }) => kind === 'choice')
    const first = new Map<string, JudgedText>()
    for (const text of written) if (!first.has(listOf(text))) first.set(listOf(text), text)
    return [...first].flatMap(([list, text]) => {
      const items = text.item?.choices.length ?? 0
      const present = written.filter((other) => listOf(other) === list).length
      return !/:(choices|columns)$/.test(list) || present >= items
        ? []
        : [
            findingIn(text, {
              rule: 'T07',
              language,
              severity: 'warning',
              source: SOURCES.translation,
              span: { start: 0, end: text.text.length },
              message: {
                de: `Von ${items} Antworten sind nur ${present} übersetzt.`,
                en: `Only ${present} of ${items} choices are translated.`,
              },
              remedy: {
                de: 'Alle Antworten der Liste übersetzen.',
                en: 'Translate all choices of the list.',
              },
            }),
          ]
    })
  },
}

const listOf = ({ unit }: JudgedText) => unit.key.replace(/\[[^\]]*\](:text)?$/, '')

/** Easy language says things anew; there only placeholders, markup, direction and bare copies are compared. */
export const translationRules = (language: string): readonly TextRule[] =>
  isEasyLanguage(language)
    ? [placeholders, tags, direction, untranslated]
    : [growth, placeholders, numbers, questionMark, endMark, tags, direction, untranslated]
