import type { FrameFinding } from '@echolot/contract/frames'
import type { UiLanguage } from '@echolot/ui'

type Details = FrameFinding['details']
/** What a rule is called in a list of rules, and its sentence for one line. */
type RuleWords = { readonly name: string; readonly sentence: (details: Details) => string }

const quoted = (value: string | number | undefined) => `„${value ?? ''}“`

const de = {
  undecodable: {
    name: 'Datei unlesbar',
    sentence: ({ reason }) =>
      reason === 'not-text' || reason === 'utf-16be'
        ? 'Das ist keine lesbare CSV-Datei. Bitte in der Tabellenkalkulation als „CSV UTF-8“ speichern.'
        : 'Einige Zeichen passen zu keinem Zeichensatz. Bitte noch einmal als „CSV UTF-8“ speichern.',
  },
  'column-missing': {
    name: 'Spalte fehlt',
    sentence: ({ column }) =>
      `Die Spalte ${quoted(column)} fehlt. Ohne sie lässt sich kein Brief schreiben.`,
  },
  'protection-column-missing': {
    name: 'Spalte Auskunftssperre fehlt',
    sentence: () =>
      'Die Datei sagt nicht, wer eine Auskunftssperre hat. Bitte bei der liefernden Stelle nachfragen, ob diese Personen schon entfernt sind.',
  },
  'column-repeated': {
    name: 'Spalte doppelt',
    sentence: ({ column }) =>
      `Die Spalte ${quoted(column)} kommt ein zweites Mal vor; die erste gilt.`,
  },
  'column-ignored': {
    name: 'Spalte wird nicht gelesen',
    sentence: ({ column }) =>
      `Die Spalte ${quoted(column)} wird nicht gelesen und nicht gespeichert.`,
  },
  'column-count': {
    name: 'Zu viele Felder',
    sentence: ({ surplus }) =>
      `Diese Zeile hat ${surplus} Felder mehr als die Überschrift. Vermutlich steht ein Trennzeichen im Text.`,
  },
  required: { name: 'Angabe fehlt', sentence: () => 'Hier fehlt eine nötige Angabe.' },
  placeholder: {
    name: 'Platzhalter',
    sentence: ({ value }) => `${quoted(value)} ist ein Platzhalter, keine Angabe.`,
  },
  'name-pattern': {
    name: 'Ungewöhnlicher Name',
    sentence: ({ value }) => `${quoted(value)} enthält Zeichen, die in keinem Namen stehen.`,
  },
  garbled: {
    name: 'Umlaute zerstört',
    sentence: ({ value }) => `${quoted(value)}: Umlaute sind beim Speichern zerstört worden.`,
  },
  'invisible-character': {
    name: 'Unsichtbares Zeichen',
    sentence: () => 'Hier steht ein unsichtbares Zeichen. Bitte die Zelle neu eintippen.',
  },
  unprintable: {
    name: 'Nicht druckbar',
    sentence: ({ characters }) => `Diese Zeichen kann der Brief nicht drucken: ${characters}`,
  },
  'address-lines': {
    name: 'Anschrift zu hoch',
    sentence: ({ lines, most }) =>
      `Die Anschrift hat ${lines} Zeilen; ins Fenster passen ${most}. Bitte den Zusatz kürzen.`,
  },
  'line-too-long': {
    name: 'Anschrift zu breit',
    sentence: ({ line, mm }) =>
      `${quoted(line)} ist breiter als das Fenster (${mm} mm). Bitte abkürzen.`,
  },
  'house-number-missing': {
    name: 'Hausnummer fehlt',
    sentence: () => 'Die Hausnummer fehlt.',
  },
  'house-number-pattern': {
    name: 'Hausnummer ungewöhnlich',
    sentence: ({ value }) => `${quoted(value)} sieht nicht wie eine Hausnummer aus.`,
  },
  'plz-pattern': {
    name: 'Postleitzahl ungültig',
    sentence: ({ value }) => `${quoted(value)} ist keine Postleitzahl. Sie hat genau fünf Ziffern.`,
  },
  'commune-unknown': {
    name: 'Ort unbekannt',
    sentence: ({ value }) => `Den Ort ${quoted(value)} kennt diese Studie nicht.`,
  },
  'plz-commune': {
    name: 'Postleitzahl passt nicht zum Ort',
    sentence: ({ postcode, place, expected, deliversTo }) =>
      `${postcode} gehört nicht zu ${place}; dort gilt ${expected}.${
        deliversTo ? ` Unter ${postcode} wird in ${deliversTo} zugestellt.` : ''
      }`,
  },
  'stratum-unknown': {
    name: 'Schicht unbekannt',
    sentence: ({ value, known }) =>
      `Die Schicht ${quoted(value)} gibt es nicht. Bekannt sind: ${known}.`,
  },
  'birth-year': {
    name: 'Geburtsjahr ungültig',
    sentence: ({ value }) => `${quoted(value)} ist kein Geburtsjahr.`,
  },
  'under-age': {
    name: 'Noch nicht volljährig',
    sentence: ({ year, least }) =>
      `Geboren ${year}: vielleicht noch keine ${least} Jahre alt. Die Studie fragt Erwachsene.`,
  },
  'protection-unclear': {
    name: 'Auskunftssperre unklar',
    sentence: () =>
      'Es ist unklar, ob eine Auskunftssperre besteht. Bitte „ja“ oder „nein“ eintragen; so lange bleibt die Zeile draußen.',
  },
  blocked: {
    name: 'Gesperrt',
    sentence: () => 'Diese Person will keine Briefe mehr und bleibt draußen.',
  },
  'same-household': {
    name: 'Gleicher Haushalt',
    sentence: ({ of }) =>
      `Gleicher Haushalt wie Zeile ${of}. Die Studie schreibt nur einer erwachsenen Person im Haushalt.`,
  },
  'salutation-unknown': {
    name: 'Anrede unbekannt',
    sentence: ({ value }) =>
      `Die Anrede ${quoted(value)} ist unbekannt; der Brief beginnt mit „Guten Tag“ und dem Namen.`,
  },
  'language-unknown': {
    name: 'Sprache unbekannt',
    sentence: ({ value, known }) =>
      `In ${quoted(value)} gibt es keinen Brief; er wird deutsch. Möglich: ${known}.`,
  },
} satisfies Record<string, RuleWords>

