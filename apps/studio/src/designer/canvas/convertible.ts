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

/** What an element of this type can become. */
export const convertibleTo = (type: string): readonly string[] => {
  const starting =
    ALIKE.find(([first]) => first === type) ?? ALIKE.find((row) => row.includes(type))
  return (starting ?? []).filter((other) => other !== type)
}
