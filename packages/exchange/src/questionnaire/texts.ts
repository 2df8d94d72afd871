import type { Localized } from '@echolot/instrument'

/** What cleaning a text took away. */
export type TextFinding = 'formatting' | 'media' | 'link' | 'active' | 'wording'

export type CleanText = { readonly text: string; readonly findings: readonly TextFinding[] }

const TAG = /<(\/?[A-Za-z][^<>]*|![^<>]*|\?[^<>]*)>/g
/** Elements that go with all that stands in them, and comments. */
const BLOCK =
  /<(?:(script|style|iframe|object|embed|svg|noscript|template|form|select|textarea|button)\b|!--)/gi

/** Takes blocks away up to their ends; the search for an end that is not there is made once, not once a beginning. */
const withoutBlocks = (html: string, gap: string, onActive: () => unknown): string => {
  const endless = new Set<string>()
  let kept = ''
  let from = 0
  for (const { index, 1: name } of html.matchAll(BLOCK)) {
    const ending = name === undefined ? '-->' : `</${name.toLowerCase()}\\s*>`
    if (index < from || endless.has(ending)) continue
    const end = new RegExp(ending, 'gi')
    end.lastIndex = index
    if (!end.test(html)) {
      endless.add(ending)
      continue
    }
    if (name !== undefined) onActive()
    kept += html.slice(from, index) + gap
    from = end.lastIndex
  }
  return kept + html.slice(from)
}

/** The text with each tag as `tag` says, and what stands between tags as `between` says. */
const rewritten = (
  html: string,
  { tag, between }: { tag: (tag: string) => string; between: (text: string) => string },
): string => {
  let text = ''
  let from = 0
  for (const { index, 0: found } of html.matchAll(TAG)) {
    text += between(html.slice(from, index)) + tag(found)
    from = index + found.length
  }
  return text + between(html.slice(from))
}

/** What a title, a choice or a note says, without markup: paragraphs and list entries become lines. */
export const plainText = (html: string): CleanText => {
  const findings = new Set<TextFinding>()
  const body = withoutBlocks(html, ' ', () => findings.add('active'))
  const lines = body.replaceAll(TAG, (tag) => {
    const name = nameOf(tag)
    if (MEDIA.has(name)) {
      findings.add('media')
      return alternativeOf(tag)
    }
    if (name === 'a') findings.add('link')
    else if (name === 'input' || name === 'meta' || name === 'link') findings.add('active')
    else if (!PLAIN.has(name)) findings.add('formatting')
    return BREAKS.has(name) ? '\n' : ''
  })
  const text = decoded(lines)
    .replaceAll(/[ \t\r\f\v\u00a0]+/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .trim()
  return guarded(text.replaceAll(/<(?=[A-Za-z/!])/g, '‹'), findings)
}

const ALLOWED = new Set(
  'p br b strong i em u s sub sup ul ol li h1 h2 h3 h4 h5 h6 blockquote hr table thead tbody tr td th div span a pre dl dt dd'.split(
    ' ',
  ),
)

/** Markup with nothing in it that runs or loads something; styles and classes are left out. */
export const safeHtml = (html: string): CleanText => {
  const findings = new Set<TextFinding>()
  const body = withoutBlocks(html, '', () => findings.add('active'))
  const cleaned = (tag: string): string => {
    const name = nameOf(tag)
    if (MEDIA.has(name)) {
      findings.add('media')
      return escaped(alternativeOf(tag))
    }
    if (!ALLOWED.has(name)) {
      findings.add(
        name.startsWith('!') || name === 'font' || name === 'center' ? 'formatting' : 'active',
      )
      return ''
    }
    if (tag.startsWith('</')) return `</${name}>`
    if (name === 'a') {
      const address = /\shref\s*=\s*["']?\s*((?:https?:\/\/|mailto:)[^"'\s<>]+)/i.exec(tag)?.[1]
      return address === undefined ? '<a>' : `<a href="${address}">`
    }
    if (/\s\w+\s*=/.test(tag)) findings.add('formatting')
    return `<${name}>`
  }
  // A tag without its end would take the next one's.
  const text = rewritten(body, {
    tag: cleaned,
    between: (words) => words.replaceAll('<', '&lt;'),
  })
  return guarded(text.replaceAll('\u00a0', ' ').trim(), findings)
}

const nameOf = (tag: string): string =>
  tag.startsWith('<!') ? '!' : (/^<\/?([A-Za-z][\w:-]*)/.exec(tag)?.[1]?.toLowerCase() ?? '!')

const MEDIA = new Set([
  'img',
  'video',
  'audio',
  'source',
  'track',
  'picture',
  'map',
  'area',
  'canvas',
])
const BREAKS = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'hr',
])
const PLAIN = new Set(['br', 'p', 'div', 'span', 'font', '!'])

const alternativeOf = (tag: string): string => {
  const words = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  return decoded(words?.[1] ?? words?.[2] ?? '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  acirc: 'â',
  aacute: 'á',
  ccedil: 'ç',
  ocirc: 'ô',
  oacute: 'ó',
  ograve: 'ò',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  igrave: 'ì',
  uacute: 'ú',
  ugrave: 'ù',
  ucirc: 'û',
  ntilde: 'ñ',
  Eacute: 'É',
  Agrave: 'À',
  aring: 'å',
  Aring: 'Å',
  oslash: 'ø',
  aelig: 'æ',
  oelig: 'œ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  deg: '°',
  bull: '•',
  middot: '·',
  times: '×',
  divide: '÷',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  ne: '≠',
  frac12: '½',
  sect: '§',
  para: '¶',
  iexcl: '¡',
  iquest: '¿',
  trade: '™',
  rarr: '→',
  larr: '←',
  shy: '\u00ad',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '\u200c',
  zwj: '\u200d',
  micro: 'µ',
  cent: '¢',
  yen: '¥',
}

const decoded = (text: string): string =>
  text.replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|[A-Za-z]\w{1,9});/gi, (whole, name: string) => {
    if (!name.startsWith('#'))
      return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return point > 31 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : ' '
  })

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A word followed by a colon that a browser would take for an address that runs is written with a dash. */
const guarded = (text: string, findings: Set<TextFinding>): CleanText => {
  const calm = text.replaceAll(/(javascript|vbscript|data)\s*:/gi, (_, word: string) => {
    findings.add('wording')
    return `${word} –`
  })
  return { text: calm, findings: [...findings] }
}

/** One text from its languages; `source` first. Empty ones are left out; undefined when nobody says anything. */
export const localized = (
  texts: ReadonlyMap<string, string>,
  source: string,
): Localized | undefined => {
  const said = [...texts].filter(([, text]) => text !== '')
  const first = texts.get(source) || said[0]?.[1]
  if (first === undefined) return undefined
  const others = said.filter(([language]) => language !== source)
  return others.length === 0 ? first : { default: first, ...Object.fromEntries(others) }
}
