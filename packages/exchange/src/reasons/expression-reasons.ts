import type { ReasonWords } from './reason-words.ts'

/** Why a condition or calculation cannot be said in other terms; parts of sentences. */
export const EXPRESSION = {
  'asked-nowhere': {
    en: 'question {id} is asked nowhere in this survey',
    de: 'Frage {id} wird in dieser Umfrage nirgends gestellt',
  },
  'backslash-in-conditions': {
    en: 'a text that ends with a backslash cannot be written in conditions',
    de: 'ein Text, der mit einem umgekehrten Schrägstrich endet, lässt sich in Bedingungen nicht schreiben',
  },
  'both-quotes': {
    en: 'a text with both kinds of quotes cannot be written there',
    de: 'ein Text mit beiden Arten von Anführungszeichen lässt sich dort nicht schreiben',
  },
  'bracket-open': {
    en: 'a bracket is not closed',
    de: 'eine Klammer ist nicht geschlossen',
  },
  'choice-gone': {
    en: 'choice {choice} does not exist any more',
    de: 'Antwort {choice} gibt es nicht mehr',
  },
  'choosing-unknown': {
    en: 'choosing is not known for this type',
    de: 'das Wählen ist bei dieser Art Frage unbekannt',
  },
  'comma-missing': {
    en: 'a comma or “)” is missing',
    de: 'ein Komma oder „)“ fehlt',
  },
  'compares-with-composed': {
    en: 'it compares with a text that is put together',
    de: 'sie vergleicht mit einem zusammengesetzten Text',
  },
  'conditions-on': {
    en: 'conditions on “{what}” do not exist here',
    de: 'Bedingungen zu „{what}“ gibt es hier nicht',
  },
  'count-of-repeats': {
    en: 'count() is known for repeats and what stands in them',
    de: 'count() ist für Wiederholungen und ihren Inhalt bekannt',
  },
  'count-unknown': {
    en: 'counting the chosen is not known for this type',
    de: 'das Zählen der gewählten Antworten ist bei dieser Art Frage unbekannt',
  },
  'date-form-unknown': {
    en: 'date() with this form is not known here',
    de: 'date() in dieser Form ist hier unbekannt',
  },
  'datediff-unit': {
    en: 'datediff() has an unknown unit',
    de: 'datediff() hat eine unbekannte Einheit',
  },
  'digits-not-apart': {
    en: 'the digits of a number cannot be taken apart',
    de: 'die Ziffern einer Zahl lassen sich nicht zerlegen',
  },
  'digits-not-counted': {
    en: 'the digits of a number cannot be counted',
    de: 'die Ziffern einer Zahl lassen sich nicht zählen',
  },
  'dot-without-meaning': {
    en: '“.” stands for nothing here',
    de: '„.“ steht hier für nichts',
  },
  'ends-too-early': {
    en: 'it ends too early',
    de: 'sie endet zu früh',
  },
  'field-not-here': {
    en: '[{text}] is not in this questionnaire',
    de: '[{text}] ist nicht in diesem Fragebogen',
  },
  'field-not-understood': {
    en: '[{text}] is not understood',
    de: '[{text}] ist nicht zu verstehen',
  },
  'indexed-elsewhere': {
    en: 'indexed-repeat() is known for one repeat that stands elsewhere',
    de: 'indexed-repeat() ist für eine Wiederholung bekannt, die anderswo steht',
  },
  'indexed-fixed': {
    en: 'indexed-repeat() is known for a fixed number of the entry only',
    de: 'indexed-repeat() ist nur für eine feste Nummer des Eintrags bekannt',
  },
  'is-numeric-unknown': {
    en: 'is_numeric() of something that may be no number is not known here',
    de: 'is_numeric() von etwas, das keine Zahl sein muss, ist hier unbekannt',
  },
  'length-of-computed': {
    en: 'the length of something calculated cannot be said',
    de: 'die Länge von etwas Berechnetem lässt sich nicht sagen',
  },
  'many-into-text': {
    en: 'the choices of a multiple choice cannot be put into a text',
    de: 'die Antworten einer Mehrfachauswahl lassen sich nicht in einen Text setzen',
  },
  'missing-sign': {
    en: '“{sign}” is missing',
    de: '„{sign}“ fehlt',
  },
  'name-a-part': {
    en: '“{name}” has several parts; one of them must be named',
    de: '„{name}“ hat mehrere Teile; einer davon muss genannt sein',
  },
  'names-an-event': {
    en: '[{text}] names an event; there is one questionnaire here',
    de: '[{text}] nennt ein Ereignis; hier gibt es einen Fragebogen',
  },
  'nested-too-deeply': {
    en: 'it is nested too deeply',
    de: 'sie ist zu tief geschachtelt',
  },
  'no-conditions': {
    en: 'it has no conditions',
    de: 'sie hat keine Bedingungen',
  },
  'no-expression': {
    en: 'it is no expression',
    de: 'es ist kein Ausdruck',
  },
  'no-lists-there': {
    en: 'a list has no counterpart there',
    de: 'eine Liste hat dort keine Entsprechung',
  },
  'no-question': {
    en: '“{name}” is no question here',
    de: '„{name}“ ist hier keine Frage',
  },
  'no-slider': {
    en: 'there is no slider',
    de: 'es gibt keinen Schieberegler',
  },
  'not-in-survey': {
    en: '“{name}” is no question of this survey',
    de: '„{name}“ ist keine Frage dieser Umfrage',
  },
  'not-understood': {
    en: '“{text}” is not understood',
    de: '„{text}“ ist nicht zu verstehen',
  },
  'not-understood-at': {
    en: '“{text}” at character {at} is not understood',
    de: '„{text}“ ab Zeichen {at} ist nicht zu verstehen',
  },
  'one-per-entry': {
    en: '“{name}” has one value in each entry of its repeat',
    de: '„{name}“ hat in jedem Eintrag der Wiederholung einen Wert',
  },
  'only-days-there': {
    en: 'differences in other units than days are not the same there',
    de: 'Unterschiede in anderen Einheiten als Tagen sind dort nicht dasselbe',
  },
  'operator-unknown': {
    en: '“{word}” is not known here',
    de: '„{word}“ ist hier unbekannt',
  },
  'part-of-answer-gone': {
    en: 'this part of the answer does not exist here',
    de: 'diesen Teil der Antwort gibt es hier nicht',
  },
  'position-around': {
    en: 'position() is known for the repeat around it only',
    de: 'position() ist nur für die umgebende Wiederholung bekannt',
  },
  'roundup-decimals': {
    en: 'roundup() to decimals has no counterpart',
    de: 'roundup() auf Nachkommastellen hat keine Entsprechung',
  },
  'row-gone': {
    en: 'row {row} does not exist any more',
    de: 'Zeile {row} gibt es nicht mehr',
  },
  'row-or-answer-gone': {
    en: 'row {row} or answer {answer} does not exist any more',
    de: 'Zeile {row} oder Antwort {answer} gibt es nicht mehr',
  },
  'several-answers': {
    en: '“{name}” stands for several answers here',
    de: '„{name}“ steht hier für mehrere Antworten',
  },
  'something-missing': {
    en: 'something is missing at the end',
    de: 'am Ende fehlt etwas',
  },
  'starts-with-fixed': {
    en: 'starts-with() is known for a fixed text only',
    de: 'starts-with() ist nur für einen festen Text bekannt',
  },
  'suffix-unknown': {
    en: '“.{suffix}” is not known here',
    de: '„.{suffix}“ ist hier unbekannt',
  },
  'this-without-answer': {
    en: '“this” has no answer here',
    de: '„this“ hat hier keine Antwort',
  },
  'too-long': {
    en: 'it is too long',
    de: 'sie ist zu lang',
  },
  'too-many-brackets': {
    en: 'too many brackets',
    de: 'zu viele Klammern',
  },
  'unexpected-at': {
    en: '“{text}” at character {at} is not expected',
    de: '„{text}“ ab Zeichen {at} wird nicht erwartet',
  },
  'unexpected-sign': {
    en: '“{sign}” is not expected',
    de: '„{sign}“ wird nicht erwartet',
  },
  'unreadable-text': {
    en: '“{text}” cannot be read',
    de: '„{text}“ ist nicht lesbar',
  },
  'word-without-quotes': {
    en: 'a word without quotes means nothing there',
    de: 'ein Wort ohne Anführungszeichen bedeutet dort nichts',
  },
  'words-beside-choice': {
    en: 'words beside a choice have a name of their own there',
    de: 'Wörter neben einer Antwort haben dort einen eigenen Namen',
  },
} as const satisfies ReasonWords
