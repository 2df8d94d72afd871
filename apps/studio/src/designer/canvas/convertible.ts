import { isForm } from '../edits/kind-of.ts'

/** Types that ask in a like way: an element can become any other of its row. */
const ALIKE: readonly (readonly string[])[] = [
  [
    'radiogroup',
    'checkbox',
    'dropdown',
    'tagbox',
    'buttongroup',
    'rating',
    'ranking',
    'imagepicker',
    'boolean',
    'matrix',
    'text',
    'comment',
    'slider',
  ],
  ['matrix', 'matrixdropdown', 'matrixdynamic', 'radiogroup', 'checkbox', 'rating', 'dropdown'],
  [
    'text',
    'comment',
    'rating',
    'slider',
    'radiogroup',
    'dropdown',
    'expression',
    'multipletext',
    'html',
  ],
  ['multipletext', 'text', 'comment'],
  ['html', 'comment', 'expression', 'text', 'image'],
  ['expression', 'text', 'html'],
  ['image', 'html', 'imagepicker'],
  ['file', 'signaturepad', 'comment'],
  ['panel', 'paneldynamic'],
]

/** Forms of the text question that stand beside it wherever it is offered. */
const TEXTS = ['text', 'number', 'date'] as const

/** What an element of this kind can become. */
export const convertibleTo = (kind: string): readonly string[] => {
  const type = isForm(kind) ? 'text' : kind
  const starting =
    ALIKE.find(([first]) => first === type) ?? ALIKE.find((row) => row.includes(type))
  return (starting ?? [])
    .flatMap((other) => (other === 'text' ? TEXTS : [other]))
    .filter((other) => other !== kind)
}
