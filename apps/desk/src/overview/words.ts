import type { UiLanguage } from '@echolot/ui'

const de = {
  lead: 'Wo die Studie steht und was als Nächstes dran ist.',
  nextTitle: 'Als Nächstes',
  steps: {
    'approval-over': {
      title: 'Die Genehmigung ist abgelaufen',
      text: 'Sie galt bis {{day}}. Neue Briefe sind erst möglich, wenn eine Verlängerung eingetragen ist.',
      action: '',
    },
    'import-addresses': {
      title: 'Adressen aufnehmen',
      text: 'Noch ist niemand im Bestand. Legen Sie die Adressdatei ab; sie wird zuerst nur geprüft.',
      action: 'Adressdatei prüfen',
    },
    'order-invitation': {
      title: 'Einladungen bestellen',
      text: 'Die Adressen sind da. Bestellen Sie die Einladungen; eine zweite Person gibt sie frei.',
      action: 'Zu den Sendungen',
    },
    approve: {
      title: 'Eine Sendung wartet auf die zweite Person',
      text: '{{by}} hat sie bestellt. Vor der Freigabe wird kein Code gezogen.',
      action: 'Sendung ansehen',
    },
    wait: {
      title: 'Die Briefe entstehen',
      text: 'Das geht von selbst weiter. Der Server darf währenddessen nicht neu gestartet werden.',
      action: 'Fortschritt ansehen',
    },
    download: {
      title: 'Die Briefe sind bereit',
      text: 'Sie lassen sich genau einmal herunterladen. Stellen Sie den Drucker bereit.',
      action: 'Briefe herunterladen',
    },
    'order-again': {
      title: 'Eine Sendung ist nicht fertig geworden',
      text: 'Kein Brief ist verschickt. Bestellen Sie sie neu.',
      action: 'Zur Sendung',
    },
    'pull-feedback': {
      title: 'Rückmeldungen abrufen',
      text: 'Damit niemand erinnert wird, der schon geantwortet hat.',
      action: 'Rückmeldungen abrufen',
    },
    'order-reminder': {
      title: 'Erinnerung bestellen',
      text_one:
        'Eine Person hat noch nicht geantwortet, die Einladung liegt über eine Woche zurück.',
      text_other:
        '{{count, number}} Personen haben noch nicht geantwortet, die Einladung liegt über eine Woche zurück.',
      action: 'Erinnerung bestellen',
    },
    rest: {
      title: 'Gerade ist nichts zu tun',
      text: 'Kommen Briefe zurück, erfassen Sie sie bei den Rückläufern.',
      action: 'Zu den Rückläufern',
    },
  },
  numbersTitle: 'Zahlen',
  persons: 'Personen im Bestand',
  blocked_one: 'davon eine gesperrt',
  blocked_other: 'davon {{count, number}} gesperrt',
  letters: 'Briefe heruntergeladen',
  lettersNote_one: 'in einer Sendung',
  lettersNote_other: 'in {{count, number}} Sendungen',
  lastPull: 'Letzter Abruf der Rückmeldungen',
  never: 'noch nie',
  approval: 'Genehmigt bis',
  outcome: 'Geklärte Personen',
  outcomeNote:
    'Geklärt heißt: geantwortet, abgelehnt, zurückgezogen, Brief kam zurück oder gesperrt. Wer was geantwortet hat, ist hier nie zu sehen.',
  noLetters: 'Noch ist kein Brief verschickt.',
  strata: 'Personen nach Schicht',
  stratum: 'Schicht',
  stratumPersons: 'Personen',
}
export type OverviewWords = typeof de

const en: OverviewWords = {
  lead: 'Where the study stands and what comes next.',
  nextTitle: 'Next step',
  steps: {
    'approval-over': {
      title: 'The approval has expired',
      text: 'It was valid until {{day}}. New letters are possible once an extension is entered.',
      action: '',
    },
    'import-addresses': {
      title: 'Import addresses',
      text: 'Nobody is in the frame yet. Drop the address file; at first it is only checked.',
      action: 'Check an address file',
    },
    'order-invitation': {
      title: 'Order the invitations',
      text: 'The addresses are here. Order the invitations; a second person approves them.',
      action: 'To the mailings',
    },
    approve: {
      title: 'A mailing waits for the second person',
      text: '{{by}} ordered it. No code is drawn before it is approved.',
      action: 'Look at the mailing',
    },
    wait: {
      title: 'The letters are being made',
      text: 'This goes on by itself. The server must not be restarted meanwhile.',
      action: 'Watch the progress',
    },
    download: {
      title: 'The letters are ready',
      text: 'They can be downloaded exactly once. Have the printer ready.',
      action: 'Download the letters',
    },
    'order-again': {
      title: 'A mailing was not finished',
      text: 'No letter was sent. Please order it again.',
      action: 'To the mailing',
    },
    'pull-feedback': {
      title: 'Pull the feedback',
      text: 'So that nobody is reminded who has answered already.',
      action: 'Pull the feedback',
    },
    'order-reminder': {
      title: 'Order a reminder',
      text_one: 'One person has not answered yet; the invitation is more than a week old.',
      text_other:
        '{{count, number}} persons have not answered yet; the invitation is more than a week old.',
      action: 'Order a reminder',
    },
    rest: {
      title: 'Nothing to do just now',
      text: 'When letters come back, key them at the return desk.',
      action: 'To the returns',
    },
  },
  numbersTitle: 'Numbers',
  persons: 'Persons in the frame',
  blocked_one: 'one of them blocked',
  blocked_other: '{{count, number}} of them blocked',
  letters: 'Letters downloaded',
  lettersNote_one: 'in one mailing',
  lettersNote_other: 'in {{count, number}} mailings',
  lastPull: 'Feedback last pulled',
  never: 'never',
  approval: 'Approved until',
  outcome: 'Persons settled',
  outcomeNote:
    'Settled means: answered, refused, withdrawn, letter returned or blocked. What anybody answered is never seen here.',
  noLetters: 'No letter has been sent yet.',
  strata: 'Persons by stratum',
  stratum: 'Stratum',
  stratumPersons: 'Persons',
}

export const OVERVIEW_WORDS: Readonly<Record<UiLanguage, OverviewWords>> = { de, en }
