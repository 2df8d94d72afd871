import { type Pointer, textOf } from '@echolot/instrument'
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { flatten, type OutlineNode } from '../edits/outline.ts'
import { useTypeName } from '../type-name.ts'

/** How many problems an element has, by how bad they are. */
export type Marks = ReadonlyMap<Pointer, 'error' | 'warning' | 'hint'>

type Row = {
  readonly node: OutlineNode
  readonly level: number
  readonly place: number
  readonly siblings: number
  readonly parent: Pointer
}

/** Pages of longer questionnaires are closed at first. */
const SHORT = 40

/**
 * The questionnaire as a tree. Arrows walk, Alt+arrows move, Delete removes, letters find a name.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export const Tree = ({
  outline,
  title,
  source,
  selected,
  marks,
  onSelect,
  onMove,
  onRemove,
}: {
  readonly outline: readonly OutlineNode[]
  /** The questionnaire's own title: the first row. */
  readonly title: string
  readonly source: string
  readonly selected: Pointer
  readonly marks: Marks
  readonly onSelect: (pointer: Pointer) => void
  readonly onMove: (pointer: Pointer, direction: 'up' | 'down') => void
  readonly onRemove: (pointer: Pointer) => void
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
  const [shownFor, setShownFor] = useState('')
  if (shownFor !== selected) {
    // wherever the selection comes from, what is around it opens; later it may be closed again
    setShownFor(selected)
    setClosed(withWayTo(closed, outline, selected))
  }
  const rows = useMemo(() => rowsOf([root, ...outline], closed), [root, outline, closed])
  const elements = useRef(new Map<Pointer, HTMLDivElement>())
  const byKeyboard = useRef(false)
  useEffect(() => {
    const row = elements.current.get(selected)
    if (byKeyboard.current) row?.focus()
    else row?.scrollIntoView({ block: 'nearest' })
    byKeyboard.current = false
  }, [selected])

  const at = rows.findIndex(({ node }) => node.pointer === selected)
  const now = rows[at]
  const go = (row: Row | undefined) => {
    if (row === undefined) return
    byKeyboard.current = true
    onSelect(row.node.pointer)
  }
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
    if (now === undefined || event.ctrlKey || event.metaKey) return
    const { node } = now
    const isOpen = node.children.length > 0 && !closed.has(node.name)
    const act = (): boolean => {
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        byKeyboard.current = true
        onMove(node.pointer, event.key === 'ArrowUp' ? 'up' : 'down')
        return true
      }
      if (event.altKey) return false
      switch (event.key) {
        case 'ArrowDown':
          go(rows[at + 1])
          return true
        case 'ArrowUp':
          go(rows[at - 1])
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
        case 'Delete':
          if (node.pointer !== '') onRemove(node.pointer)
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
    <div role="tree" aria-label={t('tree.label')} className="tree" onKeyDown={onKeyDown}>
      {rows.map(({ node, level, place, siblings }) => (
        <TreeRow
          key={node.pointer}
          node={node}
          level={level}
          place={place}
          siblings={siblings}
          source={source}
          state={node.children.length === 0 ? 'leaf' : closed.has(node.name) ? 'closed' : 'open'}
          selected={node.pointer === selected ? 'yes' : 'no'}
          mark={marks.get(node.pointer)}
          onSelect={onSelect}
          onOpen={setOpen}
          elements={elements.current}
        />
      ))}
    </div>
  )
}

const TreeRow = memo(
  ({
    node,
    level,
    place,
    siblings,
    source,
    state,
    selected,
    mark,
    onSelect,
    onOpen,
    elements,
  }: {
    readonly node: OutlineNode
    readonly level: number
    readonly place: number
    readonly siblings: number
    readonly source: string
    readonly state: 'leaf' | 'open' | 'closed'
    readonly selected: 'yes' | 'no'
    readonly mark: 'error' | 'warning' | 'hint' | undefined
    readonly onSelect: (pointer: Pointer) => void
    readonly onOpen: (name: string, state: 'open' | 'closed') => void
    readonly elements: Map<Pointer, HTMLDivElement>
  }) => {
    const { t } = useTranslation('designer')
    const typeName = useTypeName()
    const { pointer, name, kind } = node
    const title = textOf(node.title, source, source)
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes all keys
      <div
        ref={(element) => {
          if (element === null) elements.delete(pointer)
          else elements.set(pointer, element)
        }}
        role="treeitem"
        className="tree-row"
        data-kind={pointer === '' ? 'survey' : kind}
        data-level={level}
        aria-level={level}
        aria-posinset={place}
        aria-setsize={siblings}
        aria-selected={selected === 'yes'}
        aria-expanded={state === 'leaf' ? undefined : state === 'open'}
        tabIndex={selected === 'yes' ? 0 : -1}
        onClick={() => onSelect(pointer)}
      >
        {state === 'leaf' ? (
          <span className="tree-twist" aria-hidden="true" />
        ) : (
          <span
            className="tree-twist"
            data-state={state}
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation()
              onOpen(name, state === 'open' ? 'closed' : 'open')
            }}
          />
        )}
        <span className="tree-words">
          {pointer === '' ? (
            <span className="tree-title">{title}</span>
          ) : (
            <>
              <span className="tree-title">
                {kind === 'page' ? `${place - 1}. ${title}` : title}
              </span>
              <span className="tree-name">
                {name}
                {kind === 'page' ? '' : ` · ${typeName(node.type)}`}
              </span>
            </>
          )}
        </span>
        {mark && (
          <span
            className="tree-mark"
            data-mark={mark}
            role="img"
            aria-label={t(`problems.has.${mark}`)}
          >
            {mark === 'error' ? '×' : mark === 'warning' ? '!' : 'i'}
          </span>
        )}
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
