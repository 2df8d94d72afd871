import { type Node, Schema, Slice } from 'prosemirror-model'

/** A text with bound numbers as the writing box holds it: lines of letters and values; a value knows its name only. */
export const BOUND_TEXT = new Schema({
  nodes: {
    doc: { content: 'line+' },
    line: { content: '(text | value)*', toDOM: () => ['p', 0] },
    value: {
      inline: true,
      atom: true,
      // A click sets the caret beside it: whoever types on replaces nothing.
      selectable: false,
      attrs: { name: { validate: 'string' } },
      leafText: ({ attrs }) => `{${attrs.name}}`,
      toDOM: ({ attrs }) => ['span', { class: 'bound-chip' }, String(attrs.name)],
    },
    text: {},
  },
})

const { doc, line, value } = BOUND_TEXT.nodes as Record<
  'doc' | 'line' | 'value',
  NonNullable<(typeof BOUND_TEXT.nodes)[string]>
>

/** The text as the box shows it; a name that nobody knows stays as it is typed. */
export const nodeOf = (text: string, isKnown: (name: string) => boolean): Node =>
  doc.create(
    null,
    text.split('\n').map((words) =>
      line.create(
        null,
        words
          .split(/(\{[^{}]*\})/)
          .filter((piece) => piece !== '')
          .map((piece) => {
            const name = piece.slice(1, -1)
            return piece.startsWith('{') && isKnown(name)
              ? value.create({ name })
              : BOUND_TEXT.text(piece)
          }),
      ),
    ),
  )

/** The text as it is kept: `{name}` where a value stands, a line an item. */
export const textOf = (node: Node): string => node.textBetween(0, node.content.size, '\n')

/** What is put in at the caret, joined to the lines around it. */
export const pieceOf = (text: string, isKnown: (name: string) => boolean): Slice =>
  new Slice(nodeOf(text, isKnown).content, 1, 1)

export const chipOf = (name: string): Node => value.create({ name })
