const de = {
  name: 'Echolot Studio',
  office: 'Universität · Forschung',
  intro:
    'Fragebogen, Feld und Auswertung der Studie. Namen und Anschriften gibt es hier nicht; sie liegen bei der Treuhandstelle.',
  sessionEnded:
    'Ihre Sitzung ist zu Ende. Melden Sie sich neu an: Was Sie gerade bearbeitet haben, ist noch da.',
  signOut: 'Abmelden',
  nav: {
    instruments: 'Fragebögen',
    fieldwork: 'Feld',
    coding: 'Eigene Worte',
    freezes: 'Datenschnitte',
    reports: 'Berichte',
    measures: 'Maßnahmen',
  },
  roles: {
    none: 'ohne Rolle',
    designer: 'Fragebogen',
    entry: 'Papiererfassung',
    field: 'Feldleitung',
    analyst: 'Auswertung',
    data_manager: 'Datenmanagement',
    lead: 'Projektleitung',
    carrier: 'Träger',
    job_centre: 'Jobcenter',
    admin: 'Verwaltung',
    auditor: 'Prüfung',
  },
  noRoomTitle: 'Für Ihre Rolle gibt es hier noch keinen Bereich',
  noRoom: 'Sie sind als „{{role}}“ angemeldet. Rollen vergibt die Verwaltung.',
  notFoundTitle: 'Diese Seite gibt es nicht',
  notFound: 'Vielleicht hat sich die Adresse geändert.',
  home: 'Zur ersten Seite',
  brokenTitle: 'Diese Seite ist gestolpert',
  broken:
    'Laden Sie die Seite neu. Nicht gesicherte Änderungen an einem Fragebogen sind sonst nirgends.',
  reload: 'Seite neu laden',
  waived: 'Vorführung: ohne zweiten Faktor.',
}
export type AppWords = typeof de

const en: AppWords = {
  name: 'Echolot Studio',
  office: 'University · Research',
  intro:
    'Questionnaires, fieldwork and results of the study. There are no names or addresses here; the trust office keeps them.',
  sessionEnded: 'Your session has ended. Sign in again: what you were working on is still there.',
  signOut: 'Sign out',
  nav: {
    instruments: 'Questionnaires',
    fieldwork: 'Fieldwork',
    coding: 'Own words',
    freezes: 'Data freezes',
    reports: 'Reports',
    measures: 'Measures',
  },
  roles: {
    none: 'no role',
    designer: 'Designer',
    entry: 'Paper entry',
    field: 'Field manager',
    analyst: 'Analyst',
    data_manager: 'Data manager',
    lead: 'Project lead',
    carrier: 'Carrier',
    job_centre: 'Job centre',
    admin: 'Administration',
    auditor: 'Auditor',
  },
  noRoomTitle: 'There is no room for your role here yet',
  noRoom: 'You are signed in as “{{role}}”. Roles are given by the administration.',
  notFoundTitle: 'There is no such page',
  notFound: 'Perhaps the address has changed.',
  home: 'To the first page',
  brokenTitle: 'This page has stumbled',
  broken: 'Reload the page. Unsaved changes to a questionnaire are kept nowhere else.',
  reload: 'Reload page',
  waived: 'Demonstration: no second factor.',
}

export const APP_WORDS = { de, en }
