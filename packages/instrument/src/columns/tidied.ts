/** A stored value as the end of a variable's name. */
export const tidied = (value: string | number): string =>
  String(value)
    .replace(/^-/, 'm')
    .replace(/[^\p{L}\p{N}_]+/gu, '_')
    .replace(/_+$/, '')
