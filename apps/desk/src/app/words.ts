import type { UiLanguage } from '@echolot/ui'

const de = {
  name: 'Echolot',
  office: 'Treuhandstelle',
  intro:
    'Adressen, Briefe und Rückläufer der Studien. Antworten gibt es hier nicht; sie liegen unter Pseudonym bei der Universität.',
  footer: 'Hier liegen Namen und Adressen, nie Antworten.',
  signOut: 'Abmelden',
  loading: 'Wird geholt',
  tryAgain: 'Noch einmal versuchen',
  study: 'Studie',
  studies: 'Studien',
  wave: 'Welle',
  waveText: '{{wave}} (Feldzeit {{from}} bis {{to}})',
  noStudy: 'Noch keine Studie',
  noStudyWhy:
    'Eine Studie wird auf dem Server der Treuhandstelle angelegt und erscheint dann hier.',
  approvalUntil: 'Genehmigt bis {{day}}',
  nav: {
    overview: 'Übersicht',
    addresses: 'Adressen',
    mailings: 'Sendungen',
    feedback: 'Rückmeldungen',
    cases: 'Personen',
    returns: 'Rückläufer',
  },
  roles: {
    none: 'ohne Rolle',
    clerk: 'Sachbearbeitung',
    lead: 'Leitung',
    admin: 'Verwaltung',
    auditor: 'Prüfung',
  },
  noRoomTitle: 'Für Ihre Rolle gibt es hier keinen Bereich',
  noRoom:
    'Sie sind als „{{role}}“ angemeldet. Namen und Adressen sehen nur Sachbearbeitung und Leitung; Rollen vergibt die Verwaltung.',
  notFoundTitle: 'Diese Seite gibt es nicht',
  notFound: 'Vielleicht hat sich die Adresse geändert.',
  home: 'Zur ersten Seite',
  brokenTitle: 'Diese Seite ist gestolpert',
  broken: 'Laden Sie die Seite neu. Was die Treuhandstelle gespeichert hat, bleibt gespeichert.',
  reload: 'Seite neu laden',
  waived: 'Vorführung: ohne zweiten Faktor.',
  cancel: 'Abbrechen',
  close: 'Schließen',
}
export type AppWords = typeof de

const en: AppWords = {
  name: 'Echolot',
  office: 'Trust office',
  intro:
    'Addresses, letters and returns of the studies. There are no answers here; the university keeps them under pseudonyms.',
  footer: 'Names and addresses are kept here, never answers.',
  signOut: 'Sign out',
  loading: 'Loading',
  tryAgain: 'Try again',
  study: 'Study',
  studies: 'Studies',
  wave: 'Wave',
  waveText: '{{wave}} (in the field {{from}} to {{to}})',
  noStudy: 'No study yet',
  noStudyWhy: 'A study is set up on the server of the trust office and then appears here.',
  approvalUntil: 'Approved until {{day}}',
  nav: {
    overview: 'Overview',
    addresses: 'Addresses',
    mailings: 'Mailings',
    feedback: 'Feedback',
    cases: 'Persons',
    returns: 'Returns',
  },
  roles: {
    none: 'no role',
    clerk: 'Clerk',
    lead: 'Lead',
    admin: 'Administration',
    auditor: 'Auditor',
  },
  noRoomTitle: 'There is no room here for your role',
  noRoom:
    'You are signed in as “{{role}}”. Only clerks and their lead see names and addresses; the administration grants roles.',
  notFoundTitle: 'This page does not exist',
  notFound: 'Its address may have changed.',
  home: 'To the first page',
  brokenTitle: 'This page has stumbled',
  broken: 'Please reload the page. What the trust office has saved stays saved.',
  reload: 'Reload the page',
  waived: 'Demonstration: no second factor.',
  cancel: 'Cancel',
  close: 'Close',
}

export const APP_WORDS: Readonly<Record<UiLanguage, AppWords>> = { de, en }
