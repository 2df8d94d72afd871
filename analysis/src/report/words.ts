import type {
  DisclosedCell,
  DisclosedEstimate,
  HiddenReason,
  Strength,
} from '../disclosure/disclosed.ts'

/** 1000 → `1.000`, 2.5 → `2,5`. */
export const inGerman = (value: number): string => {
  const [whole = '', part] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `,${part}`}`
}

/** With a fixed number of decimals: 0.2757 → `27,6` for percent. */
export const fixedInGerman = (value: number, decimals: number): string => {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.')
  return `${value < 0 ? '−' : ''}${inGerman(Number(whole))}${part === undefined ? '' : `,${part}`}`
}

/** `58 von 100`, or the words that stand for a hidden number. */
export const shareWords = (estimate: DisclosedEstimate | undefined): string => {
  if (estimate === undefined) return 'keine Angabe möglich'
  if (estimate.shown === 'words')
    return estimate.words === 'none-or-few' ? 'keine oder fast keine' : 'alle oder fast alle'
  if (estimate.shown === 'nothing') return hiddenWords(estimate.reason)
  return `${inGerman(estimate.value)} von 100`
}

/** `zwischen 49 und 66`; empty if there is no interval to show. */
export const spanWords = (estimate: DisclosedEstimate | undefined): string =>
  estimate?.shown === 'number' && estimate.low !== undefined && estimate.high !== undefined
    ? `zwischen ${inGerman(estimate.low)} und ${inGerman(estimate.high)}`
    : ''

/** `58 von 100 (zwischen 49 und 66)`. */
export const shareWithSpan = (estimate: DisclosedEstimate | undefined): string =>
  withSpan(shareWords(estimate), estimate)

const withSpan = (words: string, estimate: DisclosedEstimate | undefined) => {
  const span = spanWords(estimate)
  return span === '' ? words : `${words} (${span})`
}

/** The number alone, or the words that stand for it. */
export const valueWords = (estimate: DisclosedEstimate | undefined): string => {
  if (estimate === undefined) return '–'
  if (estimate.shown === 'number') return inGerman(estimate.value)
  return estimate.shown === 'words' ? shareWords(estimate) : hiddenWords(estimate.reason)
}

export const valueWithSpan = (estimate: DisclosedEstimate | undefined): string =>
  withSpan(valueWords(estimate), estimate)

export const cellWords = (cell: DisclosedCell | null | undefined): string => {
  if (cell === null || cell === undefined) return '–'
  return cell.shown === 'number' ? inGerman(cell.value) : CELL_WORDS[cell.reason]
}
const CELL_WORDS = { few: 'unter 5', secondary: 'verdeckt', base: 'unter 10' } as const

export const hiddenWords = (reason: HiddenReason): string => HIDDEN_WORDS[reason]
const HIDDEN_WORDS: Readonly<Record<HiddenReason, string>> = {
  base: 'unter 10 Antworten',
  few: 'unter 5 Nennungen',
  secondary: 'verdeckt zum Schutz',
  width: 'zu unsicher',
  parts: 'nicht vergleichbar',
  single: 'nicht gezeigt',
}

/** What a word mark means, in one sentence. */
export const strengthWords = (strength: Strength, base: number | undefined): string => {
  const asked = base === undefined ? '' : ` ${inGerman(base)} Menschen haben dazu geantwortet.`
  switch (strength) {
    case 'belastbar':
      return `Belastbar:${asked} Die Spanne ist schmal genug für eine Aussage.`
    case 'Hinweis':
      return `Ein Hinweis:${asked} Die Richtung ist plausibel, die Spanne ist breit.`
    case 'offen':
      return `Offen:${asked} Das kann auch Zufall sein.`
  }
}

export const baseOf = (estimate: DisclosedEstimate | undefined): number | undefined =>
  estimate !== undefined && 'base' in estimate ? estimate.base : undefined
export const strengthOf = (estimate: DisclosedEstimate | undefined): Strength =>
  estimate?.shown === 'number' && estimate.certainty === 'sure' && estimate.strength
    ? estimate.strength
    : 'offen'
export const numberOf = (estimate: DisclosedEstimate | undefined): number | undefined =>
  estimate?.shown === 'number' ? estimate.value : undefined

/** Fills `{name}` in words of the plan; a name that is not bound stays visible and fails the test of the report. */
export const filled = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{([^}]*)\}/g, (whole, name: string) => values[name] ?? whole)

export const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase('de') + text.slice(1)
/** `a`, `a und b`, `a, b und c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`

/** Whether a sentence can be made with it: a number, or the words for one of the ends. */
export const canSay = (estimate: DisclosedEstimate | undefined): boolean =>
  estimate !== undefined && estimate.shown !== 'nothing'

/** Whether nothing is known of it: not even that it is small. */
export const isOpen = (estimate: DisclosedEstimate | undefined): boolean =>
  estimate === undefined || (estimate.shown === 'nothing' && estimate.reason !== 'few')

/** What stands where a finding would stand. */
export const NOTHING_TO_SAY =
  'Dazu nennen wir keine Zahl: Es haben zu wenige Menschen geantwortet, oder die Spanne ist zu breit.'
export const TOO_FEW = 'noch zu wenige Antworten'
