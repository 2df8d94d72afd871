import type { ProblemWords } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

const listOf = (details: Readonly<Record<string, unknown>>): string => {
  const errors = details.errors
  return Array.isArray(errors)
    ? errors
        .map((error) => (typeof error === 'string' ? error : `${error.path}: ${error.message}`))
        .join('; ')
    : ''
}

const de: ProblemWords = {
  'sign-in-needed': 'Ihre Sitzung ist zu Ende. Bitte melden Sie sich neu an.',
  'second-factor-needed': 'Bitte richten Sie zuerst den zweiten Faktor ein.',
  'role-missing': 'Ihre Rolle darf das nicht.',
  'sign-in-too-old':
    'Das braucht eine Anmeldung aus den letzten zehn Minuten. Es wurde nichts verändert.',
  'account-at-both-offices':
    'Diese Adresse hat auch bei der Treuhandstelle ein Konto. Niemand arbeitet an beiden Stellen; bitte verständigen Sie die Verwaltung.',
  'second-person-needed':
    'Das braucht eine zweite Person: Wer vorschlägt oder einreicht, gibt nicht selbst frei.',
  'lock-missing': (details) =>
    details.by === null
      ? 'Diesen Entwurf bearbeiten Sie gerade nicht. Bitte beginnen Sie die Bearbeitung neu.'
      : `Diesen Entwurf bearbeitet gerade ${String(details.by)}.`,
  'draft-stale': 'Jemand hat diesen Entwurf gesichert, seit Sie ihn geöffnet haben.',
  'proposal-missing': 'Genau dieser Stand wurde noch nicht zur Veröffentlichung vorgeschlagen.',
  'instrument-refused': (details) =>
    `Der Fragebogen kann so nicht veröffentlicht werden. ${listOf({ errors: details.problems })}`,
  'version-taken': (details) =>
    `Die Fassung ${String(details.id)} ist schon mit anderem Inhalt veröffentlicht. Bitte erhöhen Sie die Versionsnummer.`,
  'not-printable':
    'Dieser Fragebogen lässt sich so nicht drucken: Der Satz hat die Schrift dieser Sprache nicht, oder der Fragebogen ist zu lang.',
  'wave-not-ready': 'Die Welle lässt sich jetzt nicht öffnen oder schließen.',
  'coding-not-ready': (details) =>
    `Das geht mit diesen Antworten jetzt nicht: ${String(details.reason ?? '')}. ${String(details.remedy ?? '')}`,
  'coders-blind': 'Erst wenn beide kodierenden Personen fertig sind, lässt sich das ansehen.',
  'themes-stale':
    'Jemand hat die Themen gespeichert, seit Sie sie geöffnet haben. Bitte laden Sie die Seite neu.',
  'not-quotable': 'Diese Antwort lässt sich nicht zitieren.',
  'study-anonymised': 'Diese Studie ist anonym oder wird es gerade; das geht nicht mehr.',
  'report-state-differs':
    'Der Bericht ist inzwischen in einem anderen Stand. Bitte laden Sie die Seite neu.',
  'comments-open': (details) =>
    `Vor der Freigabe braucht jeder Kommentar eine Antwort. Offen: ${String(details.open)}.`,
  'edition-stale': 'Jemand hat diesen Text gesichert, seit Sie ihn geöffnet haben.',
  'edition-refused': 'Der Text enthält Zahlen, die nicht gebunden sind, oder andere Fehler.',
  'report-withdrawn': (details) =>
    `Dieser Bericht wurde zurückgezogen. Grund: ${String(details.reason)}`,
  'report-unregistered':
    'Dieser Bericht wurde nicht mit früheren Berichten anderer Datenschnitte abgeglichen. Bitte werten Sie mit --register aus.',
  'report-not-set':
    'Diese Datei ließ sich nicht herstellen. Bitte versuchen Sie es später noch einmal.',
  'nothing-to-freeze': 'In dieser Welle gibt es noch keine Antworten für einen Datenschnitt.',
  'not-your-measure':
    'Maßnahmen legen Träger und Jobcenter für sich an; einer anderen Stelle überträgt sie nur die Projektleitung.',
  'measure-step-refused':
    'Diesen Schritt kann die Maßnahme jetzt nicht gehen. Vielleicht hat sie schon jemand geändert.',
  'not-found': 'Das gibt es hier nicht (mehr).',
  'invalid-input': (details) => `Der Server versteht die Angaben nicht. ${listOf(details)}`,
  'too-many-requests': 'Zu viele Versuche. Bitte warten Sie eine Minute.',
  'unexpected-answer': (details) =>
    `Der Server hat anders geantwortet als vereinbart. Studio und Server haben wohl verschiedene Fassungen. ${listOf(details)}`,
  'invalid-email-or-password': 'E-Mail-Adresse oder Passwort stimmen nicht.',
  'invalid-password': 'Das Passwort stimmt nicht.',
  'invalid-code': 'Der Code stimmt nicht oder ist abgelaufen.',
  'code-used': 'Dieser Code wurde schon benutzt. Bitte warten Sie auf den nächsten.',
  'too-many-attempts-request-new-code': 'Zu viele Versuche. Bitte melden Sie sich neu an.',
  'invalid-two-factor-cookie': 'Die Anmeldung hat zu lange gedauert. Bitte beginnen Sie neu.',
}

