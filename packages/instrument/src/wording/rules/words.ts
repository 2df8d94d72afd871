import { syllablesOf } from '../syllables-of.ts'
import { ASKED, type Hit, places, READ, SOURCES, type TextRule, wholeWords } from '../text-rule.ts'
import { lettersOf, wordsOf } from '../words-of.ts'

/** L05: words in a stem, a statement, a choice. */
export const length: TextRule = {
  id: 'L05',
  source: SOURCES.wording,
  kinds: ['question', 'statement', 'choice'],
  severity: 'hint',
  message: () => ({ de: 'Zu lang.', en: 'Too long.' }),
  remedy: { de: 'Kürzen.', en: 'Shorten it.' },
  hits: ({ plain, kind }) => {
    const words = wordsOf(plain)
    const limit = kind === 'question' ? 20 : kind === 'statement' ? 14 : 8
    const [first, last] = [words[0], words.at(-1)]
    if (words.length <= limit || first === undefined || last === undefined) return []
    return [
      {
        start: first.start,
        end: last.end,
        severity: kind === 'question' && words.length > 25 ? 'warning' : 'hint',
        message: {
          de: `${words.length} Wörter; üblich sind höchstens ${limit}.`,
          en: `${words.length} words; ${limit} are usual at most.`,
        },
      },
    ]
  },
}

const LONG_LETTERS = 18
const LONG_SYLLABLES = 6

/** L06. Parts joined by a hyphen are read one by one. */
export const longWord: TextRule = {
  id: 'L06',
  source: SOURCES.wording,
  kinds: READ,
  severity: 'hint',
  message: (words) => ({
    de: `„${words}“ hat ${lettersOf(words)} Buchstaben und ${syllablesOf(words)} Silben.`,
    en: `“${words}” has ${lettersOf(words)} letters and ${syllablesOf(words)} syllables.`,
  }),
  remedy: {
    de: 'Kürzer sagen, mit Bindestrich teilen oder erklären.',
    en: 'Say it shorter, part it with a hyphen, or explain it.',
  },
  hits: ({ plain }) =>
    wordsOf(plain).flatMap(({ word, start, end }) =>
      word
        .split(/[-‑]/)
        .some((part) => lettersOf(part) >= LONG_LETTERS || syllablesOf(part) >= LONG_SYLLABLES)
        ? [{ start, end }]
        : [],
    ),
}

/** Words of offices and of research. A part of a word is enough: `Bildungsteilhabe`. */
const JARGON = [
  ...['Bedarfsgemeinschaft', 'Eingliederungsvereinbarung', 'Vermittlungshemmnis', 'Sozialraum'],
  ...['Teilhabe', 'niedrigschwellig', 'Maßnahme', 'Kooperationsplan', 'Leistungsbezug'],
  ...['Leistungsberechtigt', 'erwerbsfähig', 'Regelbedarf', 'Mehrbedarf', 'Sanktion'],
  ...['Partizipation', 'Selbstwirksamkeit', 'Resilienz', 'Evaluation', 'Ressource', 'Kompetenz'],
  ...['Fallmanagement', 'Case Management', 'Netzwerkpartner', 'Inklusion', 'Empowerment'],
  ...['Potenzialanalyse', 'Zuständigkeit', 'Transferleistung', 'Integrationsfachkraft'],
]
const JARGON_WORDS = new RegExp(`\\p{L}*(?:${JARGON.join('|')})\\p{L}*`, 'giu')

/** L07. */
export const jargon: TextRule = {
  id: 'L07',
  source: SOURCES.wording,
  kinds: READ,
  severity: 'hint',
  message: (words) => ({
    de: `„${words}“ ist ein Fachwort.`,
    en: `“${words}” is a technical term.`,
  }),
  remedy: { de: 'Erklären oder ersetzen.', en: 'Explain or replace it.' },
  hits: ({ plain }) => places(plain, JARGON_WORDS),
}

const SHORTENED =
  /(?<![\p{L}.])(?:z\. ?B|d\. ?h|u\. ?a|u\. ?ä|o\. ?ä|i\. ?d\. ?R|i\. ?S|v\. ?a|s\. ?o|s\. ?u|ggf|bzw|usw|etc|ca|evtl|inkl|exkl|max|min|Nr|Tel|Std|Min|sog|vgl|Abs|Str|Mio|Mrd)\./giu

