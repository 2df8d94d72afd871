import type { Instrument, Pointer } from '@echolot/instrument'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../editor/use-editor.ts'
import { addEntry, entriesAt } from '../edits/entries.ts'
import { dropEmptyEntry, writeInPlace, writeLines } from '../edits/in-place.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { ranged, toggled } from '../edits/selection.ts'
import { kindAt } from './begun.ts'
import type { CanvasActions, CanvasView } from './canvas-state.ts'
import type { Store } from './store.ts'
import { entryOf } from './text-place.ts'
import type { Steps } from './use-steps.ts'

type Given = {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
  readonly steps: Steps
  readonly store: Store<CanvasView>
  readonly language: string
  /** The frames that are seen, from top to bottom. */
  readonly order: () => readonly Pointer[]
  readonly onAddBelow: (pointer: Pointer) => void
  readonly onBegin: CanvasActions['begin']
  readonly onDrag: CanvasActions['drag']
}

/** The same actions for the whole life of the canvas, so that no frame is drawn again because of them. */
export const useCanvasActions = (given: Given): CanvasActions => {
  const { t } = useTranslation('canvas')
  const now = useRef({ given, t })
  now.current = { given, t }
  return useMemo(() => {
    const of = () => now.current.given
    const markOf = (element: Pointer, text: string) => `${element}${text}#${of().language}`
    const write: CanvasActions['write'] = (editing) => {
      if (of().editor.mode === 'edit') of().store.set({ editing })
    }
    return {
      select: (pointer, how) => {
        const { editor, order } = of()
        if (how === 'toggle') {
          const next = toggled(editor.selection, pointer)
          editor.select(next.includes(pointer) ? pointer : (next.at(-1) ?? pointer), next)
        } else if (how === 'range')
          editor.select(pointer, ranged(order(), editor.selected, pointer))
        else if (editor.selected !== pointer || editor.selection.length > 1) editor.select(pointer)
      },
      write,
      written: ({ element, text }, words, next) => {
        const { editor, language, store } = of()
        const isBegun = store.get().editing?.entry === 'begun'
        write(next === undefined ? undefined : { element, text: next })
        if (words === undefined) {
          if (isBegun) editor.edit((before) => dropEmptyEntry(before, element, text))
        } else
          editor.edit(
            (before) => writeInPlace(before, { element, text, language, words }),
            markOf(element, text),
          )
      },
      writeNext: ({ element, text }, words) => {
        const { editor, language } = of()
        const entry = entryOf(text)
        if (entry === undefined) return
        editor.edit((before) => writeLines(before, { element, text, language, lines: [words, ''] }))
        write({ element, text: `${entry.list}/${entry.at + 1}`, entry: 'begun' })
      },
      addEntry: (element, list) => {
        const { editor } = of()
        const after = addEntry(editor.instrument, element + list)
        const place = newPlace(editor.instrument, after, element + list)
        editor.edit((before) => addEntry(before, element + list))
        write({ element, text: `${list}/${place}`, entry: 'begun' })
      },
      writeLines: ({ element, text }, lines) => {
        const { editor, language } = of()
        write(undefined)
        editor.edit((before) => writeLines(before, { element, text, language, lines }))
        editor.say(now.current.t('said.lines', { count: lines.length }))
      },
      collapse: (names, state) => {
        const { store } = of()
        const collapsed = new Set(store.get().collapsed)
        for (const name of names)
          if (state === 'closed') collapsed.add(name)
          else collapsed.delete(name)
        store.set({ collapsed })
      },
      step: (pointer, direction) => of().steps.step(pointer, direction),
      duplicate: (pointer) => of().steps.duplicate(pointer),
      askToRemove: (pointer) => of().steps.askToRemove(pointer),
      askWhereTo: (pointer) => of().steps.askWhereTo(pointer),
      convert: (pointer, type) => of().steps.convert(pointer, type),
      setRequired: (pointer, required) => of().steps.setRequired(pointer, required),
      addBelow: (pointer) => of().onAddBelow(pointer),
      begin: (kind, pointer) => of().onBegin(kind, pointer),
      beginAlike: (pointer) => of().onBegin(kindAt(of().editor.instrument, pointer), pointer),
      drag: (event, pointer) => of().onDrag(event, pointer),
    }
  }, [])
}

/** Where the entry stands that one list has and the other has not. */
const newPlace = (before: Instrument, after: Instrument, list: Pointer): number => {
  const known = new Set(entriesAt(before, list).map(({ value }) => value))
  return Math.max(
    0,
    entriesAt(after, list).findIndex(({ value }) => !known.has(value)),
  )
}
