import { wordsOf } from './word-key.ts'

export const RESPONSE = wordsOf({
  de: {
    heading: '{{letters}} Briefe, {{answers}} Antworten',
    step: {
      cases: 'Briefe verschickt',
      delivered: 'angekommen',
      started: 'Fragebogen begonnen',
      answered: 'beantwortet (ganz oder zum größten Teil)',
      complete: 'davon vollständig',
    },
    title: 'Vom Brief zur Antwort',
    caption: 'Vom Brief zur Antwort, Anzahl der Fälle',
    description: 'Balken untereinander: {{steps}}.',
    read: 'Jeder Balken beginnt links. Je kürzer ein Balken, desto weniger sind bis zu diesem Schritt gekommen.',
    basis: '{{number}} Fälle, ohne Gewichte',
    table: 'Ausgang aller Fälle nach AAPOR',
    outcome: 'Ausgang',
    cases: 'Fälle',
    rr2: 'Antwortquote RR2',
    rr2Note:
      'Antworten geteilt durch alle {{number}} Fälle ohne die, die nicht zur Zielgruppe gehören.',
    rr4: 'Antwortquote RR4',
    rr4Note:
      'Wie RR2; von den Fällen ohne jede Nachricht zählt nur der Anteil e = {{e}}, der vermutlich zur Zielgruppe gehört.',
    adjusted: 'bereinigte Rücklaufquote',
    adjustedNote:
      'Antworten geteilt durch alle Briefe, die ankamen und die richtigen Menschen trafen.',
    unknown: 'unbekannt',
    curve: {
      title: 'Wann die Antworten kamen',
      caption: 'Antworten je Woche der Befragung',
      read: 'Jeder Balken ist eine Woche; die Fläche ist die Zahl der Antworten. Wochen mit wenigen Antworten sind zusammengelegt. Die Fähnchen zeigen, wann Briefe hinausgingen.',
      description: 'Woche {{from}} bis {{to}}: {{number}}.',
      axis: 'Wochen seit Beginn der Befragung',
      week: 'Wochen',
    },
  },
  en: {
    heading: '{{letters}} letters, {{answers}} answers',
    step: {
      cases: 'letters sent',
      delivered: 'arrived',
      started: 'questionnaire begun',
      answered: 'answered (all or most of it)',
      complete: 'of these complete',
    },
    title: 'From letter to answer',
    caption: 'From letter to answer, number of cases',
    description: 'Bars one below the other: {{steps}}.',
    read: 'Every bar begins at the left. The shorter a bar, the fewer came as far as this step.',
    basis: '{{number}} cases, without weights',
    table: 'Outcomes of all cases after AAPOR',
    outcome: 'Outcome',
    cases: 'Cases',
    rr2: 'Response rate RR2',
    rr2Note:
      'Answers divided by all {{number}} cases without those who do not belong to the population.',
    rr4: 'Response rate RR4',
    rr4Note:
      'As RR2; of the cases without any message only the part e = {{e}} counts that probably belongs to the population.',
    adjusted: 'adjusted return rate',
    adjustedNote: 'Answers divided by all letters that arrived and met the right people.',
    unknown: 'unknown',
    curve: {
      title: 'When the answers came',
      caption: 'Answers by week of the survey',
      read: 'Each bar is a week; its area is the number of answers. Weeks with few answers are joined. The flags show when letters went out.',
      description: 'Week {{from}} to {{to}}: {{number}}.',
      axis: 'Weeks since the survey began',
      week: 'Weeks',
    },
  },
})
