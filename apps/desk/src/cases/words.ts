import type { UiLanguage } from '@echolot/ui'

const de = {
  title: 'Personen',
  lead: 'Wer im Bestand ist, wer einen Brief hat und was zurückgemeldet wurde. Diese Liste bleibt in der Treuhandstelle.',
  filter: 'Zeigen',
  filters: { 'to-remind': 'noch zu erinnern', all: 'alle' },
  caption_one: 'Eine Person',
  caption_other: '{{count, number}} Personen',
  pages: 'Seiten der Liste',
  name: 'Name',
  address: 'Anschrift',
  stratum: 'Schicht',
  letters: 'Briefe',
  outcome: 'Rückmeldung',
  action: 'Sperren',
  outcomes: {
    done: 'erledigt',
    refused: 'abgelehnt',
    withdrawn: 'zurückgezogen',
    returned: 'Brief kam zurück',
    blocked: 'gesperrt',
  },
  open: 'offen',
  emptyToRemind: 'Niemand ist zu erinnern.',
  emptyAll: 'Noch ist niemand im Bestand.',
  block: 'Sperren …',
  blockOf: '{{name}} sperren',
  blockTitle: '{{name}} nie wieder anschreiben?',
  blockText:
    'Diese Person bekommt in dieser Studie keinen Brief mehr, auch wenn eine spätere Adressdatei sie wieder nennt. Schon gegebene Antworten werden dadurch nicht gelöscht; das geht mit dem Zugangscode im Brief oder über die Datenschutzstelle.',
  blockNow: 'Sperren',
  blocked: '{{name}} ist gesperrt.',
}
export type CasesWords = typeof de

const en: CasesWords = {
  title: 'Persons',
  lead: 'Who is in the frame, who has a letter and what the feedback says. This list stays in the trust office.',
  filter: 'Show',
  filters: { 'to-remind': 'to be reminded', all: 'all' },
  caption_one: 'One person',
  caption_other: '{{count, number}} persons',
  pages: 'Pages of the list',
  name: 'Name',
  address: 'Address',
  stratum: 'Stratum',
  letters: 'Letters',
  outcome: 'Feedback',
  action: 'Block',
  outcomes: {
    done: 'done',
    refused: 'refused',
    withdrawn: 'withdrawn',
    returned: 'letter came back',
    blocked: 'blocked',
  },
  open: 'open',
  emptyToRemind: 'Nobody is to be reminded.',
  emptyAll: 'Nobody is in the frame yet.',
  block: 'Block …',
  blockOf: 'Block {{name}}',
  blockTitle: 'Never write to {{name}} again?',
  blockText:
    'This person gets no letter of this study any more, even when a later address file names them again. Answers already given are not erased by this; that is done with the access code in the letter or through the data protection officer.',
  blockNow: 'Block',
  blocked: '{{name}} is blocked.',
}

export const CASES_WORDS: Readonly<Record<UiLanguage, CasesWords>> = { de, en }
