import type { Report, Section } from './model.ts'
import { findingOf, worded } from './worded.ts'

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 80" role="img" aria-labelledby="care-title care-description"><title id="care-title">Was bremst?</title><desc id="care-description">Betreuung 58 von 100.</desc><rect x="0" y="30" width="300" height="20" fill="#1f4e79"/><text x="310" y="46" font-family="Source Sans 3, sans-serif" font-size="15">Betreuung</text></svg>'

const care: Section = {
  id: 'care',
  question: 'Was bremst?',
  heading: '',
  part: 'main',
  short: 'Betreuung.',
  strength: 'sound',
  wording: {
    heading: '{item} bremst am stärksten',
    see: '{share} sagen: {item} erschwert mir die Arbeit. Paare sagen das seltener.',
    sure: '{strength}: {base} Menschen haben dazu geantwortet.',
    follow: 'Betreuung an Arbeitszeiten anpassen.',
    brief: '{share} sagen: {item} erschwert mir die Arbeit.',
  },
  values: {
    share: {
      words: '58 von 100 (zwischen 49 und 66)',
      label: 'Anteil, alle',
      about: 'ungefähr 6 von 10',
    },
    item: { words: 'Betreuung', label: 'Hürde an erster Stelle' },
    base: { words: '131', label: 'Antworten' },
  },
  blocks: [
    {
      kind: 'figure',
      figure: {
        id: 'care',
        caption: 'Anteile von 100',
        description: 'Betreuung 58 von 100.',
        read: 'Der Balken ist der Anteil.',
        basis: '131 Antworten, gewichtet',
        svg: PICTURE,
        table: {
          caption: 'Anteile von 100 mit Spanne',
          head: ['Aussage', 'Alle'],
          rows: [
            ['Betreuung', '58 (zwischen 49 und 66)'],
            ['-=Schulden', 'unter 10 Antworten'],
          ],
        },
      },
    },
    { kind: 'lines', see: '', sure: '' },
    { kind: 'note', text: 'Ein Unterschied ist kein Beweis.' },
  ],
}

const letters: Section = {
  id: 'letters',
  question: 'Wie sind Briefe?',
  heading: '',
  part: 'main',
  short: 'Briefe.',
  strength: 'hint',
  wording: { heading: 'Briefe: {share}', see: '{share} verstehen sie.', sure: '{strength}.' },
  values: { share: { words: '41 von 100', label: 'Anteil', about: 'ungefähr 4 von 10' } },
  blocks: [],
}

const limits: Section = {
  id: 'limits',
  question: 'Wo die Grenzen liegen',
  heading: 'Was wir nicht wissen',
  part: 'main',
  blocks: [{ kind: 'list', items: ['Wer nicht antwortet, denkt vielleicht anders.'] }],
}

/** The page of measures, still without any; no part of `MADE`. */
export const DECISIONS: Section = {
  id: 'decisions',
  question: 'Was ist zu entscheiden?',
  heading: 'Was jetzt zu entscheiden ist',
  part: 'main',
  blocks: [{ kind: 'measures', rows: [] }],
}

const method: Section = {
  id: 'method',
  question: 'Anhang',
  heading: 'Wie wir gerechnet haben',
  part: 'appendix',
  blocks: [{ kind: 'subheading', text: 'Spannen' }],
}

const sections = [care, letters, limits, method].map((section) => worded(section, 'de'))

/** A small made-up report in German: two findings, a page without, an appendix. */
export const MADE: Report = {
  language: 'de',
  version: 1,
  title: 'Was Familien hilft',
  subtitle: 'Bericht an die Projektleitung',
  study: 'Probe',
  publisher: 'Universität',
  client: 'Kreis',
  population: 'Eltern im Kreis',
  dataOn: '2027-06-01',
  marks: ['synthetic', 'draft'],
  digests: { data: 'a'.repeat(64), plan: 'b'.repeat(64), code: '0.1.0' },
  provenance: 'Probe · Daten aaaaaaaa (131 Antworten)',
  summary: {
    intro: '131 Menschen haben geantwortet.',
    findings: sections.flatMap((section) => findingOf(section, 'de') ?? []),
    decisions: [],
    unknown: 'Wer nicht geantwortet hat, denkt vielleicht anders.',
    whatIsNew: [],
  },
  sections,
  changes: [],
}
