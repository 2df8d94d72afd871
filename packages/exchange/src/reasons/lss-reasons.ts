import type { ReasonWords } from './reason-words.ts'

/** Reasons of LimeSurvey. */
export const LSS = {
  'always-shown-because': {
    en: '{why}. It is always shown; write the condition by hand.',
    de: '{why}. Es wird immer gezeigt; die Bedingung von Hand schreiben.',
  },
  'answers-apart': {
    en: 'How answers are kept apart from names is decided by the offices.',
    de: 'Wie Antworten von Namen getrennt bleiben, entscheiden die Stellen.',
  },
  'as-condition-by-hand': {
    en: 'Write it as a condition by hand.',
    de: 'Von Hand als Bedingung schreiben.',
  },
  'assessments-left-out': {
    en: 'Assessments are not taken over; make a scale of the items.',
    de: 'Bewertungen werden nicht übernommen; aus den Items eine Skala machen.',
  },
  'attribute-unlike': {
    en: 'It has no like for this type of question here. See whether it matters, and set it by hand.',
    de: 'Bei dieser Art Frage gibt es hier nichts Entsprechendes. Prüfen, ob es wichtig ist, und von Hand einstellen.',
  },
  'cells-as-items': {
    en: 'Each cell is an item of its own, the cells of a row together in a panel.',
    de: 'Jede Zelle ist ein eigenes Item, die Zellen einer Zeile zusammen in einem Feld.',
  },
  'check-by-hand-because': {
    en: '{why}. Write the check by hand.',
    de: '{why}. Die Prüfung von Hand schreiben.',
  },
  'code-renamed': {
    en: 'It is “{value}” now, because names of variables end with it.',
    de: 'Er lautet jetzt „{value}“, weil Namen von Variablen damit enden.',
  },
  'comments-as-items': {
    en: 'Each comment is an item of its own below the choices, shown when its choice is ticked.',
    de: 'Jeder Kommentar ist ein eigenes Item unter den Antworten und erscheint, wenn seine Antwort angekreuzt ist.',
  },
  'complete-there': {
    en: 'Complete the question in LimeSurvey, or write it anew.',
    de: 'Die Frage in LimeSurvey vervollständigen oder neu schreiben.',
  },
  'computed-always': {
    en: 'Nobody sees it anyway; what it computes is computed always.',
    de: 'Niemand sieht sie ohnehin; was sie berechnet, wird immer berechnet.',
  },
  'consent-as-item': {
    en: 'Put the text on the first page, and make the consent an item.',
    de: 'Den Text auf die erste Seite setzen und die Einwilligung zu einem Item machen.',
  },
  'default-by-hand': {
    en: 'Set the default by hand, or leave it out: defaults are answers nobody gave.',
    de: 'Den Vorgabewert von Hand setzen oder weglassen: Vorgaben sind Antworten, die niemand gegeben hat.',
  },
  'default-of-source': {
    en: 'The one of the source language holds for all.',
    de: 'Der Wert der Ausgangssprache gilt für alle.',
  },
  'exclusive-not-ticked': {
    en: 'The excluding answer is not ticked by itself.',
    de: 'Die ausschließende Antwort wird nicht von selbst angekreuzt.',
  },
  'formula-by-hand': {
    en: '{why}. Write the formula by hand.',
    de: '{why}. Die Formel von Hand schreiben.',
  },
  'function-unknown': {
    en: '{name}() is not known here',
    de: '{name}() ist hier unbekannt',
  },
  'lacks-part': {
    en: '{name}() lacks its part',
    de: '{name}() fehlt sein Teil',
  },
  'lacks-parts': {
    en: '{name}() lacks its parts',
    de: '{name}() fehlen seine Teile',
  },
  'language-not-switched': {
    en: 'The answer is kept, but it does not switch the language of the questionnaire.',
    de: 'Die Antwort bleibt, sie schaltet aber die Sprache des Fragebogens nicht um.',
  },
  'letters-in-study': {
    en: 'Letters are written in the study, not in the instrument.',
    de: 'Briefe werden in der Studie geschrieben, nicht im Instrument.',
  },
  'limit-as-date': {
    en: 'Write the limit by hand, as a date or as an expression.',
    de: 'Die Grenze von Hand schreiben, als Datum oder als Ausdruck.',
  },
  'limit-by-hand': {
    en: '{why}. Set the limit by hand.',
    de: '{why}. Die Grenze von Hand setzen.',
  },
  'looks-by-office': {
    en: 'How questions look is decided by the office.',
    de: 'Wie Fragen aussehen, entscheidet die erhebende Stelle.',
  },
  'make-scales': {
    en: 'Make scales of the items.',
    de: 'Aus den Items Skalen machen.',
  },
  'no-map': {
    en: 'There is no map; the place is asked for in words.',
    de: 'Es gibt keine Karte; nach dem Ort wird in Worten gefragt.',
  },
  'no-random-groups': {
    en: 'Groups of questions in random order do not exist here; the order of the file is kept.',
    de: 'Gruppen von Fragen in zufälliger Reihenfolge gibt es hier nicht; es bleibt die Reihenfolge der Datei.',
  },
  'no-random-pages': {
    en: 'Pages in random order do not exist here; the order of the file is kept.',
    de: 'Seiten in zufälliger Reihenfolge gibt es hier nicht; es bleibt die Reihenfolge der Datei.',
  },
  'no-time-limit': {
    en: 'A time limit for one question does not exist here; say in its text how long it may take.',
    de: 'Eine Zeitgrenze für eine einzelne Frage gibt es hier nicht; im Text sagen, wie lange es dauern darf.',
  },
  'no-totals': {
    en: 'Totals are not shown; ask for them or compute them in the analysis.',
    de: 'Summen werden nicht angezeigt; danach fragen oder sie in der Auswertung bilden.',
  },
  'no-url-values': {
    en: 'Addresses carry no answers here; declare it under context if the office knows it.',
    de: 'Adressen tragen hier keine Antworten; unter Kontext angeben, wenn die Stelle den Wert kennt.',
  },
  'numbers-typed': {
    en: 'Numbers are typed in.',
    de: 'Zahlen werden eingetippt.',
  },
  'of-limesurvey': {
    en: 'It belongs to the LimeSurvey installation.',
    de: 'Es gehört zur LimeSurvey-Installation.',
  },
  'operator-in-call': {
    en: '{name}() with “{operator}” is not known here',
    de: '{name}() mit „{operator}“ ist hier unbekannt',
  },
  'other-takes-words': {
    en: 'Words are accepted beside “other”; check them in the analysis.',
    de: 'Neben „Sonstiges“ sind Wörter erlaubt; in der Auswertung prüfen.',
  },
  'over-several-answers': {
    en: '{name}() over several answers is not known here',
    de: '{name}() über mehrere Antworten ist hier unbekannt',
  },
  'own-words-in-english': {
    en: 'They are in English now; translate them.',
    de: 'Sie stehen jetzt auf Englisch; bitte übersetzen.',
  },
  'page-empty': {
    en: 'Pages need something to show.',
    de: 'Seiten brauchen etwas, das sie zeigen.',
  },
  'pages-are-groups': {
    en: 'Pages are the groups of the source; divide them as you wish.',
    de: 'Seiten sind die Gruppen der Quelle; nach Wunsch teilen.',
  },
  'paper-only': {
    en: 'It only counts on paper.',
    de: 'Es zählt nur auf Papier.',
  },
  'parts-as-items': {
    en: 'Each part is an item of its own, together in a panel.',
    de: 'Jeder Teil ist ein eigenes Item, zusammen in einem Feld.',
  },
  'ranking-takes-number': {
    en: 'Rankings take a number only. Set it by hand.',
    de: 'Rangfolgen nehmen hier nur eine Zahl. Von Hand setzen.',
  },
  'rows-not-exclusive': {
    en: 'Rows do not exclude each other here; say it in the text or with a check.',
    de: 'Zeilen schließen einander hier nicht aus; im Text oder mit einer Prüfung sagen.',
  },
  'scores-not-shown': {
    en: 'Scores are not shown to respondents; make a scale of the items.',
    de: 'Punktwerte werden Befragten nicht gezeigt; aus den Items eine Skala machen.',
  },
  'set-by-hand': {
    en: '{why}. Set it by hand.',
    de: '{why}. Von Hand setzen.',
  },
  'subquestions-in-rows': {
    en: 'Its subquestions stand in rows.',
    de: 'Ihre Teilfragen stehen in Zeilen.',
  },
  'table-unknown': {
    en: 'It is not known here; see in LimeSurvey what it does.',
    de: 'Es ist hier unbekannt; in LimeSurvey nachsehen, was es bewirkt.',
  },
  'type-asks-words': {
    en: 'This type is not known here; it asks for words. See what it was.',
    de: 'Diese Art Frage ist hier unbekannt; gefragt wird in Worten. Nachsehen, was es war.',
  },
  'unit-in-question': {
    en: 'Say the unit in the question.',
    de: 'Die Einheit in der Frage nennen.',
  },
  'whole-date': {
    en: 'A whole date is asked for.',
    de: 'Es wird nach einem ganzen Datum gefragt.',
  },
  'words-in-brackets': {
    en: '{why}. The words stand in square brackets now; write the text without them.',
    de: '{why}. Die Wörter stehen jetzt in eckigen Klammern; den Text ohne sie schreiben.',
  },
} as const satisfies ReasonWords
