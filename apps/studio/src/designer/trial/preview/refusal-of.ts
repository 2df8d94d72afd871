/** German words by rule; a number that belongs to the sentence is taken over from the English one. */
const GERMAN: Readonly<Record<string, string>> = {
  choice: 'steht nicht zur Wahl',
  computed: 'wird berechnet und kann nicht so lauten',
  digits: 'darf keine Ziffern enthalten',
  exclusive: 'schließt alle anderen Antworten aus',
  expression: 'passt nicht zu den anderen Antworten',
  format: 'hat nicht die erwartete Form',
  hidden: 'ist beantwortet, wird mit diesen Antworten aber nicht gezeigt',
  'hidden-choice': 'steht mit diesen Antworten nicht zur Wahl',
  integer: 'muss eine ganze Zahl sein',
  list: 'muss eine Liste sein',
  max: 'liegt über der Obergrenze {{number}}',
  maxCount: 'hat mehr als {{number}} gewählte Antworten',
  maxEntries: 'hat mehr als {{number}} Einträge',
  maxLength: 'ist länger als {{number}} Zeichen',
  maxSelectedChoices: 'hat mehr als {{number}} gewählte Antworten',
  min: 'liegt unter der Untergrenze {{number}}',
  minCount: 'hat weniger als {{number}} gewählte Antworten',
  minEntries: 'hat weniger als {{number}} Einträge',
  minLength: 'ist kürzer als {{number}} Zeichen',
  minSelectedChoices: 'hat weniger als {{number}} gewählte Antworten',
  number: 'muss eine Zahl sein',
  numeric: 'muss eine Zahl sein',
  object: 'muss aus benannten Antworten bestehen',
  pattern: 'hat nicht die verlangte Form',
  required: 'braucht eine Antwort',
  row: 'ist keine Zeile dieser Frage',
  size: 'ist mehr, als dieser Fragebogen ergeben kann',
  step: 'liegt nicht auf den Stufen zu {{number}}',
  text: 'muss ein Text sein',
  unique: 'nennt dieselbe Antwort zweimal',
  unknown: 'gehört zu keiner Frage',
}

/** What the server's check says of an answer, in the page's language; a rule without German words as the check says it. */
export const refusalOf = (
  { rule, message }: { readonly rule: string; readonly message: string },
  language: 'de' | 'en',
): string => {
  const german = language === 'de' ? GERMAN[rule] : undefined
  return german === undefined
    ? message
    : german.replace('{{number}}', /-?\d[\d.:T-]*/.exec(message)?.[0] ?? '').trim()
}

/** Where the answer stands: its question, and the row or entry in it. */
export const placeOfRefusal = (path: string): string =>
  path.replace(/^\/answers\/?/, '').replaceAll('/', ' › ')
