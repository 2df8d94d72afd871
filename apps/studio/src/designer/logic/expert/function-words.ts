type FunctionWords = { readonly use: string; readonly de: string; readonly en: string }

/** What each function of survey-core gives, by its name. */
export const FUNCTION_WORDS: Readonly<Record<string, FunctionWords>> = {
  age: {
    use: 'age({geboren})',
    de: 'Volle Jahre seit einem Datum.',
    en: 'Full years since a date.',
  },
  avg: { use: 'avg({a}, {b})', de: 'Mittelwert.', en: 'Mean.' },
  avgInArray: {
    use: "avgInArray({kinder}, 'alter')",
    de: 'Mittelwert eines Feldes über alle Einträge.',
    en: 'Mean of a field over all entries.',
  },
  count: {
    use: 'count({a}, {b})',
    de: 'Wie viele davon einen Wert haben.',
    en: 'How many have a value.',
  },
  countInArray: {
    use: "countInArray({kinder}, 'alter')",
    de: 'Wie viele Einträge das Feld ausgefüllt haben.',
    en: 'How many entries have the field filled in.',
  },
  currentDate: { use: 'currentDate()', de: 'Jetzt, mit Uhrzeit.', en: 'Now, with the time.' },
  currentYear: { use: 'currentYear()', de: 'Das laufende Jahr.', en: 'The current year.' },
  dateAdd: {
    use: "dateAdd({tag}, 3, 'days')",
    de: 'Datum um eine Spanne verschoben.',
    en: 'A date moved by a span.',
  },
  dateDiff: {
    use: "dateDiff({von}, {bis}, 'days')",
    de: 'Abstand zweier Daten.',
    en: 'Distance between two dates.',
  },
  day: { use: 'day({tag})', de: 'Tag im Monat.', en: 'Day of the month.' },
  diffDays: {
    use: 'diffDays({von}, {bis})',
    de: 'Tage zwischen zwei Daten.',
    en: 'Days between two dates.',
  },
  displayValue: {
    use: "displayValue('frage')",
    de: 'Die Antwort in Worten, wie Befragte sie lesen.',
    en: 'The answer in words, as respondents read it.',
  },
  getComment: {
    use: "getComment('frage')",
    de: 'Die Anmerkung zu einer Frage.',
    en: 'The comment on a question.',
  },
  getDate: { use: 'getDate({tag})', de: 'Ein Text als Datum.', en: 'A text as a date.' },
  getYear: { use: 'getYear({tag})', de: 'Jahr eines Datums.', en: 'Year of a date.' },
  iif: {
    use: 'iif({a} > 3, 1, 0)',
    de: 'Das eine, wenn die Bedingung gilt, sonst das andere.',
    en: 'One value if the condition holds, otherwise the other.',
  },
  isContainerReady: {
    use: "isContainerReady('seite')",
    de: 'Ob auf der Seite oder im Abschnitt alles Nötige beantwortet ist.',
    en: 'Whether all that is needed on the page or section is answered.',
  },
  isDisplayMode: {
    use: 'isDisplayMode()',
    de: 'Ob nur gelesen wird.',
    en: 'Whether it is only read.',
  },
  max: { use: 'max({a}, {b})', de: 'Größter Wert.', en: 'Largest value.' },
  maxInArray: {
    use: "maxInArray({kinder}, 'alter')",
    de: 'Größter Wert eines Feldes über alle Einträge.',
    en: 'Largest value of a field over all entries.',
  },
  min: { use: 'min({a}, {b})', de: 'Kleinster Wert.', en: 'Smallest value.' },
  minInArray: {
    use: "minInArray({kinder}, 'alter')",
    de: 'Kleinster Wert eines Feldes über alle Einträge.',
    en: 'Smallest value of a field over all entries.',
  },
  month: { use: 'month({tag})', de: 'Monat eines Datums (1–12).', en: 'Month of a date (1–12).' },
  propertyValue: {
    use: "propertyValue('frage', 'visible')",
    de: 'Eine Eigenschaft einer Frage.',
    en: 'A property of a question.',
  },
  round: { use: 'round({a}, 1)', de: 'Auf Stellen gerundet.', en: 'Rounded to places.' },
  substring: {
    use: 'substring({a}, 0, 2)',
    de: 'Ein Stück eines Textes.',
    en: 'A piece of a text.',
  },
  sum: { use: 'sum({a}, {b})', de: 'Summe.', en: 'Sum.' },
  sumInArray: {
    use: "sumInArray({kinder}, 'alter')",
    de: 'Summe eines Feldes über alle Einträge.',
    en: 'Sum of a field over all entries.',
  },
  today: { use: 'today(7)', de: 'Heute, um Tage verschoben.', en: 'Today, moved by days.' },
  trunc: { use: 'trunc({a})', de: 'Ohne Nachkommastellen.', en: 'Without decimals.' },
  weekday: {
    use: 'weekday({tag})',
    de: 'Wochentag (0 = Sonntag).',
    en: 'Day of the week (0 = Sunday).',
  },
  year: { use: 'year({tag})', de: 'Jahr eines Datums.', en: 'Year of a date.' },
}
