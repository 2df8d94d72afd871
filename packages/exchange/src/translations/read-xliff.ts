import type { Instrument } from '@echolot/instrument'
import type { InBoth } from '@echolot/instrument/wording'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { fileUnreadable } from '../problems.ts'
import { textOfFile } from '../source-file.ts'
import { takeOver } from './take-over.ts'
import type { FileUnit, ImportedTranslations, ImportOptions } from './translation-file.ts'
import { checkLanguage } from './translations-csv.ts'
import { STALE } from './write-xliff.ts'

/**
 * The instrument with the translations of an XLIFF 2.0 or 2.1 file, also after a tool has cut units into several segments.
 * @throws file-unreadable for what is no XLIFF 2, for another source language, or a target language not in the instrument
 */
export const readXliff = (
  instrument: Instrument,
  file: string | Uint8Array,
  options: ImportOptions = {},
): ImportedTranslations => {
  const text = typeof file === 'string' ? file : textOfFile({ name: 'x.xlf', bytes: file })
  const root = rootOf(text.replace(/^\uFEFF/, ''))
  const { srcLang, trgLang = '' } = root.attributes
  const source = instrument.languages[0]?.tag
  if (srcLang?.toLowerCase() !== source?.toLowerCase())
    throw unreadable(
      'xliff',
      `The file translates from “${srcLang ?? ''}”, the questionnaire is written in “${source ?? ''}”.`,
    )
  const language =
    instrument.languages.find(({ tag }) => tag.toLowerCase() === trgLang.toLowerCase())?.tag ??
    trgLang
  checkLanguage(instrument, language, 'xliff trgLang')
  return takeOver(instrument, unitsIn(root).map(fileUnitOf), { ...options, language })
}

type Element = {
  readonly name: string
  readonly attributes: { readonly [name: string]: string | undefined }
  readonly children: readonly (Element | string)[]
}

const unreadable = (place: string, remedy: string) =>
  fileUnreadable({ format: 'XLIFF 2.1', place, remedy })

/** No document type: entities of one's own are the way in for attacks, and XLIFF has none. */
const rootOf = (text: string): Element => {
  if (/<!DOCTYPE/i.test(text))
    throw unreadable('DOCTYPE', 'Remove the document type; XLIFF files have none.')
  const valid = XMLValidator.validate(text)
  if (valid !== true)
    throw unreadable(
      `line ${valid.err.line}`,
      `This is no well-formed XML: ${valid.err.msg} Export the file again.`,
    )
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
    // Without it characters by number stay undecoded.
    htmlEntities: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    removeNSPrefix: true,
    alwaysCreateTextNode: false,
  })
  const roots = (parser.parse(text) as readonly ParsedNode[]).flatMap((node) => {
    const element = elementOf(node)
    return typeof element === 'string' ? [] : [element]
  })
  const root = roots.find(({ name }) => name === 'xliff')
  if (root === undefined) throw unreadable('root', 'The file does not begin with an xliff element.')
  if (!/^2\./.test(root.attributes.version ?? ''))
    throw unreadable(
      'xliff version',
      'Export as XLIFF 2.0 or 2.1; version 1.2 is built in another way.',
    )
  return root
}

type ParsedNode = { readonly [name: string]: unknown }

const elementOf = (node: ParsedNode): Element | string => {
  if (typeof node['#text'] === 'string' || typeof node['#text'] === 'number')
    return String(node['#text'])
  const name = Object.keys(node).find((key) => key !== ':@') ?? ''
  const children = node[name]
  return {
    name,
    attributes: (node[':@'] ?? {}) as Element['attributes'],
    children: (Array.isArray(children) ? children : []).map((child) =>
      elementOf(child as ParsedNode),
    ),
  }
}

const elementsOf = ({ children }: Element, ...names: readonly string[]): readonly Element[] =>
  children.filter(
    (child): child is Element => typeof child !== 'string' && names.includes(child.name),
  )

const unitsIn = (element: Element): readonly Element[] =>
  elementsOf(element, 'file', 'group', 'unit').flatMap((child) =>
    child.name === 'unit' ? [child] : unitsIn(child),
  )

