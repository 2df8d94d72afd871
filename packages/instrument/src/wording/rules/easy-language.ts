import { syllablesOf } from '../syllables-of.ts'
import { type Hit, places, SOURCES, type TextRule, wholeWords } from '../text-rule.ts'
import { lettersOf, sentencesOf, wordsOf } from '../words-of.ts'
import { negationsIn } from './negation.ts'
import { passivesIn } from './questions.ts'
import { abbreviationsIn } from './words.ts'

const SOFT_WORDS = 8
const HARD_WORDS = 12
/** From here on a compound is parted; a start value of ours. */
const COMPOUND_LETTERS = 13

const easy = (
  id: string,
  severity: TextRule['severity'],
  message: TextRule['message'],
  remedy: TextRule['remedy'],
  find: (plain: string, text: string) => readonly Hit[],
): TextRule => ({
  id,
  source: SOURCES.easy,
  kinds: ['question', 'statement', 'explanation', 'choice', 'heading'],
  severity,
  message,
  remedy,
  hits: ({ plain, text }) => find(plain, text),
})

const TWO_STATEMENTS =
  /,\s*(?:und|aber|oder|sondern|denn|weil|dass|wenn|ob|obwohl|damit|während|nachdem|bevor|die|der|das|den|dem|dessen|deren|welche[rs]?|wie|was|wo|warum)(?!\p{L})/giu
/** `Ja, den ganzen Tag.` is one statement. */
const ONE_WORD = /^\s*\p{L}+$/u
const GENITIVE =
  /(?<!\p{L})(?:(?:[Dd]es|(?:[Ee]|[MmDdSsKk]e)ines|Ihres|ihres|[Uu]nseres|[Ee]ures|[Dd]ieses|[Jj]edes) (?:\p{Ll}+en )?\p{Lu}\p{L}+(?:s|n)|\p{Lu}\p{L}{2,} (?:der|einer|meiner|Ihrer|seiner|unserer|dieser) \p{Lu}\p{L}+)(?!\p{L})/gu
const SUBJUNCTIVE = wholeWords(
  '(?:würde|hätte|wäre|könnte|sollte|müsste|dürfte|möchte|käme|gäbe|ginge)(?:n|st|t)?',
  'sei(?:en|est)?',
)
const POLITE = /^möchte/i
const PRETERITE = wholeWords(
  '(?:wurde|kam|ging|gab|machte|sagte|fragte|fand|stand|nahm|sah|lag|ließ|half|sprach|schrieb|las|fuhr|blieb|arbeitete|lebte|wohnte|brauchte|bekam|wusste)(?:n|en|st|t)?',
)
const NUMBER_WORDS = wholeWords(
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht(?! Sie| auf)',
  'neun',
  'zehn',
  'elf',
  'zwölf',
  '(?:zwan|drei|vier|fünf|sech|sieb|acht|neun)(?:zehn|zig|ßig)',
  'hundert',
  'tausend',
)

