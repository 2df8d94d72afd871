import { type Pointer, textOf } from '@echolot/instrument'
import { memo } from 'react'
import { ThreadBadge } from '../comments/thread-badge.tsx'
import { kindOf } from '../edits/kind-of.ts'
import { childListOf, type OutlineNode } from '../edits/outline.ts'
import { MarkBadges } from '../problems/mark-badges.tsx'
import { useTypeName } from '../type-name.ts'

/** One page, panel or item in the tree. */
export const TreeRow = memo(
  ({
    node,
    level,
    place,
    siblings,
    source,
    state,
    selected,
    focus,
    onChoose,
    onOpen,
    onDrag,
    elements,
  }: {
    readonly node: OutlineNode
    readonly level: number
    readonly place: number
    readonly siblings: number
    readonly source: string
    readonly state: 'leaf' | 'open' | 'closed'
    readonly selected: 'first' | 'also' | 'no'
    /** The one row that Tab leads to. */
    readonly focus: 'here' | 'elsewhere'
    readonly onChoose: (pointer: Pointer, how: 'only' | 'toggle' | 'range') => void
    readonly onOpen: (name: string, state: 'open' | 'closed') => void
    readonly onDrag: (event: PointerEvent, pointer: Pointer) => void
    readonly elements: Map<Pointer, HTMLDivElement>
  }) => {
    const typeName = useTypeName()
    const { pointer, name, kind } = node
    const title = textOf(node.title, source, source)
    const list = pointer === '' ? undefined : childListOf(node)
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
        data-pointer={pointer}
        data-into={list === undefined ? undefined : `${pointer}/${list}`}
        data-count={list === undefined ? undefined : node.children.length}
        aria-level={level}
        aria-posinset={place}
        aria-setsize={siblings}
        aria-selected={selected !== 'no'}
        data-first={selected === 'first' || undefined}
        aria-expanded={state === 'leaf' ? undefined : state === 'open'}
        tabIndex={focus === 'here' ? 0 : -1}
        onClick={(event) =>
          onChoose(
            pointer,
            event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only',
          )
        }
        onPointerDown={(event) => {
          /** A finger scrolls the tree; it moves elements by their grips on the canvas. */
          if (event.button === 0 && event.pointerType === 'mouse' && pointer !== '')
            onDrag(event.nativeEvent, pointer)
        }}
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
            <span className="tree-title" dir="auto">
              {title}
            </span>
          ) : (
            <>
              <span className="tree-title" dir="auto">
                {kind === 'page' ? `${place - 1}. ${title}` : title}
              </span>
              <span className="tree-name">
                {name}
                {kind === 'page' ? '' : ` · ${typeName(kindOf(node))}`}
              </span>
            </>
          )}
        </span>
        <span className="tree-badges">
          {pointer !== '' && <ThreadBadge element={name} />}
          <MarkBadges element={pointer} state={state === 'closed' ? 'closed' : 'open'} />
        </span>
      </div>
    )
  },
)