export type FindingRule = keyof typeof de

const cited = (value: string | number | undefined) => `“${value ?? ''}”`

const en: Readonly<Record<FindingRule, RuleWords>> = {
  undecodable: {
    name: 'File unreadable',
    sentence: ({ reason }) =>
      reason === 'not-text' || reason === 'utf-16be'
        ? 'This is not a readable CSV file. Please save it as “CSV UTF-8” in the spreadsheet program.'
        : 'Some characters fit no encoding. Please save the file as “CSV UTF-8” again.',
  },
  'column-missing': {
    name: 'Column missing',
    sentence: ({ column }) =>
      `The column ${cited(column)} is missing. No letter can be written without it.`,
  },
  'protection-column-missing': {
    name: 'No column on address protection',
    sentence: () =>
      'The file does not tell whose address is protected. Please ask the sender whether these persons were removed already.',
  },
  'column-repeated': {
    name: 'Column repeated',
    sentence: ({ column }) =>
      `The column ${cited(column)} stands there twice; the first one counts.`,
  },
  'column-ignored': {
    name: 'Column not read',
    sentence: ({ column }) => `The column ${cited(column)} is neither read nor saved.`,
  },
  'column-count': {
    name: 'Too many cells',
    sentence: ({ surplus }) =>
      `This line has ${surplus} cells more than the heading. There is probably a delimiter in the text.`,
  },
  required: { name: 'Missing', sentence: () => 'Something needed is missing here.' },
  placeholder: {
    name: 'Placeholder',
    sentence: ({ value }) => `${cited(value)} is a placeholder.`,
  },
  'name-pattern': {
    name: 'Unusual name',
    sentence: ({ value }) => `${cited(value)} has characters which no name has.`,
  },
  garbled: {
    name: 'Garbled letters',
    sentence: ({ value }) => `${cited(value)}: letters were garbled when the file was saved.`,
  },
  'invisible-character': {
    name: 'Invisible character',
    sentence: () => 'There is an invisible character. Please type the cell anew.',
  },
  unprintable: {
    name: 'Not printable',
    sentence: ({ characters }) => `The letter cannot print these characters: ${characters}`,
  },
  'address-lines': {
    name: 'Address too high',
    sentence: ({ lines, most }) =>
      `The address has ${lines} lines; the window shows ${most}. Please shorten the addition.`,
  },
  'line-too-long': {
    name: 'Address too wide',
    sentence: ({ line, mm }) =>
      `${cited(line)} is wider than the window (${mm} mm). Please abbreviate.`,
  },
  'house-number-missing': {
    name: 'House number missing',
    sentence: () => 'The house number is missing.',
  },
  'house-number-pattern': {
    name: 'Unusual house number',
    sentence: ({ value }) => `${cited(value)} does not look like a house number.`,
  },
  'plz-pattern': {
    name: 'Invalid postcode',
    sentence: ({ value }) => `${cited(value)} is not a postcode. It has exactly five digits.`,
  },
  'commune-unknown': {
    name: 'Place unknown',
    sentence: ({ value }) => `This study does not know the place ${cited(value)}.`,
  },
  'plz-commune': {
    name: 'Postcode does not fit the place',
    sentence: ({ postcode, place, expected, deliversTo }) =>
      `${postcode} does not belong to ${place}; its postcode is ${expected}.${
        deliversTo ? ` ${postcode} delivers to ${deliversTo}.` : ''
      }`,
  },
  'stratum-unknown': {
    name: 'Stratum unknown',
    sentence: ({ value, known }) => `There is no stratum ${cited(value)}. Known are: ${known}.`,
  },
  'birth-year': {
    name: 'Invalid birth year',
    sentence: ({ value }) => `${cited(value)} is not a birth year.`,
  },
  'under-age': {
    name: 'Perhaps under age',
    sentence: ({ year, least }) =>
      `Born in ${year}: perhaps not yet ${least}. The study asks adults.`,
  },
  'protection-unclear': {
    name: 'Protection unclear',
    sentence: () =>
      'It is unclear whether the address is protected. Please enter “ja” or “nein”; until then the line stays out.',
  },
  blocked: {
    name: 'Blocked',
    sentence: () => 'This person wants no more letters and stays out.',
  },
  'same-household': {
    name: 'Same household',
    sentence: ({ of }) =>
      `Same household as line ${of}. The study writes to one adult of a household only.`,
  },
  'salutation-unknown': {
    name: 'Salutation unknown',
    sentence: ({ value }) =>
      `The salutation ${cited(value)} is unknown; the letter will greet neutrally, by name.`,
  },
  'language-unknown': {
    name: 'Language unknown',
    sentence: ({ value, known }) =>
      `There is no letter in ${cited(value)}; it will be German. Possible: ${known}.`,
  },
}

const WORDS: Readonly<Record<UiLanguage, Readonly<Record<string, RuleWords>>>> = { de, en }

/** What a rule is called; one unknown to this page by its own name. */
export const ruleName = (rule: string, language: UiLanguage): string =>
  WORDS[language][rule]?.name ?? rule

/** What was found in a line, as a sentence for the clerk; a rule unknown to this page with all it tells. */
export const findingSentence = (
  { rule, details }: Pick<FrameFinding, 'rule' | 'details'>,
  language: UiLanguage,
): string => {
  const known = WORDS[language][rule]
  if (known !== undefined) return known.sentence(details)
  const told = Object.entries(details).map(([name, value]) => `${name} ${value}`)
  return [rule, ...told].join(' · ')
}
