import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'

/** One word or sign. */
export type Token = {
  readonly type: 'field' | 'text' | 'number' | 'word' | 'symbol'
  readonly value: string
  readonly at: number
}

const TOKEN =
  /\s+|\[(?<field>[^[\]]+)\]|(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<symbol><>|!=|<=|>=|&&|\|\||[=<>()+*/^,!%-])/y

/** The words and signs of a text, or where it makes no sense. */
export const tokensOf = (source: string): readonly Token[] | { readonly fault: Reason } => {
  const pattern = new RegExp(TOKEN)
  const found: Token[] = []
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(source)
    if (match === null)
      return {
        fault: because('not-understood-at', { text: source.slice(at, at + 12), at: at + 1 }),
      }
    for (const type of ['field', 'text', 'number', 'word', 'symbol'] as const) {
      const value = match.groups?.[type]
      if (value !== undefined)
        found.push({ type, value: type === 'text' ? value.slice(1, -1) : value, at })
    }
  }
  return found
}
