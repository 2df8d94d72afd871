import { baseKeymap, selectAll, splitBlock } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { type Command, EditorState, Plugin } from 'prosemirror-state'
import { chipOf, nodeOf } from './bound-text.ts'

/** How many lines a box takes: a sentence is one, a list as many as it has items. */
export type Lines = 'one' | 'many'

/** What a box asks of the page around it, each time anew. */
export type Around = {
  readonly isKnown: (name: string) => boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly openMenu: () => void
}

/** The first state of a box: plain text with values, keys, and no history of its own. */
export const boxState = (text: string, lines: Lines, around: () => Around): EditorState =>
  EditorState.create({
    doc: nodeOf(text, around().isKnown),
    plugins: [keymap(keysOf(lines, around)), keymap(baseKeymap), typedNames(around)],
  })

const keysOf = (lines: Lines, around: () => Around): Record<string, Command> => {
  const does = (act: 'undo' | 'redo' | 'openMenu') => () => {
    around()[act]()
    return true
  }
  return {
    Enter: lines === 'many' ? splitBlock : () => true,
    'Mod-a': selectAll,
    'Mod-z': does('undo'),
    'Mod-y': does('redo'),
    'Shift-Mod-z': does('redo'),
    'Mod- ': does('openMenu'),
  }
}

/** A known name typed or pasted in braces becomes its value. */
const typedNames = (around: () => Around) =>
  new Plugin({
    appendTransaction: (transactions, _, state) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      const tr = state.tr
      state.doc.descendants((node, at) => {
        for (const { 0: piece, 1: name = '', index } of node.text?.matchAll(/\{([^{}]*)\}/g) ??
          []) {
          if (!around().isKnown(name)) continue
          const [from, to] = [at + index, at + index + piece.length]
          tr.replaceWith(tr.mapping.map(from), tr.mapping.map(to), chipOf(name))
        }
      })
      return tr.docChanged ? tr : null
    },
  })
