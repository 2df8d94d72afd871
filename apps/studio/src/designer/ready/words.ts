const de = {
  title: 'Vor der Veröffentlichung',
  nothing:
    'Es fehlt nichts. Oben können Sie die Fassung vorschlagen; eine zweite Person veröffentlicht sie.',
  open_one: '{{count}} Punkt offen',
  open_other: '{{count}} Punkte offen',
  done: 'bereit',
  questions: 'Fragen hinzufügen',
  notes_one: '{{count}} Frage sagt noch nicht, wozu sie gestellt wird',
  notes_other: '{{count}} Fragen sagen noch nicht, wozu sie gestellt werden',
  purpose: 'Wozu werden sie gefragt?',
  purposeHint: 'Ein Satz genügt. Einzelne Fragen können Sie später genauer begründen.',
  purposeNeeded: 'Bitte sagen Sie, wozu gefragt wird.',
  classes: 'Schutzklassen ansehen',
  classesHint: 'Vorsichtig vorgeschlagen nach der Art der Antwort.',
  classOf: 'Schutzklasse von {{name}}',
  take_one: 'Für diese Frage übernehmen',
  take_other: 'Für alle {{count}} übernehmen',
  errors_one: '{{count}} Fehler zu beheben',
  errors_other: '{{count}} Fehler zu beheben',
  language: '{{language}}: {{done}} von {{count}} Texten geprüft',
  languageOpen: 'Zu den Texten',
}
export type ReadyWords = typeof de

const en: ReadyWords = {
  title: 'Before publication',
  nothing: 'Nothing is missing. Propose the version above; a second person publishes it.',
  open_one: '{{count}} point open',
  open_other: '{{count}} points open',
  done: 'ready',
  questions: 'Add questions',
  notes_one: '{{count}} question does not say yet what it is asked for',
  notes_other: '{{count}} questions do not say yet what they are asked for',
  purpose: 'What are they asked for?',
  purposeHint: 'One sentence is enough. Single questions can be justified more closely later.',
  purposeNeeded: 'Please say what is asked for.',
  classes: 'See the sensitivity classes',
  classesHint: 'Suggested with care, by the kind of answer.',
  classOf: 'Sensitivity of {{name}}',
  take_one: 'Take for this question',
  take_other: 'Take for all {{count}}',
  errors_one: '{{count}} error to mend',
  errors_other: '{{count}} errors to mend',
  language: '{{language}}: {{done}} of {{count}} texts reviewed',
  languageOpen: 'To the texts',
}

/** What is still missing before a version can be published. */
export const READY_WORDS = { de, en }
