import type { UiLanguage } from '@echolot/ui'

const de = {
  title: 'Rückmeldungen',
  lead: 'Wer keine Erinnerung mehr braucht. Die Universität schickt dafür versiegelte Marken, gebündelt und gemischt.',
  what: 'Was hier ankommt – und was nicht',
  arrives: 'Für einen Brief: erledigt, abgelehnt oder zurückgezogen.',
  arrivesNot: 'Nie eine Antwort, nie Tag oder Uhrzeit, nie das Pseudonym.',
  pull: 'Jetzt abrufen',
  pulling: 'Rückmeldungen werden abgerufen',
  last: 'Letzter Abruf: {{day}}.',
  never: 'Noch nie abgerufen.',
  automatic: 'Der Server ruft auch von selbst täglich ab.',
  received_zero: 'Abgerufen. Seit dem letzten Mal ist nichts Neues da.',
  received_one: 'Abgerufen. Eine neue Rückmeldung ist eingetragen.',
  received_other: 'Abgerufen. {{count, number}} neue Rückmeldungen sind eingetragen.',
  open: 'Erinnerungen dürfen verschickt werden.',
  gateTitle: 'Erinnerungen sind zurzeit gesperrt',
  gates: {
    'feed-too-old':
      'Der letzte Abruf ist älter als 24 Stunden. Rufen Sie neu ab; sonst könnte jemand erinnert werden, der schon geantwortet hat.',
    'chain-broken':
      'In der Kette der Nachrichten fehlt ein Glied. Wiederholen hilft hier nicht: Bitte verständigen Sie die Verwaltung beider Stellen. Bis dahin geht keine Erinnerung hinaus.',
    'totals-differ':
      'Die Summen beider Stellen stimmen nicht überein. Rufen Sie später noch einmal ab; bleibt es dabei, verständigen Sie die Verwaltung. Bis dahin geht keine Erinnerung hinaus.',
    'never-pulled': 'Es wurde noch nie abgerufen. Rufen Sie einmal ab, bevor Sie erinnern.',
  },
  totals: 'Summen der Universität',
  totalsNote: 'Aus ihnen lässt sich nicht ablesen, wer geantwortet hat.',
  issued: 'Zugangscodes ausgegeben',
  done: 'erledigt',
  refused: 'abgelehnt',
  withdrawn: 'zurückgezogen',
  held: 'noch zurückgehalten',
  heldNote: 'werden erst gebündelt geschickt, damit sich kein Tag ablesen lässt',
}
export type FeedbackWords = typeof de

const en: FeedbackWords = {
  title: 'Feedback',
  lead: 'Who needs no reminder any more. The university sends sealed tokens for that, bundled and shuffled.',
  what: 'What arrives here – and what does not',
  arrives: 'For a letter: done, refused or withdrawn.',
  arrivesNot: 'Never an answer, never a day or time, never the pseudonym.',
  pull: 'Pull now',
  pulling: 'Pulling the feedback',
  last: 'Last pulled: {{day}}.',
  never: 'Never pulled so far.',
  automatic: 'The server also pulls by itself every day.',
  received_zero: 'Pulled. Nothing new since the last time.',
  received_one: 'Pulled. One new piece of feedback was entered.',
  received_other: 'Pulled. {{count, number}} new pieces of feedback were entered.',
  open: 'Reminders may be sent.',
  gateTitle: 'Reminders are blocked at present',
  gates: {
    'feed-too-old':
      'The last pull is older than 24 hours. Please pull again; otherwise somebody might be reminded who has answered already.',
    'chain-broken':
      'A link is missing in the chain of messages. Trying again does not help: please inform the administration of both offices. No reminder goes out until then.',
    'totals-differ':
      'The totals of the two offices differ. Pull again later; if it stays, inform the administration. No reminder goes out until then.',
    'never-pulled': 'The feedback was never pulled. Pull once before you remind.',
  },
  totals: 'Totals of the university',
  totalsNote: 'They do not tell who has answered.',
  issued: 'Access codes issued',
  done: 'done',
  refused: 'refused',
  withdrawn: 'withdrawn',
  held: 'still held back',
  heldNote: 'are sent in bundles only, so that no day can be read from them',
}

export const FEEDBACK_WORDS: Readonly<Record<UiLanguage, FeedbackWords>> = { de, en }
