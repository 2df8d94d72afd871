import type { ReasonWords } from './reason-words.ts'

/** Reasons of writing XLSForm. */
export const XLSFORM_WRITING = {
  'any-text-there': {
    en: 'Any text is taken there.',
    de: 'Dort wird jeder Text angenommen.',
  },
  'became-single-choice': {
    en: 'It became a single choice.',
    de: 'Es wurde eine Einfachauswahl.',
  },
  'choice-filter-by-hand': {
    en: 'Write a choice_filter by hand if the choice depends on answers.',
    de: 'Einen choice_filter von Hand schreiben, wenn die Antwort von anderen Antworten abhängt.',
  },
  'choices-from-elsewhere': {
    en: 'Its choices come from elsewhere.',
    de: 'Die Antworten kommen von anderswo.',
  },
  'computed-not-shown': {
    en: 'It is computed, but not shown.',
    de: 'Es wird berechnet, aber nicht gezeigt.',
  },
  'group-as-table': {
    en: 'It became a group of single choices, shown as a table.',
    de: 'Es wurde eine Gruppe von Einfachauswahlen, die als Tabelle gezeigt wird.',
  },
  'group-of-texts': {
    en: 'It became a group of texts.',
    de: 'Es wurde eine Gruppe von Texten.',
  },
  'hidden-forgotten-there': {
    en: 'Conditions there forget them as soon as a question is hidden; here they still count.',
    de: 'Bedingungen vergessen sie dort, sobald eine Frage verborgen ist; hier zählen sie weiter.',
  },
  'keep-json-beside-form': {
    en: 'XLSForm has no place for it. Keep the instrument’s own JSON beside the form.',
    de: 'XLSForm hat keinen Platz dafür. Das JSON des Instruments neben dem Formular aufheben.',
  },
  'names-no-question': {
    en: '{name}() names no question',
    de: '{name}() nennt keine Frage',
  },
  'no-counterpart-there': {
    en: '{name}() has no counterpart there',
    de: '{name}() hat dort keine Entsprechung',
  },
  'no-place-in-xlsform': {
    en: 'XLSForm has no place for it.',
    de: 'XLSForm hat keinen Platz dafür.',
  },
  'no-spaces-there': {
    en: 'Names of choices take no spaces there; it became “{name}”.',
    de: 'Namen von Antworten nehmen dort keine Leerzeichen; er wurde zu „{name}“.',
  },
  'no-such-check-there': {
    en: 'XLSForm has no such check.',
    de: 'XLSForm hat keine solche Prüfung.',
  },
  'no-such-question-there': {
    en: 'XLSForm has no such question. Ask it another way there.',
    de: 'XLSForm hat keine solche Frage. Dort anders fragen.',
  },
  'without-name': {
    en: 'It has no name.',
    de: 'Es hat keinen Namen.',
  },
} as const satisfies ReasonWords
