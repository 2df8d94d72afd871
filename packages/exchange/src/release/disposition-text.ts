import type { Localized } from '@echolot/instrument'
import type { DispositionCode } from '@echolot/study'

/** What a disposition code says, in words; a code nobody knows stands for itself. */
export const dispositionText = (code: string): Localized =>
  Object.hasOwn(TEXTS, code) ? TEXTS[code as DispositionCode] : code

const TEXTS: Readonly<Record<DispositionCode, Localized>> = {
  '1.1': { de: 'vollständig ausgefüllt', en: 'complete' },
  '1.2': { de: 'teilweise ausgefüllt', en: 'partial' },
  '2.11': { de: 'abgelehnt', en: 'refusal' },
  '2.111': { de: 'bei der Einwilligung abgelehnt', en: 'refused on the consent page' },
  '2.112': { de: 'geöffnet, nichts beantwortet', en: 'opened, nothing answered' },
  '2.113': { de: 'leerer Bogen zurückgeschickt', en: 'blank booklet returned' },
  '2.119': { de: 'nach dem Abschluss widerrufen', en: 'withdrawn after completion' },
  '2.12': { de: 'vor der Hälfte abgebrochen', en: 'break-off before half' },
  '2.20': {
    de: 'die ganze Feldzeit abwesend oder krank',
    en: 'away or ill for the whole field time',
  },
  '2.27': { de: 'nach Feldende eingegangen', en: 'arrived after the field closed' },
  '2.31': { de: 'verstorben', en: 'deceased' },
  '2.32': { de: 'gesundheitlich nicht in der Lage', en: 'not able for health reasons' },
  '2.33': { de: 'Sprache nicht angeboten', en: 'language not offered' },
  '2.34': { de: 'kann nicht lesen, möchte keine Hilfe', en: 'cannot read, no help wanted' },
  '3.11': { de: 'Brief nicht verschickt', en: 'letter not sent' },
  '3.19': { de: 'nie etwas gehört', en: 'nothing ever heard' },
  '3.23': { de: 'Annahme verweigert', en: 'acceptance refused' },
  '3.30': { de: 'unzustellbar zurück', en: 'returned as undeliverable' },
  '3.40': { de: 'mit neuer Anschrift zurück', en: 'returned with new address' },
  '4.10': { de: 'nachweislich nicht in der Grundgesamtheit', en: 'proven outside the population' },
  '4.90': { de: 'doppelt in der Auswahlgrundlage', en: 'duplicate in the frame' },
}
