const de = {
  fill: 'Ausfüllen',
  change: 'Ändern',
  done: 'Fertig',
  none: 'nichts',
  opening: 'Frage wird geöffnet',
  lead: 'Füllen Sie die Frage aus. Übernommen wird, was dann dasteht.',
  take: 'Übernehmen',
  clear: 'Leeren',
  cancel: 'Abbrechen',
  cleared: 'Leer. Übernehmen nimmt die Angabe weg.',
  odd: 'Die Frage kann nicht alles zeigen',
  oddHelp: 'Das bleibt gespeichert, bis Sie es leeren oder überschreiben:',
  whole: 'die Angabe',
  lost: 'Das fällt weg',
  lostHelp: 'Die Frage konnte es nicht zeigen; mit dem Übernehmen ist es fort:',
  json: 'Als JSON',
  jsonLabel: '{{label}} als JSON',
  jsonFault: 'Das ist kein gültiges JSON: {{message}}',
}
export type AnsweringWords = typeof de

const en: AnsweringWords = {
  fill: 'Fill in',
  change: 'Change',
  done: 'Done',
  none: 'nothing',
  opening: 'Opening the question',
  lead: 'Fill the question in. What stands there then is taken over.',
  take: 'Take over',
  clear: 'Clear',
  cancel: 'Cancel',
  cleared: 'Empty. Taking over removes the answer.',
  odd: 'The question cannot show all of it',
  oddHelp: 'This stays stored until you clear or overwrite it:',
  whole: 'the answer',
  lost: 'This goes away',
  lostHelp: 'The question could not show it; taking over removes it:',
  json: 'As JSON',
  jsonLabel: '{{label}} as JSON',
  jsonFault: 'This is not valid JSON: {{message}}',
}

export const ANSWERING_WORDS = { de, en }
