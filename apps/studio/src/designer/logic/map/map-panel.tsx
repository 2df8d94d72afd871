import { pagesOf } from '@echolot/instrument'
import { type DependencyNode, dependenciesOf, placesOf } from '@echolot/routing/logic'
import { Button, RadioGroup } from '@echolot/ui'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../editor/room.ts'
import { useSay } from '../say.ts'
import { around, itemGraph, type MapNode, pageGraph } from './map-graph.ts'
import { BOX, layoutOf } from './map-layout.ts'
import { MapLegend } from './map-legend.tsx'
import { MapList } from './map-list.tsx'
import { MapPicture } from './map-picture.tsx'

/** From here on the map begins with pages: nobody sees through more boxes. */
const MANY = 90

/** Who depends on whom, as a picture and as a list. */
export const MapPanel = ({
  editor,
  onJump,
}: Pick<RoomProps, 'editor'> & { readonly onJump: (pointer: string) => void }) => {
  const { t } = useTranslation('logic')
  const settled = useDeferredValue(editor.instrument)
  const { titleOf: placeTitle } = useSay(settled)
  const dependencies = useMemo(() => dependenciesOf(settled), [settled])
  const items = useMemo(() => itemGraph(dependencies), [dependencies])
  const [chosen, setDetail] = useState<'pages' | 'items'>()
  const [focus, setFocus] = useState('')
  const [scale, setScale] = useState(1)
  const detail = chosen ?? (items.nodes.length > MANY ? 'pages' : 'items')
  const graph = useMemo(
    () => (detail === 'items' ? items : pageGraph(dependencies)),
    [detail, items, dependencies],
  )
  const order = useMemo(() => pagesOf(settled).map(({ name }) => name), [settled])
  const middle = graph.nodes.some(({ id }) => id === focus) ? focus : ''
  const near = useMemo(() => (middle === '' ? undefined : around(graph, middle)), [graph, middle])
  const layout = useMemo(() => {
    const tooMany = near !== undefined && graph.nodes.length > MANY
    const nodes = tooMany
      ? graph.nodes.filter(({ id }) => id === middle || near.before.has(id) || near.after.has(id))
      : graph.nodes
    return layoutOf({ nodes, edges: graph.edges }, order)
  }, [graph, order, near, middle])
  const picture = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another middle moves the picture
  useEffect(() => {
    const box = layout.nodes.find(({ id }) => id === middle)
    const around = picture.current
    if (box === undefined || around === null) return
    around.scrollTo?.({
      left: (box.x + BOX.width / 2) * scale - around.clientWidth / 2,
      top: (box.y + BOX.height / 2) * scale - around.clientHeight / 2,
    })
  }, [middle])
  const titles = useMemo(
    () => new Map(placesOf(settled).map((place) => [place.path, placeTitle(place)])),
    [settled, placeTitle],
  )
  const titleOf = ({
    kind,
    name,
    path,
    id,
  }: Pick<MapNode, 'kind' | 'name' | 'path' | 'id'>): string => {
    if (name === 'known') return t('builder.asked.always')
    if (kind === 'survey' || name === 'survey') return t('map.survey')
    if (kind === 'trigger') return t('map.trigger', { number: Number(id.split('/').at(-1)) + 1 })
    return titles.get(path === '' ? (pagePaths.get(name) ?? '-') : path) ?? name
  }
  const pagePaths = useMemo(
    () => new Map(pagesOf(settled).map(({ name, path }) => [name, path])),
    [settled],
  )
  const unbound = countUnbound(dependencies.nodes, items.nodes)
  if (items.edges.length === 0) return <p className="ui-hint">{t('map.empty')}</p>
  return (
    <div className="logic-map">
      <div className="logic-bar">
        <RadioGroup
          label={t('map.detail')}
          layout="row"
          value={detail}
          choices={(['pages', 'items'] as const).map((value) => ({
            value,
            text: t(`map.${value}`),
          }))}
          onChoose={(value) => {
            setDetail(value as 'pages' | 'items')
            setFocus('')
          }}
        />
        {(
          [
            ['smaller', 0.8],
            ['bigger', 1.25],
          ] as const
        ).map(([word, by]) => (
          <Button
            key={word}
            size="small"
            onClick={() => setScale((now) => Math.min(2, Math.max(0.4, now * by)))}
          >
            {t(`map.${word}`)}
          </Button>
        ))}
        {middle !== '' && (
          <Button size="small" onClick={() => setFocus('')}>
            {t('map.everything')}
          </Button>
        )}
      </div>
      <MapLegend edges={graph.edges} />
      <div className="logic-map-both">
        <section
          ref={picture}
          className="logic-map-scroll"
          aria-label={t('map.label')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
        >
          <MapPicture
            layout={layout}
            focus={middle}
            near={near}
            scale={scale}
            titleOf={titleOf}
            onFocus={setFocus}
          />
        </section>
        <MapList
          graph={graph}
          order={order}
          focus={middle}
          titleOf={titleOf}
          onFocus={setFocus}
          onJump={onJump}
        />
      </div>
      {detail === 'items' && unbound > 0 && (
        <p className="ui-hint">{t('map.unbound', { count: unbound })}</p>
      )}
    </div>
  )
}

const countUnbound = (all: readonly DependencyNode[], bound: readonly MapNode[]) =>
  all.filter(({ kind }) => kind === 'item').length -
  bound.filter(({ kind }) => kind === 'item').length
