import { Button } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { around, type MapGraph, type MapNode } from './map-graph.ts'

/** The map in words: each thing that rules connect, what it depends on and what it decides on. */
export const MapList = ({
  graph,
  order,
  focus,
  titleOf,
  onFocus,
  onJump,
}: {
  readonly graph: MapGraph
  readonly order: readonly string[]
  readonly focus: string
  readonly titleOf: (node: MapNode) => string
  readonly onFocus: (id: string) => void
  readonly onJump: (path: string) => void
}) => {
  const { t } = useTranslation('logic')
  const byId = new Map(graph.nodes.map((node) => [node.id, node]))
  const columns = Map.groupBy(graph.nodes, ({ column }) => column)
  const to = Map.groupBy(graph.edges, (edge) => edge.to)
  const from = Map.groupBy(graph.edges, (edge) => edge.from)
  const others = (edges: MapGraph['edges'] | undefined, end: 'from' | 'to') => [
    ...new Set((edges ?? []).map((edge) => edge[end])),
  ]
  const links = (ids: readonly string[]) =>
    ids.length === 0
      ? t('map.nothing')
      : ids.map((id) => {
          const node = byId.get(id)
          return node === undefined ? null : (
            <button key={id} type="button" className="logic-link" onClick={() => onFocus(id)}>
              <bdi>{titleOf(node)}</bdi>
            </button>
          )
        })
  return (
    <nav className="logic-map-list" aria-label={t('map.list')}>
      {['known', ...order, 'survey'].map((name) => {
        const members = columns.get(name)
        return members === undefined ? null : (
          <ul key={name} aria-label={name}>
            {members.map((node) => {
              const isFocus = node.id === focus
              const near = isFocus ? around(graph, node.id) : undefined
              return (
                <li key={node.id}>
                  <button
                    type="button"
                    className="logic-map-entry"
                    aria-pressed={isFocus}
                    data-node={node.id}
                    data-kind={node.kind}
                    onClick={() => onFocus(isFocus ? '' : node.id)}
                  >
                    <bdi>{titleOf(node)}</bdi>
                  </button>
                  {near !== undefined && (
                    <div className="logic-map-near">
                      <p>
                        {t('map.dependsOn')}: {links(others(to.get(node.id), 'from'))}
                      </p>
                      <p>
                        {t('map.decides')}: {links(others(from.get(node.id), 'to'))}
                      </p>
                      <p className="ui-hint">
                        {t('map.upstream', { count: near.before.size })} ·{' '}
                        {t('map.downstream', { count: near.after.size })}
                      </p>
                      <Button size="small" onClick={() => onJump(node.path)}>
                        {t('map.jump')}
                      </Button>
                    </div>
                  )}
                </li>
              )
            })}
          </ul>
        )
      })}
    </nav>
  )
}