const fileUnitOf = (unit: Element): FileUnit => {
  const data = new Map(
    elementsOf(unit, 'originalData')
      .flatMap((list) => elementsOf(list, 'data'))
      .map((entry) => [entry.attributes.id ?? '', plainText(entry)]),
  )
  const faults: string[] = []
  const parts = elementsOf(unit, 'segment', 'ignorable')
  const read = (part: Element, name: string) =>
    elementsOf(part, name).map((inner) => words(inner, data, faults))
  const source = parts.flatMap((part) => read(part, 'source')).join('')
  const isTranslated = parts.some((part) => elementsOf(part, 'target').length > 0)
  const target = isTranslated
    ? inTargetOrder(parts)
        .flatMap((part) =>
          part.name === 'ignorable' && elementsOf(part, 'target').length === 0
            ? read(part, 'source')
            : read(part, 'target'),
        )
        .join('')
    : ''
  const segments = parts.filter(({ name }) => name === 'segment')
  return {
    place: `unit ${unit.attributes.id ?? ''}`,
    key: unit.attributes.name ?? unit.attributes.id ?? '',
    source,
    target:
      segments.length > 1 && !segments.every((part) => read(part, 'target').join('') !== '')
        ? ''
        : target,
    state: stateOf(segments),
    note: elementsOf(unit, 'notes')
      .flatMap((notes) => elementsOf(notes, 'note'))
      .filter(({ attributes: { category } }) => category === 'note')
      .map(plainText)[0],
    exported: exportedIn(unit),
    fault: faults.length === 0 ? undefined : faultOf(faults),
  }
}

/** Tools may turn segments round; `order` then says where each target belongs. */
const inTargetOrder = (parts: readonly Element[]): readonly Element[] => {
  const orders = parts.map((part, place) => {
    const order = Number(elementsOf(part, 'target')[0]?.attributes.order)
    return Number.isInteger(order) && order > 0 ? order : place + 1
  })
  return parts
    .map((part, place) => ({ part, order: orders[place] ?? 0 }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ part }) => part)
}

const stateOf = (segments: readonly Element[]): FileUnit['state'] => {
  if (segments.some(({ attributes }) => attributes.subState === STALE)) return 'stale'
  const states = segments.map(({ attributes }) => attributes.state ?? 'initial')
  if (states.every((state) => state === 'reviewed' || state === 'final')) return 'reviewed'
  return states.every((state) => state === 'initial') ? 'missing' : 'draft'
}

const exportedIn = (unit: Element): string | undefined =>
  elementsOf(unit, 'metadata')
    .flatMap((metadata) => elementsOf(metadata, 'metaGroup'))
    .filter(({ attributes }) => attributes.category === 'echolot')
    .flatMap((group) => elementsOf(group, 'meta'))
    .filter(({ attributes }) => attributes.type === 'exported')
    .map(plainText)[0]

const plainText = ({ children }: Element): string =>
  children
    .map((child) =>
      typeof child === 'string' ? child : child.name === 'cp' ? character(child) : plainText(child),
    )
    .join('')

const character = ({ attributes }: Element): string => {
  const code = Number.parseInt(attributes.hex ?? '', 16)
  return Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** The text with its codes put back; an element whose data is missing is a fault. */
const words = (
  { children }: Element,
  data: ReadonlyMap<string, string>,
  faults: string[],
): string => {
  const codeFor = (element: Element, property: string): string => {
    const code = data.get(element.attributes[property] ?? '')
    if (code === undefined) faults.push(`<${element.name} id="${element.attributes.id ?? ''}">`)
    return code ?? ''
  }
  return children
    .map((child) => {
      if (typeof child === 'string') return child
      switch (child.name) {
        case 'ph':
          return codeFor(child, 'dataRef')
        case 'sc':
        case 'ec':
          return codeFor(child, 'dataRef')
        case 'pc':
          return (
            codeFor(child, 'dataRefStart') +
            words(child, data, faults) +
            codeFor(child, 'dataRefEnd')
          )
        case 'cp':
          return character(child)
        case 'mrk':
          return words(child, data, faults)
        case 'sm':
        case 'em':
          return ''
        default:
          faults.push(`<${child.name}>`)
          return ''
      }
    })
    .join('')
}

const faultOf = (faults: readonly string[]): InBoth => ({
  de: `Zu ${faults.join(', ')} steht in der Datei kein Inhalt.`,
  en: `The file holds no content for ${faults.join(', ')}.`,
})
