import { EditorView } from 'prosemirror-view'
import { type Ref, useContext, useEffect, useImperativeHandle, useRef } from 'react'
import type { Bindable } from '../edition-edits.ts'
import { chipOf, nodeOf, pieceOf, textOf } from './bound-text.ts'
import { type Around, boxState, type Lines } from './box-state.ts'
import { DraftSteps } from './draft-steps.ts'

/** What the field around a box may do with it. */
export type WritingHandle = {
  /** Puts a value in where the caret is, and goes on behind it. */
  readonly insert: (name: string) => void
  readonly openMenu: () => void
  readonly focus: () => void
}

/**
 * A text box in which bound numbers stand as they are printed and are deleted as one. Numbers come from the menu, which
 * `{` opens; the caret's place is told in pixels below the box's own upper edge.
 */
export const WritingBox = ({
  handle,
  text,
  lines,
  bindables,
  attributes,
  onText,
  onMenu,
}: {
  readonly handle: Ref<WritingHandle>
  readonly text: string
  readonly lines: Lines
  readonly bindables: readonly Bindable[]
  readonly attributes: Readonly<Record<string, string>>
  readonly onText: (text: string) => void
  readonly onMenu: (below: number) => void
}) => {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const steps = useContext(DraftSteps)
  const now = { text, bindables, attributes, onText, onMenu, ...steps }
  const latest = useRef(now)
  latest.current = now

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; all else is read when it is needed
  useEffect(() => {
    if (host.current === null) return
    const made = mounted(host.current, lines, () => latest.current)
    view.current = made
    return () => made.destroy()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: words and attributes are read anew by the view
  useEffect(() => {
    const { current } = view
    if (current === null) return
    if (textOf(current.state.doc) !== text) {
      const { doc, tr } = current.state
      const fresh = nodeOf(text, (name) => isAmong(bindables, name))
      current.updateState(current.state.apply(tr.replaceWith(0, doc.content.size, fresh.content)))
    }
    current.setProps({})
    for (const chip of current.dom.querySelectorAll<HTMLElement>('[data-name]'))
      say(chip, bindables)
  }, [text, bindables, JSON.stringify(attributes)])

  useImperativeHandle(handle, () => ({
    insert: (name) => {
      const { current } = view
      if (current === null) return
      current.dispatch(current.state.tr.replaceSelectionWith(chipOf(name), false))
      current.focus()
    },
    openMenu: () => view.current && onMenu(caretBelow(view.current)),
    focus: () => view.current?.focus(),
  }))

  return <div ref={host} />
}

type Latest = Omit<Around, 'isKnown' | 'openMenu'> & {
  readonly bindables: readonly Bindable[]
  readonly attributes: Readonly<Record<string, string>>
  readonly onText: (text: string) => void
  readonly onMenu: (below: number) => void
}

const mounted = (host: HTMLElement, lines: Lines, latest: () => Latest & { text: string }) => {
  const isKnown = (name: string) => isAmong(latest().bindables, name)
  const openMenu = () => latest().onMenu(caretBelow(view))
  const around = (): Around => ({ ...latest(), isKnown, openMenu })
  const view: EditorView = new EditorView(host, {
    state: boxState(latest().text, lines, around),
    attributes: () => latest().attributes,
    dispatchTransaction: (tr) => {
      view.updateState(view.state.apply(tr))
      if (tr.docChanged) latest().onText(textOf(view.state.doc))
    },
    nodeViews: {
      value: (node) => {
        const dom = document.createElement('span')
        dom.className = 'bound-chip'
        dom.dataset.name = node.attrs.name
        say(dom, latest().bindables)
        return { dom, ignoreMutation: () => true }
      },
    },
    handleTextInput: (_, __, ___, typed) => {
      if (typed !== '{') return false
      openMenu()
      return true
    },
    // Plain text goes in and out; other documents' styles stay there.
    clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n'),
    handlePaste: (_, event) => {
      const pasted = event.clipboardData?.getData('text/plain')
      if (pasted === undefined) return false
      const text = pasted.replaceAll('\r', '')
      const piece = pieceOf(lines === 'one' ? text.replaceAll('\n', ' ') : text, isKnown)
      view.dispatch(view.state.tr.replaceSelection(piece))
      return true
    },
  })
  return view
}

/** Pixels from the upper edge of the box to the lower end of the caret. */
const caretBelow = (view: EditorView) =>
  view.coordsAtPos(view.state.selection.to).bottom - view.dom.getBoundingClientRect().top

const isAmong = (bindables: readonly Bindable[], name: string) =>
  bindables.some((bindable) => bindable.name === name)

/** A chip reads as the number is printed. */
const say = (chip: HTMLElement, bindables: readonly Bindable[]) => {
  const found = bindables.find(({ name }) => name === chip.dataset.name)
  chip.textContent = found?.words ?? `{${chip.dataset.name}}`
  chip.title = found?.label ?? ''
}
