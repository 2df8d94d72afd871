import type { Span } from '@echolot/contract/coding'
import { countrySpecs, isValidIBAN } from 'ibantools'
import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { type Finder, spanOf, spansOf } from './found.ts'

const SURE = { reason: 'form', certainty: 'sure' } as const

/** Forms of numbers that authorities give out: BG number, customer number, social insurance, insurant. */
const CASE_NUMBERS = [
  /(?<!\d)\d{5} ?(?:\/\/|BG) ?\d{5,8}(?!\d)/dgi,
  /(?<![\p{L}\d])\d{3} ?[A-Z] ?\d{3} ?\d{3}(?!\d)/dgu,
  /(?<!\d)\d{2} ?\d{6} ?[A-Z] ?\d{3}(?!\d)/dgi,
  /(?<![\p{L}\d])[A-Z]\d{9}(?!\d)/dgu,
]
/** A word for a number, a few letters, and the number. */
const NAMED_NUMBER =
  /(?:BG|Bedarfsgemeinschaft|Bedarfsgemeinschaftsnummer|Aktenzeichen|Az|Geschäftszeichen|Kundennummer|Kunden|Kd|Steuer-?ID|Steuernummer|Ausweisnummer|Versichertennummer|Sozialversicherungsnummer|Rentenversicherungsnummer|Vertragsnummer|Kontonummer|Passnummer)(?:[ .:#-]{0,3}(?:Nr|Nummer|No|lautet|ist|war))?[ .:#№-]{0,4}(?<it>(?:[A-Z]{1,3}[ -]?)?\d[\d/. -]{1,20}(?:[A-Z]{1,3}\d{1,10})?\d?)/dgi
/** Where somebody says that a number follows. */
const CALL =
  /(?:Tel|Telefon|Telefonnummer|Handy|Handynummer|Mobil|WhatsApp|Rufnummer|Nummer|Fax|тел|телефон|هاتف|جوال|رقم)[ .:#]{0,3}(?:ist |lautet |unter )?(?<it>\+?\d(?:[ ./()-]{0,3}\d){3,14})/dgiu
/** The same, with letters among the digits. */
const NAMED_SIGNS =
  /(?:Ausweis|Pass|Aktenzeichen|Az|Geschäftszeichen|Versicherten|Kunden|Vertrags)(?:nummer|nr)?[ .:#-]{1,4}(?<it>[A-Z\d]{0,3}\d[A-Z\d]{3,20})/dgi
const PHONE = /(?<![\d/.-])(?:\+|00|0)[1-9](?:[ ./()-]{0,3}\d){5,14}(?!\d)/dg
const LONG = /(?<!\d)\d(?:[ ./-]?\d){4,}/dg
const MONEY = /^[ \u00a0]?(?:€|euro|eur|cent|km|kilometer|%|prozent|stunden|uhr)/i
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,100}\.\p{L}{2,24}/dgu
const SPELT_EMAIL =
  /[\p{L}\p{N}._%+-]{1,64} ?(?:\(at\)|\[at\]|\{at\}| at |\(ät\)|\(a\)) ?[\p{L}\p{N}-]{1,60} ?(?:\.|\(dot\)|\(punkt\)| punkt | dot ) ?(?:de|com|net|org|info|eu|ru|ua|tr)(?!\p{L})/dgiu
const LINK = /(?:https?:\/\/|www\.)[^\s<>]{2,300}/dgi
const DOMAIN = /(?<![\p{L}\d@.-])[\p{L}\d-]{2,60}\.(?:de|com|net|org|info|eu)(?![\p{L}\d])/dgiu
const HANDLE = /(?<![\p{L}\d.])@[\p{L}\d._]{3,30}/dgu

export const findContacts: Finder = ({ plain }) => [
  ...[EMAIL, SPELT_EMAIL].flatMap((form) => spansOf(plain, form, { ...SURE, kind: 'email' })),
  ...[LINK, DOMAIN, HANDLE].flatMap((form) => spansOf(plain, form, { ...SURE, kind: 'link' })),
  ...findPhoneNumbersInText(plain, { defaultCountry: 'DE' })
    .filter(({ startsAt, endsAt }) => !isRange(plain.slice(startsAt, endsAt)))
    .map(({ startsAt, endsAt }) =>
      spanOf(startsAt, endsAt, { kind: 'phone', reason: 'check-digit', certainty: 'sure' }),
    ),
  ...[PHONE, CALL].flatMap((form) => spansOf(plain, form, { ...SURE, kind: 'phone' })),
]

export const findCaseNumbers: Finder = ({ plain }) => [
  ...[...CASE_NUMBERS, NAMED_NUMBER, NAMED_SIGNS].flatMap((form) =>
    spansOf(plain, form, { ...SURE, kind: 'case-number' }),
  ),
  ...spansOf(plain, LONG, { kind: 'number', reason: 'form' }).filter(
    ({ start, end }) =>
      !MONEY.test(plain.slice(end, end + 12)) && !isRange(plain.slice(start, end)),
  ),
]

/** `2019-2021`, `15.30-17.00`: years and times of day. */
const isRange = (number: string) =>
  /^(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d$/.test(number) ||
  /^\d{1,2}[.]\d{2} ?- ?\d{1,2}[.]\d{2}$/.test(number)

const IBAN = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]){11,30}/dgiu

/** Accounts by form; where the country is known, as long as its accounts are, whether the check digits are right or mistyped. */
export const findIbans: Finder = ({ plain }) =>
  spansOf(plain, IBAN, { ...SURE, kind: 'iban' }).flatMap((span): readonly Span[] => {
    const text = plain.slice(span.start, span.end)
    const specification = countrySpecs[text.slice(0, 2).toUpperCase()]
    if (!specification?.chars) return []
    const end = span.start + lengthOf(text, specification.chars)
    const valid = isValidIBAN(plain.slice(span.start, end).replaceAll(/[ -]/g, '').toUpperCase())
    return [{ ...span, end, reason: valid ? 'check-digit' : 'form' }]
  })

/** How much of `text` holds `signs` signs that are no gaps. */
const lengthOf = (text: string, signs: number) => {
  let counted = 0
  for (const [place, sign] of [...text].entries()) {
    if (sign !== ' ' && sign !== '-') counted += 1
    if (counted === signs) return place + 1
  }
  return text.length
}

const MONTH =
  '(?:Januar|Jänner|Februar|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık|January|February|March|May|June|July|October|December|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)'
const DATES = [
  /(?<!\d)(?:[0-3]?\d)[./-] ?(?:[01]?\d)[./-] ?(?:19|20)?\d\d(?!\d)/dg,
  /(?<!\d)(?:19|20)\d\d[./-][01]?\d[./-][0-3]?\d(?!\d)/dg,
  new RegExp(`(?<!\\d)[0-3]?\\d\\.? ${MONTH} (?:19|20)?\\d\\d(?!\\d)`, 'dgiu'),
]
const DAYS = [
  new RegExp(`(?<!\\d)[0-3]?\\d\\. ?${MONTH}(?!\\p{L})`, 'dgiu'),
  /(?<![\d.])[0-3]?\d\.(?:0?[1-9]|1[012])\.(?!\d)/dg,
  /(?:geboren|geb\.?|Jahrgang|Jg\.|doğumlu|года рождения|مواليد)(?: am| im| im Jahr| in| Jahr)?:? (?<it>['’]?\d{2,4})(?!\d)/dgiu,
  /(?<![\d,])\d{1,2}[ -]?jährig\p{L}{0,4}/dgiu,
  /(?<![\d,\p{L}])(?:\d{1,2}|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|zwanzig) (?:Jahre?|Monate?) alt/dgiu,
]

/** Days of birth and other days; ages. */
export const findDates: Finder = ({ plain }) => [
  ...DATES.flatMap((form) => spansOf(plain, form, { ...SURE, kind: 'date' })).filter(
    ({ start, end }) => !isRange(plain.slice(start - 3, end)),
  ),
  ...DAYS.flatMap((form) => spansOf(plain, form, { kind: 'date', reason: 'form' })),
]
