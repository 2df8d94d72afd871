import type { WordRows } from './property-row.ts'

/** What is said when an answer will not do. */
export const MESSAGE_WORDS: WordRows = {
  requiredErrorText: [
    'Meldung: Antwort fehlt',
    'Sagt freundlich, was fehlt.',
    'Message: answer missing',
    'Says kindly what is missing.',
  ],
  otherErrorText: [
    'Meldung: „Sonstiges“ ohne Text',
    'Wenn „Sonstiges“ gewählt, aber nichts geschrieben ist.',
    'Message: “other” without text',
    'Where “other” is chosen but nothing is written.',
  ],
  minErrorText: [
    'Meldung: zu klein',
    'Nennt die Grenze; {0} ist ihr Wert.',
    'Message: too small',
    'Names the limit; {0} is its value.',
  ],
  maxErrorText: [
    'Meldung: zu groß',
    'Nennt die Grenze; {0} ist ihr Wert.',
    'Message: too great',
    'Names the limit; {0} is its value.',
  ],
  stepErrorText: [
    'Meldung: falscher Schritt',
    'Wenn der Wert zwischen zwei Schritten liegt.',
    'Message: wrong step',
    'Where the value lies between two steps.',
  ],
  keyDuplicationError: [
    'Meldung: doppelt',
    'Wenn eine Antwort zweimal steht, die einmalig sein muss.',
    'Message: twice',
    'Where an answer that must be unique stands twice.',
  ],
}
