import type { ReasonWords } from './reason-words.ts'

/** Reasons of REDCap. */
export const REDCAP = {
  'any-text': {
    en: 'Any text is taken. Add a pattern if the form matters.',
    de: 'Jeder Text wird angenommen. Ein Muster ergänzen, wenn die Form wichtig ist.',
  },
  'blank-counts-as-zero': {
    en: 'REDCap gives no result when an answer is blank; here a blank counts as 0.',
    de: 'REDCap kommt bei einer fehlenden Antwort zu keinem Ergebnis; hier zählt sie als 0.',
  },
  'choices-from-database': {
    en: 'Its choices come from a database query. Put them in by hand.',
    de: 'Die Antworten kommen aus einer Datenbankabfrage. Von Hand eintragen.',
  },
  'columns-more-than-once': {
    en: 'Columns can be chosen more than once. Use a ranking instead.',
    de: 'Spalten lassen sich mehrmals wählen. Stattdessen eine Rangfolge verwenden.',
  },
  'form-not-asked': {
    en: 'Nothing of it can be asked here.',
    de: 'Nichts davon kann hier gefragt werden.',
  },
  'left-out': {
    en: 'Left out: {what}.',
    de: 'Weggelassen: {what}.',
  },
  'no-choices': {
    en: 'It has no choices.',
    de: 'Es gibt keine Antworten zur Auswahl.',
  },
  'no-files-and-signatures': {
    en: 'Questionnaires take no files and signatures here.',
    de: 'Fragebögen nehmen hier keine Dateien und Unterschriften.',
  },
  'no-fixed-value': {
    en: 'It is no fixed value. Write a validation by hand.',
    de: 'Es ist kein fester Wert. Eine Prüfung von Hand schreiben.',
  },
  'no-such-action-tag': {
    en: 'This action tag has no counterpart here.',
    de: 'Dieses Aktionskürzel hat hier keine Entsprechung.',
  },
  'no-words-no-pictures': {
    en: 'It says nothing in words; attached pictures are not taken over.',
    de: 'Es sagt nichts in Worten; angehängte Bilder werden nicht übernommen.',
  },
  'not-of-dictionary': {
    en: 'It is none of the 18 columns of a data dictionary.',
    de: 'Es ist keine der 18 Spalten eines Datenwörterbuchs.',
  },
  'note-for-staff': {
    en: 'It is a note for those who work with the project.',
    de: 'Es ist eine Notiz für alle, die mit dem Projekt arbeiten.',
  },
  'note-second-text': {
    en: 'Notes have no second text here; write it into the first one.',
    de: 'Hinweise haben hier keinen zweiten Text; in den ersten schreiben.',
  },
  'numbered-by-page': {
    en: 'Questions are numbered by the page.',
    de: 'Fragen werden von der Seite nummeriert.',
  },
  'record-is-context': {
    en: 'Responses are known by their pseudonym; it became a context value that nobody is asked for.',
    de: 'Antworten sind unter ihrem Pseudonym bekannt; es wurde ein Kontextwert, nach dem niemand gefragt wird.',
  },
  'side-of-page': {
    en: 'Choices stand side by side or below each other; the side of the page is the page’s.',
    de: 'Antworten stehen neben- oder untereinander; auf welcher Seite, bestimmt die Seite.',
  },
  'slider-labels': {
    en: 'They stand under the ends and the middle of the slider.',
    de: 'Sie stehen unter den Enden und der Mitte des Schiebereglers.',
  },
  'some-rows-required': {
    en: 'Only some rows are required there; here none is. Require the whole matrix or take it apart.',
    de: 'Nur manche Zeilen sind dort Pflicht; hier keine. Die ganze Matrix zur Pflicht machen oder sie aufteilen.',
  },
  'taken-for-english': {
    en: 'A dictionary does not say it; it is taken for “en”. Correct it under languages.',
    de: 'Ein Datenwörterbuch sagt es nicht; angenommen wird „en“. Unter Sprachen berichtigen.',
  },
  'text-shows-it': {
    en: 'It names no answer; the text shows it as it is.',
    de: 'Es nennt keine Antwort; der Text zeigt es, wie es dasteht.',
  },
} as const satisfies ReasonWords
