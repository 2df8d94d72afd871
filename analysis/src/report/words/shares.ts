import { wordsOf } from './word-key.ts'

/** Pages of shares: barriers, wishes, hours, one of a hundred. */
export const SHARES = wordsOf({
  de: {
    caption: 'Anteile von 100, sortiert nach allen Antworten',
    same: '{a} und {b} unterscheiden sich dabei nicht klar ({shareA} gegen {shareB}).',
    more: '{more} sagen das häufiger als {less} ({shareA} gegen {shareB}).',
    first: 'häufigste Aussage',
    hours: {
      many: 'So viele von 100',
      description: 'Hundert Kästchen.',
      readIcons:
        'Jedes Kästchen steht für eine von 100 Personen. Dunkel ist sicher, mittel ist geschätzt, umrandet ist möglich.',
      table: 'Anteil von 100',
      caption: 'Stunden in der Woche, mittlere Person (Median)',
      title: 'Stunden heute und gewünscht',
      wish: '{{label}}: heute {{before}}, gewünscht {{after}} Stunden.',
      read: 'Der graue Kreis ist heute, der dunkle der Wunsch. Die Hälfte liegt jeweils darunter, die Hälfte darüber.',
      now: 'heute',
      wanted: 'gewünscht',
      unit: 'Std.',
      tableHours: 'Stunden in der Woche (Median)',
      middle: 'In der Mitte liegen {{groups}}.',
      group: '{{name}} bei {{now}} Stunden heute und {{wanted}} gewünschten',
      nowOf: 'Stunden heute, {{name}}',
      wantedOf: 'Stunden gewünscht, {{name}}',
    },
    wishes: {
      caption: 'Anteil von 100, der es unter die ersten drei Wünsche wählt',
      read: 'Der Punkt ist der Anteil, die Linie seine Spanne. Rechts steht, welchen Platz ein Wunsch haben kann: Wo Spannen sich überschneiden, ist die Reihenfolge offen.',
      description: '{{label}}: {{share}}, Platz {{place}}.',
      place: 'möglicher Platz',
    },
    icons: {
      read: 'Jedes Kästchen steht für eines von 100. Dunkel ist sicher, mittel ist geschätzt, umrandet ist möglich.',
    },
  },
  en: {
    caption: 'Shares in 100, in the order of all answers',
    same: '{a} and {b} do not differ clearly in this ({shareA} against {shareB}).',
    more: '{more} say so more often than {less} ({shareA} against {shareB}).',
    first: 'most frequent statement',
    hours: {
      many: 'So many in 100',
      description: 'A hundred squares.',
      readIcons:
        'Each square stands for one in 100 people. Dark is sure, medium is estimated, outlined is possible.',
      table: 'Share in 100',
      caption: 'Hours a week, the person in the middle (median)',
      title: 'Hours today and wished',
      wish: '{{label}}: today {{before}}, wished {{after}} hours.',
      read: 'The grey circle is today, the dark one the wish. Half of the people lie below each, half above.',
      now: 'today',
      wanted: 'wished',
      unit: 'h',
      tableHours: 'Hours a week (median)',
      middle: 'In the middle are {{groups}}.',
      group: '{{name}} with {{now}} hours today and {{wanted}} wished',
      nowOf: 'hours today, {{name}}',
      wantedOf: 'hours wished, {{name}}',
    },
    wishes: {
      caption: 'Share in 100 who choose it among their first three wishes',
      read: 'The point is the share, the line its interval. At the right stands which place a wish may have: where intervals overlap, the order is open.',
      description: '{{label}}: {{share}}, place {{place}}.',
      place: 'possible place',
    },
    icons: {
      read: 'Each square stands for one in 100. Dark is sure, medium is estimated, outlined is possible.',
    },
  },
})