/** Easy German by the rules of Netzwerk Leichte Sprache; formulas and lists are no test by readers. */
export const EASY_RULES: readonly TextRule[] = [
  easy(
    'E01',
    'hint',
    () => ({ de: 'Der Satz ist lang.', en: 'The sentence is long.' }),
    { de: 'Zwei Sätze daraus machen.', en: 'Make two sentences of it.' },
    (plain) =>
      sentencesOf(plain).flatMap(({ sentence, start, end }) => {
        const words = wordsOf(sentence).length
        return words <= SOFT_WORDS
          ? []
          : [
              {
                start,
                end,
                severity: words > HARD_WORDS ? ('warning' as const) : ('hint' as const),
                message: {
                  de: `${words} Wörter; gut sind bis ${SOFT_WORDS}, höchstens ${HARD_WORDS}.`,
                  en: `${words} words; up to ${SOFT_WORDS} are good, ${HARD_WORDS} at most.`,
                },
              },
            ]
      }),
  ),
  easy(
    'E02',
    'warning',
    () => ({
      de: 'Hier stehen zwei Aussagen in einem Satz.',
      en: 'Two statements in one sentence.',
    }),
    { de: 'Je Aussage ein Satz.', en: 'One sentence for each statement.' },
    (plain) =>
      places(plain, TWO_STATEMENTS).filter(
        ({ start }) =>
          !ONE_WORD.test(
            plain
              .slice(0, start)
              .split(/[.!?\n]/)
              .at(-1) ?? '',
          ),
      ),
  ),
  easy(
    'E03',
    'hint',
    () => ({ de: 'Jeder Satz beginnt eine neue Zeile.', en: 'Each sentence begins a new line.' }),
    { de: 'Nach dem Satz einen Zeilenumbruch setzen.', en: 'Break the line after the sentence.' },
    (plain) => {
      const sentences = sentencesOf(plain)
      return sentences
        .slice(1)
        .filter(
          ({ start }, before) => !plain.slice(sentences[before]?.end ?? 0, start).includes('\n'),
        )
        .map(({ start, end }) => ({ start, end }))
    },
  ),
  easy(
    'E04',
    'warning',
    (words) => ({
      de: `„${words}“ sieht nach Genitiv aus.`,
      en: `“${words}” looks like a genitive.`,
    }),
    { de: '„von“ verwenden: „das Haus vom Lehrer“.', en: 'Use “von” instead.' },
    (plain) => places(plain, GENITIVE),
  ),
  easy(
    'E05',
    'warning',
    (words) => ({ de: `„${words}“: Passiv.`, en: `“${words}”: passive voice.` }),
    { de: 'Sagen, wer etwas tut.', en: 'Say who does it.' },
    (plain) => passivesIn(plain),
  ),
  easy(
    'E06',
    'warning',
    (words) => ({ de: `„${words}“: Konjunktiv.`, en: `“${words}”: subjunctive.` }),
    {
      de: '„vielleicht“ oder die Wirklichkeitsform verwenden.',
      en: 'Use “vielleicht” or the indicative.',
    },
    (plain) =>
      places(plain, SUBJUNCTIVE).filter(({ start, end }) => !POLITE.test(plain.slice(start, end))),
  ),
  easy(
    'E07',
    'hint',
    (words) => ({ de: `„${words}“: einfache Vergangenheit.`, en: `“${words}”: simple past.` }),
    { de: '„hat … gemacht“ verwenden.', en: 'Use the perfect tense.' },
    (plain) => places(plain, PRETERITE),
  ),
  easy(
    'E08',
    'warning',
    (words) => ({ de: `„${words}“ ist eine Abkürzung.`, en: `“${words}” is an abbreviation.` }),
    { de: 'Ausschreiben.', en: 'Write it out.' },
    (plain) => abbreviationsIn(plain),
  ),
  easy(
    'E09',
    'hint',
    (words) => ({
      de: `„${words}“: Zahlen werden als Ziffern geschrieben.`,
      en: `“${words}”: numbers are written as digits.`,
    }),
    { de: 'Als Ziffer schreiben.', en: 'Write it in digits.' },
    (plain) => places(plain, NUMBER_WORDS),
  ),
  {
    ...easy(
      'E10',
      'hint',
      (words) => ({ de: `„${words}“ verneint.`, en: `“${words}” negates.` }),
      {
        de: 'Wenn es geht, bejahend sagen.',
        en: 'Say it without a negation if possible.',
      },
      (plain) => negationsIn(plain),
    ),
    kinds: ['question', 'statement', 'explanation', 'heading'],
  },
  easy(
    'E11',
    'hint',
    (words) => ({
      de: `„${words}“ ist lang und ungeteilt.`,
      en: `“${words}” is long and undivided.`,
    }),
    {
      de: 'Mit Bindestrich oder Mediopunkt teilen.',
      en: 'Part it with a hyphen or an interpunct.',
    },
    (plain) =>
      wordsOf(plain).flatMap(({ word, start, end }) =>
        word
          .split(/[-‑·\u00AD]/)
          .some((part) => lettersOf(part) >= COMPOUND_LETTERS || syllablesOf(part) >= 5)
          ? [{ start, end }]
          : [],
      ),
  ),
  easy(
    'E14',
    'warning',
    (words) => ({
      de: `„${words}“: Sonderzeichen oder Fußnote.`,
      en: `“${words}”: special sign or footnote.`,
    }),
    { de: 'Mit Worten sagen.', en: 'Say it in words.' },
    (plain) => places(plain, /[§%&*†¹²³/;]|\[\d+\]|\((?=[^)]{12,})/g),
  ),
]
