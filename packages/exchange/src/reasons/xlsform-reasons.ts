import type { ReasonWords } from './reason-words.ts'

/** Reasons of reading XLSForm. */
export const XLSFORM = {
  'became-context': {
    en: 'It became a context value, which the office sets.',
    de: 'Es wurde ein Kontextwert, den die Stelle setzt.',
  },
  'became-fixed-value': {
    en: 'It became a fixed value that conditions can use.',
    de: 'Es wurde ein fester Wert, den Bedingungen nutzen können.',
  },
  'calculates-nothing': {
    en: 'It calculates nothing.',
    de: 'Es berechnet nichts.',
  },
  'choices-beside-form': {
    en: 'Its choices stand in “{list}” beside the form. Put them in by hand.',
    de: 'Die Antworten stehen in „{list}“ neben dem Formular. Von Hand eintragen.',
  },
  'choices-usual': {
    en: 'The choices are shown in the usual way.',
    de: 'Die Antworten werden auf die übliche Weise gezeigt.',
  },
  'code-typed': {
    en: 'The code is typed.',
    de: 'Der Code wird eingetippt.',
  },
  'columns-in-order': {
    en: 'The first three columns were read as type, name and label; see whether they are.',
    de: 'Die ersten drei Spalten wurden als type, name und label gelesen; prüfen, ob sie es sind.',
  },
  'condition-by-hand': {
    en: '{why}. Write the condition by hand.',
    de: '{why}. Die Bedingung von Hand schreiben.',
  },
  'entries-at-most': {
    en: 'At most {count} entries; each of them becomes variables of the data.',
    de: 'Höchstens {count} Einträge; aus jedem werden Variablen der Daten.',
  },
  'entries-by-hand': {
    en: 'Entries are added by hand, at most {count}.',
    de: 'Einträge werden von Hand hinzugefügt, höchstens {count}.',
  },
  'entries-follow': {
    en: 'It follows “{name}”, up to {count} entries.',
    de: 'Es folgt „{name}“, bis zu {count} Einträge.',
  },
  'fault-at': {
    en: 'At character {at}: {why}. Write the condition by hand.',
    de: 'Bei Zeichen {at}: {why}. Die Bedingung von Hand schreiben.',
  },
  'file-or-map-beside': {
    en: 'It works with a file or a map beside the form. Build it by hand.',
    de: 'Es arbeitet mit einer Datei oder Karte neben dem Formular. Von Hand bauen.',
  },
  'files-beside-choices': {
    en: 'Files beside the form are not taken over; the words stay.',
    de: 'Dateien neben dem Formular werden nicht übernommen; die Wörter bleiben.',
  },
  'files-beside-form': {
    en: 'Files beside the form are not taken over.',
    de: 'Dateien neben dem Formular werden nicht übernommen.',
  },
  'first-column-counts': {
    en: 'Two columns mean the same; the first one with something in it counts.',
    de: 'Zwei Spalten bedeuten dasselbe; es zählt die erste, in der etwas steht.',
  },
  'first-line-counts': {
    en: 'Only the first one counts.',
    de: 'Nur die erste zählt.',
  },
  'give-both': {
    en: 'Give it both.',
    de: 'Beides angeben.',
  },
  'give-type': {
    en: 'Give it a type or remove it.',
    de: 'Eine Art angeben oder die Zeile entfernen.',
  },
  'given-a-name': {
    en: 'It was given a name.',
    de: 'Es bekam einen Namen.',
  },
  'includes-other-form': {
    en: 'It takes in another form. Import that one too and put its pages in.',
    de: 'Es nimmt ein anderes Formular herein. Auch dieses importieren und seine Seiten einsetzen.',
  },
  'language-assumed': {
    en: 'The form does not say it; it is taken for “{language}”. Correct it under languages if it is another.',
    de: 'Das Formular sagt es nicht; angenommen wird „{language}“. Unter Sprachen berichtigen, wenn es eine andere ist.',
  },
  'language-unknown': {
    en: 'Its tag is unknown. Write it in brackets, e.g. “Deutsch (de)”.',
    de: 'Das Kürzel ist unbekannt. In Klammern schreiben, z. B. „Deutsch (de)“.',
  },
  'lines-not-read': {
    en: 'No questionnaire is so long; they were not read.',
    de: 'Kein Fragebogen ist so lang; sie wurden nicht gelesen.',
  },
  'list-twice': {
    en: 'Two sheets have a list of this name; the other one is used.',
    de: 'Zwei Blätter haben eine Liste dieses Namens; verwendet wird die andere.',
  },
  'loop-list-missing': {
    en: 'There is no such list among the choices; its questions are asked once.',
    de: 'Unter den Antworten gibt es keine solche Liste; die Fragen werden einmal gestellt.',
  },
  'never-ended': {
    en: 'It is never ended; it was closed at the end of the form.',
    de: 'Es wird nie beendet; es wurde am Ende des Formulars geschlossen.',
  },
  'no-files-ask-otherwise': {
    en: 'Questionnaires take no files here. Ask in words, or take the picture another way.',
    de: 'Fragebögen nehmen hier keine Dateien. In Worten fragen oder auf anderem Weg um das Bild bitten.',
  },
  'no-hidden-in-repeats': {
    en: 'Entries of a repeat have no hidden values here.',
    de: 'Einträge einer Wiederholung haben hier keine verborgenen Werte.',
  },
  'no-number': {
    en: 'It is no number.',
    de: 'Es ist keine Zahl.',
  },
  'no-part-of-form': {
    en: 'It belongs to no part of a questionnaire.',
    de: 'Es gehört zu keinem Teil eines Fragebogens.',
  },
  'no-such-list': {
    en: 'There is no list “{list}” among the choices.',
    de: 'Unter den Antworten gibt es keine Liste „{list}“.',
  },
  'no-time': {
    en: 'It is no time.',
    de: 'Es ist keine Uhrzeit.',
  },
  'no-words': {
    en: 'It says nothing in words.',
    de: 'Es sagt nichts in Worten.',
  },
  'not-among-choices': {
    en: 'It is none of the choices.',
    de: 'Es ist keine der Antworten.',
  },
  'note-calculates-not': {
    en: 'A note only shows something. Make a calculate of it.',
    de: 'Ein Hinweis zeigt nur etwas. Ein calculate daraus machen.',
  },
  'nothing-inside': {
    en: 'Nothing in it is asked or shown here.',
    de: 'Nichts darin wird hier gefragt oder gezeigt.',
  },
  'nothing-to-end': {
    en: 'Nothing is open that it could end.',
    de: 'Nichts ist offen, das es beenden könnte.',
  },
  'one-choice-ok': {
    en: 'It became a question with the one choice “OK”.',
    de: 'Es wurde eine Frage mit der einen Antwort „OK“.',
  },
  'paradata-apart': {
    en: 'How answering went is kept apart from the answers; identifiers of devices are not collected.',
    de: 'Wie das Antworten verlief, bleibt von den Antworten getrennt; Kennungen von Geräten werden nicht erhoben.',
  },
  'place-typed': {
    en: 'Devices are not asked where they are; the place is typed.',
    de: 'Geräte werden nicht gefragt, wo sie sind; der Ort wird eingetippt.',
  },
  'questions-below': {
    en: 'The questions stand below each other.',
    de: 'Die Fragen stehen untereinander.',
  },
  'quotes-straightened': {
    en: 'Its typographic quotation marks were read as straight ones.',
    de: 'Die typografischen Anführungszeichen wurden als gerade gelesen.',
  },
  'steers-something-else': {
    en: 'It steers something else than the questionnaire and was left out.',
    de: 'Es steuert etwas anderes als den Fragebogen und wurde weggelassen.',
  },
  'steers-the-app': {
    en: 'It steers the app that shows the form, not the questionnaire.',
    de: 'Es steuert die App, die das Formular zeigt, nicht den Fragebogen.',
  },
  'switched-off': {
    en: 'It is switched off in the form.',
    de: 'Es ist im Formular abgeschaltet.',
  },
  'taken-for-survey': {
    en: 'It was taken for the sheet “survey”.',
    de: 'Es wurde als Blatt „survey“ gelesen.',
  },
  'text-shows-name': {
    en: 'It names no answer that is known there; the text shows the name.',
    de: 'Es nennt keine Antwort, die dort bekannt ist; der Text zeigt den Namen.',
  },
  'today-of-answering': {
    en: 'Conditions that name it use the day of answering.',
    de: 'Bedingungen, die es nennen, verwenden den Tag des Antwortens.',
  },
  'under-no-header': {
    en: 'Nobody can tell what they mean; they were left out.',
    de: 'Niemand kann sagen, was sie bedeuten; sie wurden weggelassen.',
  },
  'usual-input': {
    en: 'The usual input is shown.',
    de: 'Gezeigt wird die übliche Eingabe.',
  },
} as const satisfies ReasonWords
