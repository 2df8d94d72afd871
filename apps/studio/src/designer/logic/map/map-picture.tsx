import { useTranslation } from 'react-i18next'
import type { around } from './map-graph.ts'
import { BOX, type Layout, type Placed } from './map-layout.ts'
import { MapText } from './map-text.tsx'

type Around = ReturnType<typeof around>

/** The map as a picture. The list beside it says the same; a press on a box puts it in the middle. */
export const MapPicture = ({
  layout,
  focus,
  near,
  scale,
  titleOf,
  onFocus,
}: {
  readonly layout: Layout
  /** Id of the node in the middle. */
  readonly focus: string
  readonly near: Around | undefined
  readonly scale: number
  readonly titleOf: (node: Pick<Placed, 'id' | 'kind' | 'name' | 'path'>) => string
  readonly onFocus: (id: string) => void
}) => {
  const { t } = useTranslation('logic')
  const place = (id: string) =>
    near === undefined
      ? undefined
      : id === focus
        ? 'focus'
        : near.before.has(id)
          ? 'before'
          : near.after.has(id)
            ? 'after'
            : 'far'
  return (
    <svg
      role="img"
      aria-label={t('map.picture')}
      className="logic-map-picture"
      width={layout.width * scale}
      height={layout.height * scale}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
    >
      <defs>
        <marker
          id="logic-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0,0 L8,4 L0,8 z" fill="context-stroke" />
        </marker>
      </defs>
      {layout.columns.map(({ name, x }) => (
        <MapText
          key={name}
          text={titleOf({ id: `page:${name}`, kind: 'page', name, path: '' })}
          x={x}
          y={18}
          width={BOX.width}
          className="logic-map-column"
        />
      ))}
      {layout.edges.map(({ from, to, line, count, path }) => (
        <path
          key={`${from} ${to} ${line}`}
          d={path}
          data-line={line}
          data-far={isFar(near, focus, from, to) || undefined}
          className="logic-map-edge"
          markerEnd="url(#logic-arrow)"
          strokeWidth={Math.min(4, 1.2 + count / 3)}
        />
      ))}
      {layout.nodes.map((node) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the picture has buttons for the same
        <g
          key={node.id}
          className="logic-map-node"
          data-kind={node.kind}
          data-place={place(node.id)}
          onClick={() => onFocus(node.id === focus ? '' : node.id)}
        >
          <title>{titleOf(node)}</title>
          <rect
            x={node.x}
            y={node.y}
            width={BOX.width}
            height={BOX.height}
            rx={node.kind === 'page' ? 2 : 8}
          />
          <MapText
            text={titleOf(node)}
            x={node.x + 9}
            y={node.y + BOX.height / 2 + 4}
            width={BOX.width - 18}
          />
        </g>
      ))}
    </svg>
  )
}

/** A line counts as near where it lies on a way to or from the middle. */
const isFar = (near: Around | undefined, focus: string, from: string, to: string): boolean => {
  if (near === undefined) return false
  const before = (id: string) => id === focus || near.before.has(id)
  const after = (id: string) => id === focus || near.after.has(id)
  return !((before(from) && before(to)) || (after(from) && after(to)))
}