/** Abbreviations: words with two capitals and more, and those with a full stop. */
export const abbreviationsIn = (plain: string): readonly Hit[] => [
  ...wordsOf(plain).flatMap(({ word, start }) => {
    let at = start
    return word.split(/(?<=[-‑])/).flatMap((part) => {
      const from = at
      at += part.length
      const bare = part.replace(/[-‑]$/, '')
      return (bare.match(/\p{Lu}/gu)?.length ?? 0) >= 2 && !/\p{Ll}In(?:nen)?$/u.test(bare)
        ? [{ start: from, end: from + bare.length }]
        : []
    })
  }),
  ...places(plain, SHORTENED),
]

/** L08. */
export const abbreviation: TextRule = {
  id: 'L08',
  source: SOURCES.wording,
  kinds: READ,
  severity: 'hint',
  message: (words) => ({
    de: `„${words}“ ist eine Abkürzung; nicht alle kennen sie.`,
    en: `“${words}” is an abbreviation; not everybody knows it.`,
  }),
  remedy: { de: 'Ausschreiben.', en: 'Write it out.' },
  hits: ({ plain }) => abbreviationsIn(plain),
}

/** L20: a reversed item that only negates measures the liking for double negation. */
export const reversedByNegation = (negations: (plain: string) => readonly Hit[]): TextRule => ({
  id: 'L20',
  source: SOURCES.wording,
  kinds: ASKED,
  severity: 'warning',
  message: (words) => ({
    de: `Diese Aussage wird umgepolt und verneint („${words}“).`,
    en: `This statement is scored in reverse and negates (“${words}”).`,
  }),
  remedy: {
    de: 'Das Gegenteil mit eigenen Worten sagen statt zu verneinen.',
    en: 'Say the opposite in words of its own instead of negating.',
  },
  hits: ({ plain, item }, { instrument }) =>
    instrument.scales.some(({ reversed }) => reversed.includes(item?.name ?? ''))
      ? negations(plain).slice(0, 1)
      : [],
})

export const SENSITIVE: readonly (readonly [string, RegExp, string, string])[] = [
  [
    'Gesundheit',
    wholeWords(
      '\\p{L}*gesundheit\\p{L}*',
      'krank\\p{L}*',
      '\\p{L}*(?:erkrankung|diagnose|behinderung|depression|schwanger|therapie|medikament|sucht)\\p{L}*',
    ),
    'Gesundheitsdaten nach Art. 9 DSGVO',
    'health data under Art. 9 GDPR',
  ],
  [
    'Herkunft',
    wholeWords(
      'Herkunft\\p{L}*',
      'Migrationshintergrund',
      'Staatsangehörigkeit\\p{L}*',
      'Geburtsland',
      'ethnisch\\p{L}*',
      'Hautfarbe',
      'Nationalität',
    ),
    'Angaben zur Herkunft nach Art. 9 DSGVO',
    'data on origin under Art. 9 GDPR',
  ],
  [
    'Religion',
    wholeWords(
      '\\p{L}*religi\\p{L}*',
      'Konfession\\p{L}*',
      'Glaubensgemeinschaft\\p{L}*',
      'Kirche',
      'Moschee',
      '(?:Ihr|dein)\\p{L}* Glauben?',
    ),
    'Angaben zur Religion nach Art. 9 DSGVO',
    'data on religion under Art. 9 GDPR',
  ],
  [
    'Leben',
    wholeWords('sexuell\\p{L}*', 'Gewerkschaft\\p{L}*', 'Partei', 'politische\\p{L}* \\p{L}+'),
    'besondere Daten nach Art. 9 DSGVO',
    'special data under Art. 9 GDPR',
  ],
  [
    'Einkommen',
    wholeWords(
      '\\p{L}*einkommen\\p{L}*',
      'Gehalt',
      'Lohn',
      'verdien(?:en|st|t)',
      'Schulden',
      'Vermögen',
    ),
    'Angaben zu Geld, die viele als heikel empfinden',
    'data on money, which many feel to be delicate',
  ],
  [
    'Straftaten',
    wholeWords(
      '\\p{L}*(?:straftat|vorstrafe|vorbestraft|gefängnis|verurteil)\\p{L}*',
      'Polizei',
      'Haft',
    ),
    'Angaben zu Straftaten nach Art. 10 DSGVO',
    'data on offences under Art. 10 GDPR',
  ],
]

