import type { Instrument } from '@echolot/instrument'
import { type TranslationUnit, translationUnits } from '@echolot/instrument/translation'
import { type InlinePart, inlineParts, tagOf } from './inline-codes.ts'
import { fingerprintOf } from './translation-file.ts'

/**
 * All texts of one language as XLIFF 2.1: a unit for each text, its key as name, placeholders and tags as protected
 * inline codes, the state on the segment, and a fingerprint of the target as metadata.
 * @see http://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html
 */
export const writeXliff = (instrument: Instrument, language: string): string => {
  const source = instrument.languages[0]?.tag ?? 'und'
  const units = translationUnits(instrument)
    .filter((unit) => unit.source !== undefined)
    .map((unit, place) => unitElement(unit, { language, id: `u${place + 1}` }))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" srcLang="${attribute(source)}" trgLang="${attribute(language)}">`,
    `  <file id="${attribute(instrument.instrument)}" original="${attribute(`${instrument.instrument} ${instrument.version}`)}" xml:space="preserve">`,
    ...units,
    '  </file>',
    '</xliff>',
    '',
  ].join('\n')
}

/** `stale` has no state of its own there; it is a sub-state of `translated`. */
export const STALE = 'echolot:stale'

const SEGMENT_STATES = {
  missing: 'state="initial"',
  draft: 'state="translated"',
  stale: `state="translated" subState="${STALE}"`,
  reviewed: 'state="reviewed"',
  source: 'state="final"',
} as const

const unitElement = (
  unit: TranslationUnit,
  { language, id }: { readonly language: string; readonly id: string },
): string => {
  const { text, state = 'missing', record } = unit.translations[language] ?? {}
  const codes = codeBook(unit.source ?? '', text ?? '')
  const notes = [
    ['place', [unit.page, unit.element, unit.property].filter(Boolean).join(' · ')],
    ...(unit.maxLength === undefined ? [] : [['max-length', String(unit.maxLength)]]),
    ...(unit.reachable ? [] : [['unreachable', 'No respondent comes here.']]),
    ...(state === 'stale' && record !== undefined ? [['was-made-from', record.source]] : []),
    ...(record?.note === undefined ? [] : [['note', record.note]]),
  ]
  return [
    `    <unit id="${id}" name="${attribute(unit.key)}">`,
    `      <mda:metadata><mda:metaGroup category="echolot"><mda:meta type="exported">${fingerprintOf(text ?? '')}</mda:meta></mda:metaGroup></mda:metadata>`,
    '      <notes>',
    ...notes.map(
      ([category = '', words = ''], place) =>
        `        <note id="n${place + 1}" category="${category}">${content(words)}</note>`,
    ),
    '      </notes>',
    ...(codes.data.length === 0
      ? []
      : [
          '      <originalData>',
          ...codes.data.map(([key, code]) => `        <data id="${key}">${content(code)}</data>`),
          '      </originalData>',
        ]),
    `      <segment id="s1" ${SEGMENT_STATES[state]}>`,
    `        <source>${codes.source}</source>`,
    ...(text === undefined ? [] : [`        <target>${codes.target}</target>`]),
    '      </segment>',
    '    </unit>',
  ].join('\n')
}

type CodeBook = {
  readonly data: readonly (readonly [string, string])[]
  readonly source: string
  readonly target: string
}

/** Source and target with inline elements; the same code has the same id in both. */
const codeBook = (source: string, target: string): CodeBook => {
  const dataIds = new Map<string, string>()
  const dataId = (code: string) => {
    const known = dataIds.get(code)
    if (known !== undefined) return known
    const id = `d${dataIds.size + 1}`
    dataIds.set(code, id)
    return id
  }
  const free: { readonly signature: string; readonly id: string }[] = []
  let last = 0
  const inSource = written(inlineParts(source), {
    idFor: (signature) => {
      const id = String(++last)
      free.push({ signature, id })
      return id
    },
    dataId,
  })
  const inTarget = written(inlineParts(target), {
    idFor: (signature) => {
      const at = free.findIndex((one) => one.signature === signature)
      return at < 0 ? String(++last) : (free.splice(at, 1)[0]?.id ?? '')
    },
    dataId,
  })
  return { data: [...dataIds].map(([code, id]) => [id, code]), source: inSource, target: inTarget }
}

type Ids = {
  readonly idFor: (signature: string) => string
  readonly dataId: (code: string) => string
}

const KEEP = 'canCopy="no" canDelete="no"'

const written = (parts: readonly InlinePart[], { idFor, dataId }: Ids): string => {
  const pairs = pairedTags(parts)
  return parts
    .map((part, place) => {
      if (part.kind === 'text') return content(part.text)
      const closes = pairs.opens.get(place)
      if (closes !== undefined) {
        const end = parts[closes]
        const endCode = end?.kind === 'code' ? end.code : ''
        return `<pc id="${idFor(part.code + endCode)}" dataRefStart="${dataId(part.code)}" dataRefEnd="${dataId(endCode)}" ${KEEP}>`
      }
      if (pairs.closes.has(place)) return '</pc>'
      return `<ph id="${idFor(part.code)}" dataRef="${dataId(part.code)}" disp="${attribute(part.code)}" ${KEEP}/>`
    })
    .join('')
}

/** Tags that enclose something, properly nested; all others stand alone. */
const pairedTags = (parts: readonly InlinePart[]) => {
  const opens = new Map<number, number>()
  const closes = new Set<number>()
  const stack: { readonly name: string; readonly place: number }[] = []
  for (const [place, part] of parts.entries()) {
    const tag = part.kind === 'code' ? tagOf(part.code) : undefined
    if (tag?.role === 'open') stack.push({ name: tag.name, place })
    if (tag?.role !== 'close') continue
    const at = stack.findLastIndex(({ name }) => name === tag.name)
    const opened = stack[at]
    if (opened === undefined) continue
    stack.length = at
    opens.set(opened.place, place)
    closes.add(place)
  }
  return { opens, closes }
}

/** Characters that XML 1.0 cannot hold go as `cp`. */
const content = (text: string): string =>
  withoutForbidden(escaped(text).replaceAll('\r', '&#13;'), (bad) => {
    const hex = bad.charCodeAt(0).toString(16).padStart(4, '0')
    return `<cp hex="${hex}"/>`
  })

const attribute = (text: string): string =>
  withoutForbidden(
    escaped(text)
      .replaceAll('"', '&quot;')
      .replaceAll(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`),
    () => '\uFFFD',
  )

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Control characters but tab and line break, halves of surrogate pairs, and the two that are no characters. */
const withoutForbidden = (text: string, instead: (bad: string) => string): string =>
  text.replaceAll(/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, (found) =>
    /[\t\n\u007F-\u009F]/.test(found) ? found : instead(found),
  )
