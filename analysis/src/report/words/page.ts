import { wordsOf } from './word-key.ts'

/** What pages say that have the same thing to say. */
export const PAGE = wordsOf({
  de: {
    tooFew: 'noch zu wenige Antworten',
    nothing:
      'Dazu nennen wir keine Zahl: Es haben zu wenige Menschen geantwortet, oder die Spanne ist zu breit.',
    noPicture: 'Hier stünde ein Bild. Es haben zu wenige Menschen geantwortet, um es zu zeigen.',
    mixed: 'kein einheitliches Bild',
    probe: 'Hier steht nach der Befragung, was die Antworten zeigen.',
    probeSure: 'Hier steht, wie viele geantwortet haben und wie breit die Spanne ist.',
    cards: 'Zwei Fragen dazu – die Antworten stehen im Anhang',
    share: 'Anteil',
    shareOf: 'Anteil, {{name}}',
    name: 'Name',
    value: 'Wert, {{name}}',
    interval: 'Anteile von 100 mit Spanne',
    statement: 'Aussage',
    group: 'Gruppe',
    outOf: 'von 100',
    answers: 'Antworten',
    difference: 'Unterschied',
    readShare:
      'Der Punkt ist der geschätzte Anteil, die Linie seine Spanne. Überschneiden sich zwei Linien weit, kann der Unterschied Zufall sein.',
  },
  en: {
    tooFew: 'too few answers yet',
    nothing: 'We give no number here: too few people answered, or the interval is too wide.',
    noPicture: 'A picture would stand here. Too few people answered to show it.',
    mixed: 'no uniform picture',
    probe: 'After the survey this says what the answers show.',
    probeSure: 'This says how many answered and how wide the interval is.',
    cards: 'Two questions on this – the answers are in the appendix',
    share: 'Share',
    shareOf: 'Share, {{name}}',
    name: 'Name',
    value: 'Value, {{name}}',
    interval: 'Shares in 100 with intervals',
    statement: 'Statement',
    group: 'Group',
    outOf: 'in 100',
    answers: 'Answers',
    difference: 'Difference',
    readShare:
      'The point is the estimated share, the line its interval. Where two lines overlap widely, the difference may be chance.',
  },
})
