import { wordsOf } from './word-key.ts'

export const COMPOSITION = wordsOf({
  de: {
    missing: 'Wer geantwortet hat – und wer fehlt',
    uneven: 'Wer geantwortet hat: nicht alle Gruppen gleich oft',
    even: 'Wer geantwortet hat: keine Gruppe klar zu selten',
    title: 'Antwortende und Grundgesamtheit',
    caption: 'Antwortende und Grundgesamtheit, Anteile von 100',
    read: 'Der gefüllte Kreis ist der Anteil unter den Antwortenden, die Linie seine Spanne. Die Raute ist der Anteil unter allen Familien der Zielgruppe.',
    intro: 'Anteile von 100.',
    description: '{{label}}: Antwortende {{own}}, Grundgesamtheit {{population}}.',
    unknown: 'unbekannt',
    respondents: 'Antwortende',
    population: 'alle Familien',
    weighted: 'nach Gewichtung',
    table: 'Antwortende, gewichtet und Grundgesamtheit (von 100)',
    seeEven: 'Keine Gruppe ist unter den Antworten klar seltener, als es ihrem Anteil entspricht.',
    seeRare:
      'Unter den Antworten seltener als unter allen Familien: {groups}. Das kann am Antworten liegen oder daran, dass dorthin weniger Briefe gingen.',
    groups: 'seltene Gruppen',
    weights:
      'Seltene Gruppen zählen in den Ergebnissen mehr (Gewichte). Das kostet Genauigkeit: Die Antworten sind so genau wie {effective} gleich gewichtete (Design-Effekt {deff}).',
    weightsUnknown:
      'Seltene Gruppen zählen in den Ergebnissen mehr (Gewichte). Das kostet Genauigkeit.',
    noWeights: 'Die Ergebnisse sind nicht gewichtet: jede Antwort zählt gleich.',
    effective: 'effektive Fallzahl',
    deff: 'Design-Effekt',
  },
  en: {
    missing: 'Who answered – and who is missing',
    uneven: 'Who answered: not all groups equally often',
    even: 'Who answered: no group clearly too rare',
    title: 'Respondents and population',
    caption: 'Respondents and population, shares in 100',
    read: 'The filled circle is the share among those who answered, the line its interval. The diamond is the share among all families of the population.',
    intro: 'Shares in 100.',
    description: '{{label}}: respondents {{own}}, population {{population}}.',
    unknown: 'unknown',
    respondents: 'respondents',
    population: 'all families',
    weighted: 'after weighting',
    table: 'Respondents, weighted, and population (in 100)',
    seeEven: 'No group is clearly rarer among the answers than its share would be.',
    seeRare:
      'Rarer among the answers than among all families: {groups}. This may come from answering, or from fewer letters sent there.',
    groups: 'rare groups',
    weights:
      'Rare groups count more in the results (weights). This costs precision: the answers are as precise as {effective} equally weighted ones (design effect {deff}).',
    weightsUnknown: 'Rare groups count more in the results (weights). This costs precision.',
    noWeights: 'The results are not weighted: every answer counts the same.',
    effective: 'effective sample size',
    deff: 'design effect',
  },
})
