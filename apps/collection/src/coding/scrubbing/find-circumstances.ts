import type { Span } from '@echolot/contract/coding'
import { type Finder, spanOf, spansOf } from './found.ts'
import type { Word } from './text.ts'
import {
  BEFORE_A_JOB,
  EMPLOYERS,
  HEALTH,
  HEALTH_NOUNS,
  JOB_ENDING,
  JOBS,
  NO_JOBS,
  THIRD_PERSONS,
} from './words/circumstances.ts'
import { EVERYDAY_NOUNS } from './words/everyday-nouns.ts'

const GENERIC_SCHOOL =
  /^(?:(?:grund|haupt|real|gesamt|förder|berufs|fach|hoch|volkshoch|ganztags|halbtags|sekundar|abend|musik|fahr|tanz|schwimm|vor|sonder|sprach|ober|privat|mittel|regel|krankenpflege|wunsch|dorf|brenn|familien|natur|wald|betriebs|vhs|haus|baum|hunde|reit|ski|kinder|jugend|kunst|sommer|ferien|online)-?)*(?:schule|schulen|gymnasium|gymnasien|kita|kitas|kindergarten|kindergärten|kolleg|tagesstätte)$/u
const SCHOOL_ENDING = /(?:schule|gymnasium|kita|kindergarten|kolleg|ianum|tagesstätte)$/u
const SCHOOL_WORD =
  /^(?:kita|kindergarten|grundschule|gesamtschule|hauptschule|realschule|sekundarschule|förderschule|schule|gymnasium|berufskolleg|familienzentrum|tagesstätte|kindertagesstätte)$/u