const en: ProblemWords = {
  'sign-in-needed': 'Your session has ended. Please sign in again.',
  'second-factor-needed': 'Please set up the second factor first.',
  'role-missing': 'Your role may not do this.',
  'sign-in-too-old': 'This needs a sign-in of the last ten minutes. Nothing was changed.',
  'account-at-both-offices':
    'This address has an account at the trust office too. Nobody works at both offices; please inform the administration.',
  'second-person-needed':
    'This needs a second person: whoever proposes or hands in does not release.',
  'lock-missing': (details) =>
    details.by === null
      ? 'You do not edit this draft right now. Please begin editing anew.'
      : `${String(details.by)} edits this draft right now.`,
  'draft-stale': 'Someone has saved this draft since you opened it.',
  'proposal-missing': 'Exactly this revision has not been proposed for publication.',
  'instrument-refused': (details) =>
    `The questionnaire cannot be published like this. ${listOf({ errors: details.problems })}`,
  'version-taken': (details) =>
    `Version ${String(details.id)} is published with other content. Please raise the version number.`,
  'not-printable':
    'This questionnaire cannot be printed so: the typeface lacks the script of the language, or it is too long.',
  'wave-not-ready': (details) =>
    `The wave cannot be opened or closed now. ${String(details.remedy ?? '')}`,
  'coding-not-ready': (details) =>
    `This cannot be done with these answers now: ${String(details.reason ?? '')}. ${String(details.remedy ?? '')}`,
  'coders-blind': 'This can be seen once both coders are done.',
  'themes-stale': 'Someone has saved the themes since you opened them. Please reload the page.',
  'not-quotable': 'This answer cannot be quoted.',
  'study-anonymised':
    'This study is anonymous or is just being made so; this is no longer possible.',
  'report-state-differs': 'The report is in another state by now. Please reload the page.',
  'comments-open': (details) =>
    `Before the release every comment needs an answer. Open: ${String(details.open)}.`,
  'edition-stale': 'Someone has saved this text since you opened it.',
  'edition-refused': 'The text has numbers that are not bound, or other faults.',
  'report-withdrawn': (details) => `This report was withdrawn. Reason: ${String(details.reason)}`,
  'report-unregistered':
    'This report was not checked against earlier reports of other data cuts. Please run the analysis with --register.',
  'report-not-set': 'This file could not be made. Please try again later.',
  'nothing-to-freeze': 'There are no answers in this wave to be frozen.',
  'not-your-measure':
    'Carrier and job centre add measures of their own; only the project lead gives them to another office.',
  'measure-step-refused':
    'This measure cannot take this step now. Perhaps somebody has changed it already.',
  'not-found': 'There is no such thing here (any more).',
  'invalid-input': (details) => `The server does not understand this. ${listOf(details)}`,
  'too-many-requests': 'Too many attempts. Please wait a minute.',
  'unexpected-answer': (details) =>
    `The server answered in another shape than agreed. Studio and server probably have different versions. ${listOf(details)}`,
  'invalid-email-or-password': 'E-mail address or password are wrong.',
  'invalid-password': 'The password is wrong.',
  'invalid-code': 'The code is wrong or has expired.',
  'code-used': 'This code has been used already. Please wait for the next one.',
  'too-many-attempts-request-new-code': 'Too many attempts. Please sign in again.',
  'invalid-two-factor-cookie': 'Signing in took too long. Please start again.',
}

/** The studio's sentences for the problems that the collection names, in the language of the page. */
export const useProblemWords = (): ProblemWords => {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? en : de
}
