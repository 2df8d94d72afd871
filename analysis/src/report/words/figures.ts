import { wordsOf } from './word-key.ts'

/** Words drawn into figures. */
export const FIGURES = wordsOf({
  de: {
    icons: {
      of: 'von 100',
      sure: 'sicher: mindestens {{number}}',
      estimated: 'geschätzt: {{number}}',
      possible: 'möglich: bis {{number}}',
      others: 'alle anderen',
    },
    pairs_one: '{{number}} Paar',
    pairs_other: '{{number}} Paare',
    place: 'Platz {{place}}',
    scree: {
      found: 'in den Antworten',
      random: 'bei reinem Zufall',
      factor: 'Faktor',
      value: 'Eigenwert',
    },
    items: {
      easy: 'Zustimmung, Punkte von 0 bis 100',
      sharp: 'Trennschärfe',
      weak: 'unter {{number}} trennt schwach',
    },
    hatched: 'schraffiert: nicht gezeigt ({{reason}})',
  },
  en: {
    icons: {
      of: 'in 100',
      sure: 'sure: at least {{number}}',
      estimated: 'estimated: {{number}}',
      possible: 'possible: up to {{number}}',
      others: 'all others',
    },
    pairs_one: '{{number}} pair',
    pairs_other: '{{number}} pairs',
    place: 'place {{place}}',
    scree: {
      found: 'in the answers',
      random: 'by chance alone',
      factor: 'factor',
      value: 'eigenvalue',
    },
    items: {
      easy: 'agreement, points from 0 to 100',
      sharp: 'discrimination',
      weak: 'below {{number}} discriminates weakly',
    },
    hatched: 'hatched: not shown ({{reason}})',
  },
})
