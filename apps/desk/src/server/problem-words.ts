import type { ProblemWords, UiLanguage } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

type Details = Readonly<Record<string, unknown>>

const listOf = ({ errors }: Details): string =>
  Array.isArray(errors)
    ? errors
        .map((error) => (typeof error === 'string' ? error : `${error.path}: ${error.message}`))
        .join('; ')
    : ''

const cellsOf = ({ cells }: Details): string =>
  Array.isArray(cells)
    ? cells.map(({ stratum, letters }) => `${stratum} (${letters})`).join(', ')
    : ''

const de = {
  'sign-in-needed': 'Ihre Sitzung ist zu Ende. Bitte melden Sie sich neu an.',
  'second-factor-needed': 'Bitte richten Sie zuerst den zweiten Faktor ein.',
  'role-missing': 'Ihre Rolle darf das nicht.',
  'sign-in-too-old':
    'Das braucht eine Anmeldung aus den letzten zehn Minuten. Es wurde nichts verändert.',
  'account-at-both-offices':
    'Diese Adresse hat auch an der Universität ein Konto. Niemand arbeitet an beiden Stellen; bitte verständigen Sie die Verwaltung.',
  'second-person-needed':
    'Dafür braucht es eine zweite Person: Wer bestellt hat, kann nicht selbst freigeben.',
  'frame-not-importable': 'Keine Zeile dieser Datei lässt sich aufnehmen.',
  'frame-changed':
    'Inzwischen hat jemand anderes Adressen aufgenommen. Bitte legen Sie die Datei noch einmal ab und prüfen Sie neu.',
  'approval-over': ({ until }: Details) =>
    `Die Genehmigung der Studie galt bis ${until}. Ohne Verlängerung werden keine Briefe gemacht.`,
  'wave-over': ({ closesOn }: Details) =>
    `Die Feldzeit dieser Welle ist seit ${closesOn} vorbei. Es werden keine Briefe mehr gemacht.`,
  'nobody-to-write-to':
    'Für diese Art von Brief ist niemand übrig: Alle haben ihn schon, sind geklärt oder gesperrt.',
  'cell-too-small': (details: Details) =>
    `Eine Schicht ist zu klein (mindestens ${details.least} Briefe): ${cellsOf(details)}. So wenige Personen wären erkennbar.`,
  'mailing-under-way':
    'Eine andere Sendung dieser Welle ist noch nicht abgeschlossen. Bitte bringen Sie zuerst diese zu Ende.',
  'mailing-not-ordered': 'Diese Sendung wartet nicht (mehr) auf eine Freigabe.',
  'reminder-blocked':
    'Erinnerungen sind gesperrt, solange unsicher ist, wer schon geantwortet hat. Rufen Sie zuerst die Rückmeldungen ab; dort steht auch der Grund.',
  'letters-not-ready': 'Die Briefe sind noch nicht bereit.',
  'letters-under-way':
    'Die Briefe werden gerade schon heruntergeladen, vielleicht in einem anderen Fenster.',
  'letters-gone':
    'Diese Briefe wurden schon heruntergeladen oder sind verfallen. Ein zweites Mal gibt es sie nicht.',
  'letter-text-missing': ({ kind, language }: Details) =>
    `Der Text des Briefes fehlt (Art „${kind}“, Sprache „${language}“). Die Verwaltung muss ihn der Studie beifügen.`,
  'letter-number-mistyped':
    'Das ist keine gültige Briefnummer. Sie hat die Form 01-00042-7; eine Ziffer stimmt nicht.',
  'not-paired':
    'Die Treuhandstelle ist noch mit keiner Universität verbunden. Das richtet die Verwaltung ein.',
  'peer-unreachable':
    'Die Universität ist gerade nicht erreichbar. Es ist nichts verloren; bitte versuchen Sie es später erneut.',
  'peer-answer-invalid':
    'Die Antwort kam nicht von der verbundenen Universität. Es wurde nichts verändert. Bitte verständigen Sie die Verwaltung.',
  'proof-differs':
    'Die Universität hat vorher etwas anderes erklärt, und Erklärungen ändern sich nie. Bitte verständigen Sie die Verwaltung beider Stellen.',
  'withdrawal-possible': ({ until }: Details) =>
    `Antworten dieser Studie können noch bis ${until} zurückgezogen werden. Vorher wird nichts gelöscht.`,
  'office-running': 'Die Treuhandstelle läuft gerade. Bitte halten Sie sie dafür zuerst an.',
  'restored-by-hand': 'Eine PostgreSQL-Datenbank wird mit ihren eigenen Werkzeugen zurückgeholt.',
  'peer-chain-broken':
    'Die Nachrichten beider Stellen passen nicht zueinander. Bitte verständigen Sie die Verwaltung beider Stellen.',
  'peer-refused': ({ reason }: Details) =>
    `Die Universität hat abgelehnt (${reason ?? 'ohne Grund'}). Bitte verständigen Sie die Verwaltung.`,
  'events-unreadable':
    'Eine Rückmeldung ließ sich nicht einlösen. Es wurde nichts verändert. Bitte verständigen Sie die Verwaltung.',
  'credentials-rejected':
    'Die Universität hat nicht alle Zugangscodes angenommen. Kein Brief ist hinausgegangen; bitte bestellen Sie neu.',
  'link-unreadable':
    'Die Schlüssel dieser Stelle passen nicht zum Bestand. Bitte verständigen Sie die Verwaltung.',
  'not-found': 'Das gibt es hier nicht (mehr).',
  'invalid-input': (details: Details) => `Die Angaben passen nicht. ${listOf(details)}`,
  unreadable: 'Die Anfrage war nicht lesbar. Bitte laden Sie die Seite neu.',
  'too-large': 'Das ist größer, als der Server annimmt.',
  'unsupported-type': 'Diese Art von Datei nimmt der Server nicht an.',
  'other-site': 'Die Anfrage kam von einer fremden Seite und wurde abgelehnt.',
  'method-not-allowed': 'Seite und Server haben wohl verschiedene Fassungen. Bitte neu laden.',
  'not-ready':
    'Der Server nimmt gerade keine Anfragen an. Bitte versuchen Sie es gleich noch einmal.',
  'storage-full': 'Der Speicher des Servers ist voll. Bitte verständigen Sie die Verwaltung.',
  'storage-busy': 'Der Server ist beschäftigt. Bitte versuchen Sie es gleich noch einmal.',
  'storage-failed': 'Der Server kann nicht speichern. Bitte verständigen Sie die Verwaltung.',
  'download-broken':
    'Das Herunterladen ist abgebrochen. Die Briefe sind noch da: Bitte versuchen Sie es gleich noch einmal und löschen Sie unvollständige Dateien.',
  'unexpected-answer': (details: Details) =>
    `Der Server hat anders geantwortet als vereinbart; Seite und Server haben wohl verschiedene Fassungen. ${listOf(details)}`,
  'invalid-email-or-password': 'E-Mail-Adresse oder Passwort stimmen nicht.',
  'invalid-password': 'Das Passwort stimmt nicht.',
  'invalid-code': 'Der Code stimmt nicht oder ist abgelaufen.',
  'code-used': 'Dieser Code wurde schon benutzt. Bitte warten Sie auf den nächsten.',
  'too-many-tries': 'Zu viele Versuche. Bitte warten Sie eine Viertelstunde.',
  'too-many-attempts-request-new-code': 'Zu viele Versuche. Bitte melden Sie sich neu an.',
  'invalid-two-factor-cookie': 'Die Anmeldung hat zu lange gedauert. Bitte beginnen Sie neu.',
  'status-429': 'Zu viele Versuche. Bitte warten Sie eine Minute.',
} satisfies ProblemWords

