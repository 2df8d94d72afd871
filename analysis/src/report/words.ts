import type { Strength } from '@echolot/report'
import type { DisclosedCell, DisclosedEstimate, HiddenReason } from '../disclosure/disclosed.ts'
import { POLICY } from '../disclosure/policy.ts'

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
  if (estimate.shown === 'words') return endWords(estimate)
  if (estimate.shown === 'nothing') return hiddenWords(estimate.reason)
  return `${inGerman(estimate.value)} von 100`
}

/** Of few respondents four are no longer “almost none”, so there they are called what they are: at most four. */
const endWords = ({ words, base }: Extract<DisclosedEstimate, { shown: 'words' }>): string => {
  const many = base >= POLICY.wholeFrom
  const most = inGerman(POLICY.leastCount - 1)
  return words === 'none-or-few'
    ? many
      ? 'keine oder fast keine'
      : `höchstens ${most}`
    : many
      ? 'alle oder fast alle'
      : `alle bis auf höchstens ${most}`
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

/** A number of cases; `unter 5` where it may not be told. */
export const countWords = (estimate: DisclosedEstimate | undefined): string =>
  estimate?.shown === 'nothing' && estimate.reason === 'few' ? CELL_WORDS.few : valueWords(estimate)

export const hiddenWords = (reason: HiddenReason): string => HIDDEN_WORDS[reason]
const HIDDEN_WORDS: Readonly<Record<HiddenReason, string>> = {
  base: 'unter 10 Antworten',
  few: 'unter 5 Nennungen',
  almost: 'alle bis auf unter 5',
  secondary: 'verdeckt zum Schutz',
  width: 'zu unsicher',
  parts: 'nicht vergleichbar',
  single: 'nicht gezeigt',
}

/** What a word mark means, in one sentence. */
export const strengthWords = (strength: Strength, base: number | undefined): string => {
  const asked = base === undefined ? '' : ` ${inGerman(base)} Menschen haben dazu geantwortet.`
  switch (strength) {
    case 'sound':
      return `Belastbar:${asked} Die Spanne ist schmal genug für eine Aussage.`
    case 'hint':
      return `Ein Hinweis:${asked} Die Richtung ist plausibel, die Spanne ist breit.`
    case 'open':
      return `Offen:${asked} Das kann auch Zufall sein.`
  }
}

export const baseOf = (estimate: DisclosedEstimate | undefined): number | undefined =>
  estimate !== undefined && 'base' in estimate ? estimate.base : undefined
export const strengthOf = (estimate: DisclosedEstimate | undefined): Strength =>
  estimate?.shown === 'number' && estimate.certainty === 'sure' && estimate.strength
    ? estimate.strength
    : 'open'
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
  heightOf(estimate) !== undefined && !(estimate?.shown === 'nothing' && estimate.reason === 'few')

/** Whether nothing is known of it: not even that it lies at one of the ends. */
export const isOpen = (estimate: DisclosedEstimate | undefined): boolean =>
  heightOf(estimate) === undefined

/** What stands where a finding would stand. */
export const NOTHING_TO_SAY =
  'Dazu nennen wir keine Zahl: Es haben zu wenige Menschen geantwortet, oder die Spanne ist zu breit.'
export const NO_PICTURE = 'kein einheitliches Bild'
export const TOO_FEW = 'noch zu wenige Antworten'

/**
 * Where a share stands among others, also when it is told in words or hidden because it lies at one of the ends. Of few
 * respondents four are no end: then it is not known.
 */
export const heightOf = (
  estimate: DisclosedEstimate | undefined,
): { readonly value: number; readonly low: number; readonly high: number } | undefined => {
  if (estimate === undefined) return undefined
  if (estimate.shown === 'number') {
    const { value, low = value, high = value } = estimate
    return { value, low, high }
  }
  const end = estimate.shown === 'words' ? estimate.words : estimate.reason
  const base = estimate.base ?? 0
  if (base < POLICY.wholeFrom) return undefined
  const reach = ((POLICY.leastCount - 1) / base) * 100
  if (end === 'none-or-few' || end === 'few') return { value: 0, low: 0, high: reach }
  if (end === 'all-or-almost' || end === 'almost')
    return { value: 100, low: 100 - reach, high: 100 }
  return undefined
}
/** For sorting: the highest first, what is not known last. */
export const byHeight = (a: DisclosedEstimate | undefined, b: DisclosedEstimate | undefined) =>
  (heightOf(b)?.value ?? -1) - (heightOf(a)?.value ?? -1)
/** Whether the whole interval of the first lies above that of the second. */
export const liesAbove = (a: DisclosedEstimate | undefined, b: DisclosedEstimate | undefined) => {
  const [first, second] = [heightOf(a), heightOf(b)]
  return first !== undefined && second !== undefined && first.low > second.high
}
