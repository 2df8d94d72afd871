import type { ReasonWords } from './reason-words.ts'

/** Reasons of Qualtrics. */
export const QSF = {
  'all-fields-shown': {
    en: 'All fields are shown; single fields take no conditions here.',
    de: 'Alle Felder werden gezeigt; einzelne Felder nehmen hier keine Bedingungen.',
  },
  'all-offered': {
    en: 'All are offered: {why}.',
    de: 'Alle werden angeboten: {why}.',
  },
  'all-shown': {
    en: 'All of them are shown. Assign people to versions by a context value and write conditions on it.',
    de: 'Alle werden gezeigt. Menschen über einen Kontextwert Versionen zuteilen und Bedingungen darauf schreiben.',
  },
  'answer-in-words': {
    en: 'This type does not exist here; the answer is written in words.',
    de: 'Diese Art Frage gibt es hier nicht; geantwortet wird in Worten.',
  },
  'answer-typed': {
    en: 'The answer is typed in.',
    de: 'Die Antwort wird eingetippt.',
  },
  'asked-once': {
    en: 'Questions are asked once; copy it with a new name.',
    de: 'Fragen werden einmal gestellt; mit neuem Namen kopieren.',
  },
  'blocks-by-office': {
    en: 'How blocks look and behave is decided by the office.',
    de: 'Wie Blöcke aussehen und sich verhalten, entscheidet die erhebende Stelle.',
  },
  'both-poles-before-row': {
    en: 'Both poles stand before the row.',
    de: 'Beide Pole stehen vor der Zeile.',
  },
  'browsers-not-asked': {
    en: 'Browsers are not asked what they are.',
    de: 'Browser werden nicht gefragt, was sie sind.',
  },
  'by-hand': {
    en: 'Write it by hand.',
    de: 'Von Hand schreiben.',
  },
  'carried-choices': {
    en: 'They stand here once more, each with the condition under which it is carried over. Changes there must be made here, too.',
    de: 'Sie stehen hier noch einmal, jede mit der Bedingung, unter der sie übernommen wird. Änderungen dort müssen auch hier gemacht werden.',
  },
  'check-by-hand': {
    en: 'Write the check by hand.',
    de: 'Die Prüfung von Hand schreiben.',
  },
  'check-unreadable': {
    en: 'It could not be read: {why}. Write the check by hand.',
    de: 'Nicht lesbar: {why}. Die Prüfung von Hand schreiben.',
  },
  'choices-by-hand': {
    en: 'There are none in the file; write them by hand.',
    de: 'In der Datei stehen keine; von Hand schreiben.',
  },
  'closing-text-by-hand': {
    en: 'Write the closing text by hand; it lies in a library outside of the file.',
    de: 'Den Schlusstext von Hand schreiben; er liegt in einer Bibliothek außerhalb der Datei.',
  },
  'codes-keep-machines-out': {
    en: 'Access codes keep machines out.',
    de: 'Zugangscodes halten Maschinen fern.',
  },
  'columns-as-questions': {
    en: 'Its columns are questions of their own, one below the other.',
    de: 'Ihre Spalten sind eigene Fragen, eine unter der anderen.',
  },
  'columns-once-unchecked': {
    en: 'Rows and columns are kept; that each column is chosen once is not checked.',
    de: 'Zeilen und Spalten bleiben; dass jede Spalte einmal gewählt wird, wird nicht geprüft.',
  },
  'declare-missing': {
    en: 'Declare them missing in the variable notes.',
    de: 'In den Angaben zur Variable als fehlend erklären.',
  },
  'declared-as-context': {
    en: 'It is declared under context as “{name}”; the office must know it, or its conditions never hold.',
    de: 'Es ist unter Kontext als „{name}“ angegeben; die Stelle muss den Wert kennen, sonst trifft keine Bedingung damit zu.',
  },
  'end-in-study': {
    en: 'When a wave ends is decided in the study.',
    de: 'Wann eine Welle endet, wird in der Studie entschieden.',
  },
  'ends-into-question': {
    en: 'Write the meaning of the ends into the question.',
    de: 'Die Bedeutung der Enden in die Frage schreiben.',
  },
  'flow-element-missing': {
    en: 'It does not exist here; see what it did for respondents.',
    de: 'Es gibt das hier nicht; nachsehen, was es für Befragte tat.',
  },
  'loop-asked-once': {
    en: 'Its questions are asked once; make a repeated panel of them.',
    de: 'Ihre Fragen werden einmal gestellt; daraus ein wiederholtes Feld machen.',
  },
  'make-a-scale': {
    en: 'Make a scale of the items.',
    de: 'Aus den Items eine Skala machen.',
  },
  'no-choice-headings': {
    en: 'Headings between choices do not exist here; the choices stand in one list.',
    de: 'Überschriften zwischen Antworten gibt es hier nicht; die Antworten stehen in einer Liste.',
  },
  'no-footers': {
    en: 'Footers do not exist here; put what matters onto the first page.',
    de: 'Fußzeilen gibt es hier nicht; was wichtig ist, auf die erste Seite setzen.',
  },
  'no-headers': {
    en: 'Headers do not exist here; put what matters onto the first page.',
    de: 'Kopfzeilen gibt es hier nicht; was wichtig ist, auf die erste Seite setzen.',
  },
  'no-signatures': {
    en: 'Questionnaires take no signatures. Make consent an item.',
    de: 'Fragebögen nehmen keine Unterschriften. Aus der Einwilligung ein Item machen.',
  },
  'nobody-asked': {
    en: 'Nobody is asked them; put them into a block before exporting if they are wanted.',
    de: 'Niemand wird danach gefragt; vor dem Export in einen Block legen, wenn sie gewollt sind.',
  },
  'not-applicable-by-item': {
    en: 'Leave the slider untouched, or add an item for it.',
    de: 'Den Schieberegler unberührt lassen oder ein Item dafür ergänzen.',
  },
  'not-for-respondents': {
    en: 'They are not for respondents.',
    de: 'Sie sind nicht für Befragte.',
  },
  'not-in-file': {
    en: 'It is not in the file.',
    de: 'Es ist nicht in der Datei.',
  },
  'nothing-skipped': {
    en: 'It could not be read: {why}. Nothing is skipped; write conditions for what follows.',
    de: 'Nicht lesbar: {why}. Nichts wird übersprungen; Bedingungen für das Folgende schreiben.',
  },
  'now-called': {
    en: 'It is “{name}” now.',
    de: 'Es lautet jetzt „{name}“.',
  },
  'of-qualtrics': {
    en: 'They belong to the Qualtrics installation.',
    de: 'Sie gehören zur Qualtrics-Installation.',
  },
  'one-closing-text': {
    en: 'One closing text holds for all; nobody is sent elsewhere.',
    de: 'Ein Schlusstext gilt für alle; niemand wird woandershin geschickt.',
  },
  'only-shuffling': {
    en: 'The order of the file is kept: only shuffling all of them exists here.',
    de: 'Es bleibt die Reihenfolge der Datei: Hier kann man nur alle mischen.',
  },
  'page-asked-once': {
    en: 'Questions are asked once; copy the page with new names.',
    de: 'Fragen werden einmal gestellt; die Seite mit neuen Namen kopieren.',
  },
  'pages-always-shown': {
    en: 'It could not be read: {why}. Its pages are always shown; write the condition by hand.',
    de: 'Nicht lesbar: {why}. Die Seiten werden immer gezeigt; die Bedingung von Hand schreiben.',
  },
  'picture-gone': {
    en: 'Its words are kept. Say in words what it shows.',
    de: 'Ihre Wörter bleiben. In Worten sagen, was es zeigt.',
  },
  'piped-name-in-brackets': {
    en: 'There is nothing like it here; its name stands in square brackets now. Write the text without it.',
    de: 'Hier gibt es nichts Entsprechendes; der Name steht jetzt in eckigen Klammern. Den Text ohne ihn schreiben.',
  },
  'points-by-hand': {
    en: 'Write the scale points by hand.',
    de: 'Die Skalenpunkte von Hand schreiben.',
  },
  'question-by-hand': {
    en: 'Write the question by hand.',
    de: 'Die Frage von Hand schreiben.',
  },
  'rank-in-group-not-asked': {
    en: 'Each thing is put into a group; its rank there is not asked.',
    de: 'Jedes Ding kommt in eine Gruppe; nach seinem Rang darin wird nicht gefragt.',
  },
  'regions-in-words': {
    en: 'The regions are choices in words; the picture is gone.',
    de: 'Die Flächen sind Antworten in Worten; das Bild ist weg.',
  },
  'rows-as-items': {
    en: 'Each row is an item of its own, together in a panel.',
    de: 'Jede Zeile ist ein eigenes Item, zusammen in einem Feld.',
  },
  'rows-by-column': {
    en: 'Each row is answered by choosing a column.',
    de: 'Jede Zeile wird beantwortet, indem man eine Spalte wählt.',
  },
  'scores-are-scales': {
    en: 'Scores are scales here; make them of the items.',
    de: 'Punktwerte sind hier Skalen; aus den Items welche machen.',
  },
  'slider-untouched-blank': {
    en: 'A slider has no answer before it is touched.',
    de: 'Ein Schieberegler hat keine Antwort, bevor er berührt wird.',
  },
  'source-question-missing': {
    en: 'Their question is not in the file; write the choices by hand.',
    de: 'Ihre Frage ist nicht in der Datei; die Antworten von Hand schreiben.',
  },
  'survey-by-office': {
    en: 'How the survey looks and who may take it is decided by the office.',
    de: 'Wie die Umfrage aussieht und wer teilnehmen darf, entscheidet die erhebende Stelle.',
  },
  'timing-is-paradata': {
    en: 'How long a page took is paradata, which are kept anyway.',
    de: 'Wie lange eine Seite dauerte, sind Paradaten; sie werden ohnehin festgehalten.',
  },
  'type-missing-here': {
    en: 'This type does not exist here. Ask in another way.',
    de: 'Diese Art Frage gibt es hier nicht. Anders fragen.',
  },
  'typed-or-chosen': {
    en: 'The answer is typed in, or chosen from the list.',
    de: 'Die Antwort wird eingetippt oder aus der Liste gewählt.',
  },
  'unreadable-always-shown': {
    en: 'It could not be read: {why}. It is always shown; write the condition by hand.',
    de: 'Nicht lesbar: {why}. Es wird immer gezeigt; die Bedingung von Hand schreiben.',
  },
  'values-alike': {
    en: 'Two choices have the same value; the numbers Qualtrics counts choices by are used instead. Recode in the analysis.',
    de: 'Zwei Antworten haben denselben Wert; verwendet werden die Nummern, mit denen Qualtrics Antworten zählt. In der Auswertung umkodieren.',
  },
  'values-keep-numbers': {
    en: 'Values keep their numbers; labels come from the choices.',
    de: 'Werte behalten ihre Zahlen; die Bezeichnungen kommen von den Antworten.',
  },
} as const satisfies ReasonWords
