import type { WordRows } from './property-row.ts'

/** What Echolot keeps about a variable beside the questionnaire's JSON. */
export const STUDY_WORDS: WordRows = {
  'note-label': [
    'Kurzer Name der Variablen',
    'Für Codebuch, Tabellen und SPSS; ohne ihn steht dort der Fragetext.',
    'Variable label',
    'For codebook, tables and SPSS; without it the question text stands there.',
  ],
  'note-measure': [
    'Messniveau',
    'Nominal, ordinal, metrisch oder Text. Ohne Angabe folgt es aus dem Fragetyp.',
    'Level of measurement',
    'Nominal, ordinal, scale or text. Without it, it follows from the type.',
  ],
  'note-sensitivity': [
    'Schutzklasse',
    'Wie heikel die Angabe ist; danach richten sich Löschung und Freigabe.',
    'Sensitivity',
    'How delicate the answer is; deletion and release follow it.',
  ],
  'note-purpose': [
    'Wozu wird das gefragt?',
    'Was niemand braucht, wird nicht gefragt. Ohne Zweck keine Veröffentlichung.',
    'What is it asked for?',
    'What nobody needs is not asked. No publication without a purpose.',
  ],
  'note-missing': [
    'Kodes für fehlende Werte',
    '−77 weiß nicht, −88 möchte nicht antworten: als Antworten angeboten und in den Daten als fehlend geführt.',
    'Missing codes',
    '−77 do not know, −88 prefer not to say: offered as answers and missing in the data.',
  ],
  'note-reminder': [
    'Freundliche Erinnerung',
    'Bleibt die Frage leer, wird einmal erinnert; es hält niemanden auf.',
    'Friendly reminder',
    'If left empty there is one reminder; it stops nobody.',
  ],
  'note-source': [
    'Herkunft',
    'Quelle der Frage oder Skala, wie sie zitiert wird.',
    'Source',
    'Where the item or scale comes from, as it is cited.',
  ],
  'note-licence': [
    'Lizenz',
    'Unter welchen Bedingungen sie benutzt werden darf.',
    'Licence',
    'Under which terms it may be used.',
  ],
  'note-paper': [
    'Hinweis auf Papier',
    'Was der gedruckte Fragebogen dazu sagt, zum Beispiel „Nur für Eltern“.',
    'Note on paper',
    'What the printed questionnaire says here, e.g. “Parents only”.',
  ],
}
