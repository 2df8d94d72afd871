import {
  type Instrument,
  localizedOf,
  type Pointer,
  stepsOf,
  textOf,
  textsOf,
} from '@echolot/instrument'
import { kindOf } from '../edits/kind-of.ts'
import { flatten, type OutlineNode } from '../edits/outline.ts'

/** One place that was found: the element, and the text in it that has the words. */
export type Hit = { readonly pointer: Pointer; readonly name: string; readonly excerpt: string }

/** Longer texts are cut around what was found. */
const AROUND = 36

/** Elements whose name, type or text in any language has the words; each element once, in the order of the form. */
export const findHits = (
  instrument: Instrument,
  outline: readonly OutlineNode[],
  wanted: string,
  typeName: (type: string) => string,
): readonly Hit[] => {
  const words = wanted.trim().toLocaleLowerCase()
  if (words === '') return []
  const source = instrument.languages[0]?.tag ?? 'de'
  const texts = textHits(instrument, words)
  return flatten(outline).flatMap((node) => {
    const { pointer, name, type } = node
    const text = texts.find(([path]) => ownerIs(node, path))
    const excerpt =
      text?.[1] ??
      (name.toLocaleLowerCase().includes(words) ||
      type.toLowerCase().includes(words) ||
      typeName(kindOf(node)).toLocaleLowerCase().includes(words)
        ? textOf(localizedOf(node.title, name), source, source)
        : undefined)
    return excerpt === undefined ? [] : [{ pointer, name, excerpt: cut(excerpt, words) }]
  })
}

const textHits = (
  instrument: Instrument,
  words: string,
): readonly (readonly [Pointer, string])[] => {
  const found = new Map<Pointer, string>()
  for (const { tag } of instrument.languages)
    for (const { path, text } of textsOf(instrument, tag))
      if (text?.toLocaleLowerCase().includes(words) && !found.has(path)) found.set(path, text)
  return [...found]
}

/** Whether a text is the element's own, not that of something which stands in it. */
const ownerIs = ({ pointer, children }: OutlineNode, path: Pointer): boolean =>
  path.startsWith(`${pointer}/`) &&
  !children.some((child) => path.startsWith(`${child.pointer}/`)) &&
  stepsOf(path).length > stepsOf(pointer).length

const cut = (text: string, words: string): string => {
  const plain = text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const at = Math.max(0, plain.toLocaleLowerCase().indexOf(words))
  const from = Math.max(0, at - AROUND)
  const to = Math.min(plain.length, at + words.length + AROUND)
  return `${from > 0 ? '…' : ''}${plain.slice(from, to)}${to < plain.length ? '…' : ''}`
}
