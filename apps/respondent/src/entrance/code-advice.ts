import type { AccessCodeReading } from '@echolot/study'
import type { Say } from '../words/words.ts'

/** How far somebody is with typing: symbols of the code, whatever stands between them. */
export const symbolsTyped = (typed: string): number => (typed.match(/[\p{L}\p{N}]/gu) ?? []).length

/** What to tell about a reading that is no code: which group of the letter to look at. */
export const codeAdvice = (reading: AccessCodeReading, say: Say): string | undefined => {
  if ('code' in reading) return undefined
  if (reading.fault === 'empty') return say('code.empty')
  const group = reading.groups
    .map((place) => say(GROUPS[place] ?? 'code.group3'))
    .join(say('code.or'))
  switch (reading.fault) {
    case 'length':
      return say(reading.symbols < 12 ? 'code.short' : 'code.long', {
        symbols: reading.symbols,
        group,
      })
    case 'symbol':
      return say('code.symbol', { symbol: reading.symbol, group })
    case 'check':
      return reading.groups.length === 3 ? say('code.checkAll') : say('code.check', { group })
  }
}

const GROUPS = {
  1: 'code.group1',
  2: 'code.group2',
  3: 'code.group3',
} as Readonly<Record<number, 'code.group1' | 'code.group2' | 'code.group3'>>

/** A complete code in its printed groups; anything else stays as it was typed. */
export const tidiedCode = (typed: string, reading: AccessCodeReading): string =>
  'code' in reading ? (reading.code.match(/.{4}/g) ?? []).join('-') : typed