/** L22: until a note of the class `sensitive` says why it is needed. */
export const sensitive: TextRule = {
  id: 'L22',
  source: SOURCES.law,
  kinds: ASKED,
  severity: 'hint',
  message: (words) => ({ de: `„${words}“ ist heikel.`, en: `“${words}” is sensitive.` }),
  remedy: {
    de: 'Klasse „sensibel“ setzen und begründen, warum es gefragt werden muss.',
    en: 'Set the class “sensitive” and say why it has to be asked.',
  },
  hits: ({ plain, note }) =>
    note?.sensitivity === 'sensitive' && note.purpose.trim() !== ''
      ? []
      : SENSITIVE.flatMap(([, pattern, de, en]) =>
          places(plain, pattern).map(({ start, end }) => ({
            start,
            end,
            message: {
              de: `„${plain.slice(start, end)}“: ${de}.`,
              en: `“${plain.slice(start, end)}”: ${en}.`,
            },
          })),
        ),
}

const IDENTIFYING: readonly {
  readonly pattern: RegExp
  readonly remedy: { readonly de: string; readonly en: string }
  readonly onlyOpen?: true
}[] = [
  {
    pattern: wholeWords('Geburtsdatum', 'Geburtstag', '(?:wann|wo) (?:sind|bist|ist) .* geboren'),
    remedy: { de: 'Altersgruppen anbieten.', en: 'Offer age bands.' },
  },
  {
    pattern: wholeWords(
      'Straße',
      'Hausnummer',
      'Adresse',
      'Anschrift',
      'Postleitzahl',
      'Wohnort',
      'E-?Mail-Adresse',
      'Telefonnummer',
    ),
    remedy: {
      de: 'Weglassen; der Raum kommt aus dem Code, nur grob.',
      en: 'Leave it out; the area comes from the code, coarsely.',
    },
  },
  {
    pattern: wholeWords(
      '(?:Ihr|dein|Ihrem|deinem) (?:voller )?Name',
      'wie heißen Sie',
      'wie heißt du',
      'Vorname',
      'Nachname',
    ),
    remedy: { de: 'Nicht nach Namen fragen.', en: 'Do not ask for names.' },
  },
  {
    pattern: wholeWords('Arbeitgeber\\p{L}*', 'bei welcher Firma', 'Name der Firma'),
    remedy: { de: 'Nach der Branche in Gruppen fragen.', en: 'Ask for the sector in groups.' },
  },
  {
    pattern: wholeWords('wie alt .*Kind\\p{L}*', 'Alter .*Kind\\p{L}*', 'Kind\\p{L}* .*Alter'),
    remedy: { de: 'Altersgruppen für Kinder anbieten.', en: 'Offer age bands for children.' },
    onlyOpen: true,
  },
  {
    pattern: wholeWords('\\p{L}*beruf', 'Berufsbezeichnung', 'Stellenbezeichnung'),
    remedy: { de: 'Berufsgruppen anbieten.', en: 'Offer groups of occupations.' },
    onlyOpen: true,
  },
]

/** L23. */
export const identifying: TextRule = {
  id: 'L23',
  source: SOURCES.law,
  kinds: ['question', 'statement'],
  severity: 'warning',
  message: (words) => ({
    de: `„${words}“ kann eine Person erkennbar machen.`,
    en: `“${words}” may make a person recognisable.`,
  }),
  remedy: { de: 'Gröber fragen.', en: 'Ask more coarsely.' },
  hits: ({ plain, item }) => {
    const isOpen = item !== undefined && ['text', 'comment', 'multipletextitem'].includes(item.type)
    return IDENTIFYING.filter(({ onlyOpen }) => isOpen || onlyOpen !== true).flatMap(
      ({ pattern, remedy }) => places(plain, pattern).map((place) => ({ ...place, remedy })),
    )
  },
}
