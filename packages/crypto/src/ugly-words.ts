/** Words nobody should find in a letter, spelt as codes can spell them: 0 for O, 1 for I and L, no U. */
const WORDS: readonly string[] = [
  ...['ARSCH', 'ASS', 'D00F', 'DEPP', 'D1EB', 'DRECK', 'FAG', 'FAT', 'F1CK', 'FCK', 'GE11', 'GE1L'],
  ...['HARTZ', 'HASS', 'HEXE', 'H0RE', 'KACK', 'KKK', 'KRANK', 'NAZ1', 'NEGER', 'N1GG', 'NSDAP'],
  ...['P0RN', 'P1SS', 'RAPE', 'SCHE1', 'SEX', 'SH1T', 'T0D', 'T0T', 'T1TS', 'W1X', 'WTF', 'XXX'],
  ...['SS', '88'],
]

/** Whether `code` holds a word that would offend, also across its groups. */
export const hasUglyWord = (code: string): boolean => WORDS.some((word) => code.includes(word))
