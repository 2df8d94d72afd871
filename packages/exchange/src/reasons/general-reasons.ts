import type { ReasonWords } from './reason-words.ts'

/** Reasons that several formats share. */
export const GENERAL = {
  'by-hand-because': {
    en: '{why}. Write it by hand.',
    de: '{why}. Von Hand schreiben.',
  },
  'called-everywhere': {
    en: 'Data files and conditions take it as “{name}”, which is used everywhere.',
    de: 'Datendateien und Bedingungen nennen es „{name}“; so heißt es überall.',
  },
  'class-not-stated': {
    en: '{format} does not state them: texts count as free text, everything else as sensitive. State class and purpose before publishing.',
    de: '{format} nennt sie nicht: Texte gelten als Freitext, alles andere als sensibel. Klasse und Zweck vor dem Veröffentlichen angeben.',
  },
  'codebook-only-data': {
    en: 'A codebook describes the data only. Keep the instrument’s own JSON beside it.',
    de: 'Ein Codebuch beschreibt nur die Daten. Das JSON des Instruments daneben aufheben.',
  },
  'dash-for-colon': {
    en: 'Browsers take it for an address that runs; there is a dash now instead of the colon.',
    de: 'Browser hielten es für eine Adresse, die etwas ausführt; statt des Doppelpunkts steht dort ein Strich.',
  },
  'formatting-gone': {
    en: 'Titles, choices and notes are plain text here; bold, colours and sizes are gone. Look whether emphasis mattered.',
    de: 'Titel, Antworten und Hinweise sind hier reiner Text; Fettdruck, Farben und Größen sind weg. Nachsehen, ob eine Betonung wichtig war.',
  },
  'item-renamed': {
    en: 'It is the item “{name}” now: data files take letters, digits and underscores, and each name once.',
    de: 'Es ist jetzt das Item „{name}“: Datendateien nehmen Buchstaben, Ziffern und Unterstriche und jeden Namen einmal.',
  },
  'lacks-what-to-work-on': {
    en: '{name}() lacks what it is to work on',
    de: '{name}() fehlt, womit es arbeiten soll',
  },
  'link-words-kept': {
    en: 'Only its words are kept. Write the address into the text.',
    de: 'Nur die Wörter bleiben. Die Adresse in den Text schreiben.',
  },
  'name-unusable': {
    en: 'Data files cannot take the name as it is; it became “{to}”, in conditions too.',
    de: 'Datendateien nehmen den Namen nicht, wie er ist; er wurde zu „{to}“, auch in Bedingungen.',
  },
  'no-counterpart': {
    en: '{name}() has no counterpart here',
    de: '{name}() hat hier keine Entsprechung',
  },
  'no-files': {
    en: 'Questionnaires take no files. Ask for them in another way.',
    de: 'Fragebögen nehmen keine Dateien. Auf anderem Weg darum bitten.',
  },
  'no-place-in-surveyjs': {
    en: 'SurveyJS has no place for it. Keep the instrument’s own JSON beside this file.',
    de: 'SurveyJS hat keinen Platz dafür. Das JSON des Instruments neben dieser Datei aufheben.',
  },
  'no-quotas': {
    en: 'Quotas do not end an interview here; plan the sample in the study.',
    de: 'Quoten beenden hier kein Interview; die Stichprobe in der Studie planen.',
  },
  'no-scripts': {
    en: 'Scripts are not run here; say with conditions what it did.',
    de: 'Skripte laufen hier nicht; mit Bedingungen sagen, was sie taten.',
  },
  'nobody-sent-elsewhere': {
    en: 'Nobody is sent elsewhere at the end; put a link into the closing text.',
    de: 'Am Ende wird niemand woandershin geschickt; einen Link in den Schlusstext setzen.',
  },
  'nothing-loaded': {
    en: 'Questionnaires load nothing from elsewhere; its describing words are kept. Say in words what it shows.',
    de: 'Fragebögen laden nichts von anderswo; die beschreibenden Wörter bleiben. In Worten sagen, was es zeigt.',
  },
  'order-of-file': {
    en: 'The order of the file is kept.',
    de: 'Es bleibt die Reihenfolge der Datei.',
  },
  'pattern-unsafe': {
    en: 'It is no pattern, or could take for ever on some texts. Write a simpler one.',
    de: 'Das Muster ist keins, oder es könnte bei manchen Texten ewig laufen. Ein einfacheres schreiben.',
  },
  'plain-text': {
    en: 'It is shown as plain text.',
    de: 'Es wird als reiner Text gezeigt.',
  },
  'refers-to-nothing': {
    en: 'It names something that is not in this questionnaire. Write the condition by hand.',
    de: 'Es nennt etwas, das nicht in diesem Fragebogen ist. Die Bedingung von Hand schreiben.',
  },
  'texts-run-nothing': {
    en: 'Texts run nothing here. What it did must be said with conditions.',
    de: 'Texte führen hier nichts aus. Was es tat, mit Bedingungen sagen.',
  },
  'type-unknown': {
    en: 'This type is unknown. Build the question by hand if it is needed.',
    de: 'Diese Art Frage ist unbekannt. Von Hand bauen, wenn sie gebraucht wird.',
  },
  'value-became': {
    en: 'Its value became “{value}”; data files and conditions use that.',
    de: 'Der Wert wurde zu „{value}“; Datendateien und Bedingungen verwenden ihn.',
  },
} as const satisfies ReasonWords
