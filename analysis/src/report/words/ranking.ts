import { wordsOf } from './word-key.ts'

/** Rankings as worths. */
export const RANKING = wordsOf({
  de: {
    caption: 'Wie weit vorn etwas in den Reihenfolgen steht, mit Spanne',
    read: 'Die Linie ist der Durchschnitt. Ein Punkt rechts davon: Das steht öfter weiter vorn. Wo Spannen sich überschneiden, ist die Reihenfolge offen.',
    description: '{{label}}: {{chance}} von 100 nähmen es zuerst.',
    behind: 'weiter hinten',
    ahead: 'weiter vorn',
    table: 'Gewichte nach Plackett und Luce',
    chance: 'zuerst gewählt, von 100',
    worth: 'Logarithmus des Gewichts (95-%-Bereich)',
    left: 'Nicht gerechnet, weil es zu wenige nannten: {{items}}.',
    first: 'am weitesten vorn',
    second: 'als Nächstes',
    see: 'Rechnet man die ganzen Reihenfolgen zusammen, steht am weitesten vorn: {first}. Etwa {chance} von 100 nähmen es zuerst, als Nächstes: {second}.',
    sure: 'Das Verfahren nimmt an, dass jede Wahl nur davon abhängt, was noch übrig ist. Wer etwas nicht nennt, sagt über den Rest nichts.',
  },
  en: {
    caption: 'How far ahead something stands in the rankings, with interval',
    read: 'The line is the average. A point right of it: that stands further ahead more often. Where intervals overlap, the order is open.',
    description: '{{label}}: {{chance}} in 100 would take it first.',
    behind: 'further behind',
    ahead: 'further ahead',
    table: 'Worths by Plackett and Luce',
    chance: 'taken first, in 100',
    worth: 'logarithm of the worth (95 % interval)',
    left: 'Not estimated, as too few named it: {{items}}.',
    first: 'furthest ahead',
    second: 'next',
    see: 'Taking whole rankings together, furthest ahead stands: {first}. About {chance} in 100 would take it first, next: {second}.',
    sure: 'The method assumes that each choice depends only on what is left. Who does not name something says nothing of the rest.',
  },
})