/** Schools and day care that have a name. */
export const findSchools: Finder = ({ words }) =>
  words.flatMap((word, place): readonly Span[] => {
    if (word.capital !== 'yes') return []
    if (SCHOOL_ENDING.test(word.lower) && !GENERIC_SCHOOL.test(word.lower)) {
      const saint = words[place - 1]
      const start = saint?.lower === 'st' || saint?.lower === 'sankt' ? saint.start : word.start
      return [spanOf(start, word.end, { kind: 'school', reason: 'word-ending' })]
    }
    if (!SCHOOL_WORD.test(word.lower)) return []
    const next = words[place + 1]
    if (!next || !/^ ?["„“'» ]?$/.test(word.gap)) return []
    const isSaint = next.lower === 'st' || next.lower === 'sankt'
    if (next.capital !== 'yes' || EVERYDAY_NOUNS.has(next.lower)) return []
    const last = isSaint ? (words[place + 2] ?? next) : next
    return [spanOf(word.start, last.end, { kind: 'school', reason: 'introduced' })]
  })

const FIRM =
  /(?<!\p{L})(?:Firma|Fa\.|Bäckerei|Metzgerei|Fleischerei|Gärtnerei|Tischlerei|Spedition|Gaststätte|Restaurant|Hotel|Klinik|Praxis|Apotheke) \p{Lu}[\p{L}&.-]{1,40}(?: (?:&|und|u\.) \p{Lu}\p{L}{1,30})?/dgu
const LEGAL_FORM =
  /(?<!\p{L})\p{Lu}[\p{L}&.-]{1,40} (?:\p{Lu}[\p{L}&.-]{1,40} ){0,2}(?:GmbH|AG|KG|OHG|e\. ?K\.|e\. ?V\.|UG|mbH)(?!\p{L})/dgu
const WORKING =
  /^(?:arbeite|arbeitet|arbeiten|gearbeitet|job|minijob|nebenjob|aushilfe|angestellt|beschäftigt|putze|ausbildung|praktikum|angefangen|schichtarbeit|schicht|stelle|gekündigt|leiharbeit|eingestellt)$/u

/** Firms by their form, and whoever somebody works for. */
export const findEmployers: Finder = ({ words, plain }) => [
  ...spansOf(plain, FIRM, { kind: 'employer', reason: 'introduced' }),
  ...spansOf(plain, LEGAL_FORM, { kind: 'employer', reason: 'form', certainty: 'sure' }),
  ...words.flatMap((word, place): readonly Span[] => {
    const before = words.slice(Math.max(0, place - 7), place)
    if (word.capital !== 'yes' || !isWork([...before, ...words.slice(place + 1, place + 7)]))
      return []
    if (EMPLOYERS.has(word.lower))
      return [spanOf(word.start, word.end, { kind: 'employer', reason: 'known-word' })]
    const lead = before.at(-1)?.lower ?? ''
    return (lead === 'bei' || lead === 'beim') && !EVERYDAY_NOUNS.has(word.lower)
      ? [spanOf(word.start, word.end, { kind: 'employer', reason: 'introduced' })]
      : []
  }),
]
const isWork = (near: readonly Word[]) => near.some(({ lower }) => WORKING.test(lower))

const jobs = new Set(JOBS)
/** Own work: titles known, and whatever stands behind "als" with the end of a title. */
export const findJobs: Finder = ({ words }) =>
  words.flatMap((word, place): readonly Span[] => {
    if (jobs.has(word.lower))
      return [spanOf(word.start, word.end, { kind: 'job', reason: 'known-word' })]
    const before = words[place - 1]
    const isOwn =
      word.capital === 'yes' &&
      before !== undefined &&
      BEFORE_A_JOB.has(before.lower) &&
      JOB_ENDING.test(word.lower) &&
      !NO_JOBS.has(word.lower)
    return isOwn ? [spanOf(word.start, word.end, { kind: 'job', reason: 'introduced' })] : []
  })

const NUMBER =
  '(?:\\d{1,2}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|beiden?|dritte[sn]?|vierte[sn]?|fünfte[sn]?)'
const CHILDREN = [
  new RegExp(
    `(?<![\\p{L}\\d])${NUMBER} (?:\\p{Ll}{2,20} ){0,2}(?:Kinder|Kindern|Söhne|Söhnen|Töchter|Töchtern|Jungs|Jungen|Mädchen|Kids|Babys|Kleinkinder|Kleinkindern|Schulkinder|Schulkindern|Personen|Geschwister|Geschwistern)(?!\\p{L})`,
    'dgiu',
  ),
  /(?<!\p{L})(?:Zwillinge?n?|Drillinge?n?|Vierlinge)(?!\p{L})/dgiu,
  new RegExp(`(?<!\\p{L})(?:Mutter|Vater|Mama|Papa|Eltern) von (?<it>${NUMBER})(?!\\p{L})`, 'dgiu'),
  /(?<!\p{L})(?:zu (?:viert|fünft|sechst|siebt|acht|neunt|zehnt))(?!\p{L})/dgiu,
  /(?<![\p{L}\d])(?:\d{1,2}|drei|vier|fünf|sechs|sieben|acht|neun|zehn)[ -]?köpfig\p{L}{0,2}/dgiu,
  /(?<!\d)\d{1,2} (?:çocuk|çocuğum|дітей|дитини|детей|ребенка|children|kids|أطفال|أولاد|copii|dzieci)(?!\p{L})/dgiu,
]
export const findChildren: Finder = ({ plain }) =>
  CHILDREN.flatMap((form) => spansOf(plain, form, { kind: 'children', reason: 'form' }))

const health = new Set(HEALTH)
const healthNouns = new Set(HEALTH_NOUNS)
const thirdPersons = new Set(THIRD_PERSONS)
export const findHealth: Finder = ({ words }) =>
  words.flatMap(({ text, lower, start, end }) =>
    healthNouns.has(text) || health.has(lower) || health.has(lower.replace(/(?:e[nmrs]?|s|n)$/, ''))
      ? [spanOf(start, end, { kind: 'health', reason: 'known-word' })]
      : [],
  )
export const findThirdPersons: Finder = ({ words }) =>
  words.flatMap(({ lower, start, end }) =>
    thirdPersons.has(lower) || thirdPersons.has(lower.replace(/(?:es|s)$/, ''))
      ? [spanOf(start, end, { kind: 'third-person', reason: 'relation' })]
      : [],
  )