const en: Readonly<Record<keyof typeof de, ProblemWords[string]>> = {
  'sign-in-needed': 'Your session has ended. Please sign in again.',
  'second-factor-needed': 'Please set up the second factor first.',
  'role-missing': 'Your role may not do this.',
  'sign-in-too-old': 'This needs a sign-in of the last ten minutes. Nothing was changed.',
  'account-at-both-offices':
    'This address has an account at the university too. Nobody works at both offices; please inform the administration.',
  'second-person-needed':
    'This needs a second person: whoever ordered cannot approve it themselves.',
  'frame-not-importable': 'No line of this file can be imported.',
  'frame-changed':
    'Somebody else has imported addresses meanwhile. Please drop the file again and check anew.',
  'approval-over': ({ until }) =>
    `The approval of the study was valid until ${until}. No letters are made without an extension.`,
  'wave-over': ({ closesOn }) =>
    `The field time of this wave has been over since ${closesOn}. No more letters are made.`,
  'nobody-to-write-to':
    'Nobody is left for this kind of letter: everybody has it already, is settled or blocked.',
  'cell-too-small': (details) =>
    `A stratum is too small (at least ${details.least} letters): ${cellsOf(details)}. So few persons could be recognised.`,
  'mailing-under-way':
    'Another mailing of this wave is not finished. Please bring that one to its end first.',
  'mailing-not-ordered': 'This mailing does not wait for approval (any more).',
  'reminder-blocked':
    'Reminders are blocked while it is uncertain who has answered. Pull the feedback first; the reason is shown there.',
  'letters-not-ready': 'The letters are not ready yet.',
  'letters-under-way':
    'The letters are being downloaded at this moment, perhaps in another window.',
  'letters-gone':
    'These letters were downloaded already or have expired. They cannot be had a second time.',
  'letter-text-missing': ({ kind, language }) =>
    `The words of the letter are missing (kind “${kind}”, language “${language}”). The administration has to add them to the study.`,
  'letter-number-mistyped':
    'This is not the number of a letter. It looks like 01-00042-7; one digit is wrong.',
  'not-paired':
    'The trust office is not connected to a university yet. The administration does that.',
  'peer-unreachable':
    'The university cannot be reached at the moment. Nothing is lost; please try again later.',
  'peer-answer-invalid':
    'The answer did not come from the connected university. Nothing was changed. Please inform the administration.',
  'proof-differs':
    'The university declared something else before, and statements are never changed. Please inform the administration of both offices.',
  'withdrawal-possible': ({ until }) =>
    `Answers of this study can be withdrawn until ${until}. Nothing is deleted before.`,
  'office-running': 'The trust office is running. Please stop it first.',
  'restored-by-hand': 'A PostgreSQL database is restored with its own tools.',
  'peer-chain-broken':
    'The messages of the two offices do not fit together. Please inform the administration of both.',
  'peer-refused': ({ reason }) =>
    `The university refused (${reason ?? 'no reason'}). Please inform the administration.`,
  'events-unreadable':
    'A piece of feedback could not be redeemed. Nothing was changed. Please inform the administration.',
  'credentials-rejected':
    'The university did not take all access codes. No letter went out; please order again.',
  'link-unreadable':
    'The keys of this office do not fit the frame. Please inform the administration.',
  'not-found': 'There is no such thing here (any more).',
  'invalid-input': (details) => `This does not fit. ${listOf(details)}`,
  unreadable: 'The request could not be read. Please reload the page.',
  'too-large': 'This is larger than what the server takes.',
  'unsupported-type': 'The server does not take this kind of file.',
  'other-site': 'The request came from a foreign page and was refused.',
  'method-not-allowed': 'Page and server probably have different versions. Please reload.',
  'not-ready': 'The server takes no requests at the moment. Please try again in a moment.',
  'storage-full': 'The storage of the server is full. Please inform the administration.',
  'storage-busy': 'The server is busy. Please try again in a moment.',
  'storage-failed': 'The server cannot save. Please inform the administration.',
  'download-broken':
    'The download broke off. The letters are still there: please try again at once, and delete incomplete files.',
  'unexpected-answer': (details) =>
    `The server answered in another shape than agreed; page and server probably have different versions. ${listOf(details)}`,
  'invalid-email-or-password': 'E-mail address or password are wrong.',
  'invalid-password': 'The password is wrong.',
  'invalid-code': 'The code is wrong or has expired.',
  'code-used': 'This code has been used already. Please wait for the next one.',
  'too-many-tries': 'Too many tries. Please wait a quarter of an hour.',
  'too-many-attempts-request-new-code': 'Too many attempts. Please sign in again.',
  'invalid-two-factor-cookie': 'Signing in took too long. Please start again.',
  'status-429': 'Too many attempts. Please wait a minute.',
}

export const PROBLEM_WORDS: Readonly<Record<UiLanguage, ProblemWords>> = { de, en }

/** The desk's sentences for the problems that the vault names, in the language of the page. */
export const useProblemWords = (): ProblemWords => {
  const { i18n } = useTranslation()
  return PROBLEM_WORDS[i18n.language === 'en' ? 'en' : 'de']
}
