/** A part of a text: words, or a code that translators must not touch. */
export type InlinePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }

const CODE =
  /\{[^{}\n]+\}|<!--[\s\S]*?-->|<\/?[A-Za-z][^<>]*>|&(?:#\d+|#x[\dA-Fa-f]+|[A-Za-z]+\d*);/g

/** Words and codes of a text: `{placeholders}`, tags, entities. Joined again they are the text. */
export const inlineParts = (text: string): readonly InlinePart[] => {
  const parts: InlinePart[] = []
  let from = 0
  for (const { 0: code, index } of text.matchAll(CODE)) {
    if (index > from) parts.push({ kind: 'text', text: text.slice(from, index) })
    parts.push({ kind: 'code', code })
    from = index + code.length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** Placeholders and tags of a text; entities may change with the language. */
export const protectedCodes = (text: string): readonly string[] =>
  inlineParts(text).flatMap((part) =>
    part.kind === 'code' && !part.code.startsWith('&') ? [part.code] : [],
  )

/** Codes of the source that are missing, and codes that do not belong there. */
export const codeDifferences = (
  source: string,
  target: string,
): { readonly missing: readonly string[]; readonly added: readonly string[] } => {
  const missing = [...protectedCodes(source)]
  const added = protectedCodes(target).filter((code) => {
    const at = missing.indexOf(code)
    if (at >= 0) missing.splice(at, 1)
    return at < 0
  })
  return { missing, added }
}

/** The tag's name and whether it opens, closes or stands alone; undefined for what is no tag. */
export const tagOf = (
  code: string,
): { readonly name: string; readonly role: 'open' | 'close' | 'alone' } | undefined => {
  const name = /^<\/?([A-Za-z][\w:-]*)/.exec(code)?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  if (code.startsWith('</')) return { name, role: 'close' }
  return { name, role: code.endsWith('/>') || VOID.has(name) ? 'alone' : 'open' }
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col', 'area', 'source', 'track'])
