import type { Pointer } from '@echolot/instrument'
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keysOf } from '../canvas/keys-of.ts'
import { flatten, type OutlineNode } from '../edits/outline.ts'
import { ranged, toggled } from '../edits/selection.ts'
import { TreeRow } from './tree-row.tsx'

type Row = {
  readonly node: OutlineNode
  readonly level: number
  readonly place: number
  readonly siblings: number
  readonly parent: Pointer
}

/** Keys that change the structure. */
const KEYS: ReadonlySet<string> = new Set(['Delete', 'Enter', 'F2'])

/** Pages of longer questionnaires are closed at first. */
const SHORT = 40

/**
 * The questionnaire as a tree. Arrows walk, with Shift they select on the way, with Ctrl they only look and Ctrl+Space
 * takes in; letters find a name. What changes the structure is `onKey`'s.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export const Tree = memo(
  ({
    outline,
    title,
    source,
    selected,
    selection,
    onSelect,
    onKey,
    onDrag,
  }: {
    readonly outline: readonly OutlineNode[]
    /** The questionnaire's own title: the first row. */
    readonly title: string
    readonly source: string
    readonly selected: Pointer
    readonly selection: readonly Pointer[]
    readonly onSelect: (pointer: Pointer, selection?: readonly Pointer[]) => void
    /** Keys that change the structure; says whether it took the key. */
    readonly onKey: (event: KeyboardEvent) => boolean
    readonly onDrag: (event: PointerEvent, pointer: Pointer) => void
  }) => {
    const { t } = useTranslation('designer')
    const [closed, setClosed] = useState<ReadonlySet<string>>(() =>
      flatten(outline).length > SHORT ? new Set(outline.map(({ name }) => name)) : new Set(),
    )
    const root: OutlineNode = useMemo(
      () => ({
        pointer: '',
        kind: 'page',
        type: 'survey',
        name: title,
        title,
        json: {},
        children: [],
      }),
      [title],
    )
    const [looked, setLooked] = useState<Pointer>()
    const [shownFor, setShownFor] = useState('')
    if (shownFor !== selected) {
      setLooked(undefined)
      // wherever the selection comes from, what is around it opens; later it may be closed again
      setShownFor(selected)
      setClosed(withWayTo(closed, outline, selected))
    }
    const rows = useMemo(() => rowsOf([root, ...outline], closed), [root, outline, closed])
    const keys = useMemo(() => keysOf(rows.map(({ node }) => node)), [rows])
    const elements = useRef(new Map<Pointer, HTMLDivElement>())
    const byKeyboard = useRef(false)
    useEffect(() => {
      const row = elements.current.get(selected)
      if (byKeyboard.current) row?.focus()
      else requestAnimationFrame(() => row?.scrollIntoView({ block: 'nearest' }))
      byKeyboard.current = false
    }, [selected])

    const focused = looked ?? selected
    const at = rows.findIndex(({ node }) => node.pointer === focused)
    const now = rows[at]
    const go = (row: Row | undefined, event?: KeyboardEvent) => {
      if (row === undefined) return
      const { pointer } = row.node
      byKeyboard.current = true
      if (event?.ctrlKey || event?.metaKey) {
        setLooked(pointer)
        elements.current.get(pointer)?.focus()
      } else if (event?.shiftKey) onSelect(pointer, extendedTo(pointer))
      else onSelect(pointer)
    }
    const order = rows.map(({ node }) => node.pointer)
    const extendedTo = (pointer: Pointer) =>
      selection.includes(pointer)
        ? toggled(selection, focused)
        : [...new Set([...selection, ...ranged(order, focused, pointer)])].filter(
            (one) => one !== '',
          )
    const choose = useRef<(pointer: Pointer, how: 'only' | 'toggle' | 'range') => void>(() => {})
    choose.current = (pointer, how) => {
      if (how === 'only' || pointer === '') onSelect(pointer)
      else if (how === 'range') onSelect(pointer, ranged(order, selected, pointer))
      else {
        const next = toggled(selection, pointer)
        onSelect(next.includes(pointer) ? pointer : (next.at(-1) ?? pointer), next)
      }
    }
    const onChoose = useCallback(
      (pointer: Pointer, how: 'only' | 'toggle' | 'range') => choose.current(pointer, how),
      [],
    )
    const setOpen = useCallback(
      (name: string, state: 'open' | 'closed') =>
        setClosed((before) => {
          const next = new Set(before)
          if (state === 'open') next.delete(name)
          else next.add(name)
          return next
        }),
      [],
    )
    const onKeyDown = (event: KeyboardEvent) => {
      if (now === undefined) return
      const { node } = now
      const isOpen = node.children.length > 0 && !closed.has(node.name)
      const act = (): boolean => {
        const isCommand = event.ctrlKey || event.metaKey
        if (isCommand && event.key === ' ') {
          onChoose(node.pointer, 'toggle')
          return true
        }
        if (event.altKey || (isCommand && !event.key.startsWith('Arrow')) || KEYS.has(event.key)) {
          byKeyboard.current = true
          return onKey(event)
        }
        switch (event.key) {
          case 'ArrowDown':
            go(rows[at + 1], event)
            return true
          case 'ArrowUp':
            go(rows[at - 1], event)
            return true
          case 'ArrowRight':
            if (isOpen) go(rows[at + 1])
            else if (node.children.length > 0) setOpen(node.name, 'open')
            return true
          case 'ArrowLeft':
            if (isOpen) setOpen(node.name, 'closed')
            else go(rows.find((row) => row.node.pointer === now.parent))
            return true
          case 'Home':
            go(rows[0])
            return true
          case 'End':
            go(rows.at(-1))
            return true
          default:
            if (event.key.length !== 1 || event.key === ' ') return false
            go(
              [...rows.slice(at + 1), ...rows.slice(0, at)].find((row) =>
                row.node.name.toLowerCase().startsWith(event.key.toLowerCase()),
              ),
            )
            return true
        }
      }
      if (act()) event.preventDefault()
    }
    return (
      <div
        role="tree"
        aria-label={t('tree.label')}
        aria-multiselectable="true"
        className="tree"
        onKeyDown={onKeyDown}
      >
        {rows.map(({ node, level, place, siblings }, row) => (
          <TreeRow
            key={keys[row]}
            node={node}
            level={level}
            place={place}
            siblings={siblings}
            source={source}
            state={node.children.length === 0 ? 'leaf' : closed.has(node.name) ? 'closed' : 'open'}
            selected={
              node.pointer === selected ? 'first' : selection.includes(node.pointer) ? 'also' : 'no'
            }
            focus={node.pointer === focused ? 'here' : 'elsewhere'}
            onChoose={onChoose}
            onOpen={setOpen}
            onDrag={onDrag}
            elements={elements.current}
          />
        ))}
      </div>
    )
  },
)

/** What is closed, but for the parents of the selected element. */
const withWayTo = (
  closed: ReadonlySet<string>,
  outline: readonly OutlineNode[],
  selected: Pointer,
): ReadonlySet<string> => {
  const parents = flatten(outline).filter(
    ({ pointer, name }) => closed.has(name) && selected.startsWith(`${pointer}/`),
  )
  if (parents.length === 0) return closed
  const open = new Set(closed)
  for (const { name } of parents) open.delete(name)
  return open
}

const rowsOf = (
  nodes: readonly OutlineNode[],
  closed: ReadonlySet<string>,
  level = 1,
  parent: Pointer = '',
): readonly Row[] =>
  nodes.flatMap((node, place) => [
    { node, level, place: place + 1, siblings: nodes.length, parent },
    ...(closed.has(node.name) ? [] : rowsOf(node.children, closed, level + 1, node.pointer)),
  ])
