import { localizedOf, textOf } from '@echolot/instrument'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { childListOf, type OutlineNode } from '../edits/outline.ts'
import { useCanvas, useCanvasView } from './canvas-state.ts'
import { type Chosen, chosenIn } from './chosen.ts'
import { EmptyPlace } from './empty-place.tsx'
import { keysOf } from './keys-of.ts'
import { writtenIn } from './written-in.ts'

/** Questions drawn before anything is measured; the others follow as they come near the window. */
const FIRST = 3

/** Draws one of the elements that a container holds. */
export type DrawFrame = (
  key: string,
  element: {
    readonly node: OutlineNode
    readonly chosen: Chosen
    readonly first: 'near' | 'far'
  },
) => ReactNode

/** What stands on a page or in a panel, under its own title. */
export const ContainerBody = ({
  node,
  chosen,
  first,
  frame,
}: {
  readonly node: OutlineNode
  readonly chosen: Chosen
  readonly first: 'near' | 'far'
  readonly frame: DrawFrame
}) => {
  const { t } = useTranslation('canvas')
  const { language, source } = useCanvas()
  const mode = useCanvasView((view) => view.mode)
  const { json, pointer, kind, children } = node
  const keys = keysOf(children)
  const drawn = (place: number) => {
    const child = children[place]
    return (
      child &&
      frame(keys[place] ?? '', {
        node: child,
        chosen: chosenIn(child.pointer, chosen),
        first: first === 'near' && place < FIRST ? 'near' : 'far',
      })
    )
  }
  return (
    <div
      className="frame-children"
      data-list={`${pointer}/${childListOf(node)}`}
      data-count={children.length}
    >
      {(['title', 'description'] as const).map((property) => {
        const state = writtenIn(json[property], language, source)
        if (state === 'nowhere' && property === 'description') return null
        return (
          <p
            key={property}
            className={`frame-${property}`}
            data-kind={kind}
            data-words={`/${property}`}
            data-written={state}
          >
            {state === 'nowhere'
              ? t('untitled')
              : textOf(localizedOf(json[property], ''), language, source)}
          </p>
        )
      })}
      {children.length === 0 && <EmptyPlace node={node} mode={mode} />}
      {/* In one list, so that what stands behind a new element only makes room for it. */}
      {linesOf(children).flatMap((line): readonly ReactNode[] =>
        line.length === 1
          ? line.map(drawn)
          : [
              <div key={keys[line[0] ?? 0]} className="frame-line">
                {line.map(drawn)}
              </div>,
            ],
      )}
    </div>
  )
}

/** Places of the elements by line: one that does not begin a new line stands beside the one before. */
const linesOf = (nodes: readonly OutlineNode[]): readonly (readonly number[])[] => {
  const lines: number[][] = []
  for (const [place, { json }] of nodes.entries()) {
    const last = lines.at(-1)
    if (last !== undefined && json.startWithNewLine === false) last.push(place)
    else lines.push([place])
  }
  return lines
}
