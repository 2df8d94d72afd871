import { type Json, type Row, remark, type Writer } from './writer.ts'

type Framed = {
  readonly name: string
  readonly json: Json
  readonly path: string
  readonly writer: Writer
}

/** Rows between the beginning and the end of a group or repeat; none without anything in it. */
export const framed = (
  kind: 'group' | 'repeat',
  { name, json, path, writer }: Framed,
  inner: readonly Row[],
  more: Row,
): readonly Row[] => {
  if (inner.length === 0) return []
  const relevant = writer.xpath(json.visibleIf, path, 'visibleIf')
  remark(json, path, FRAME_PROPERTIES, writer)
  return [
    {
      type: `begin_${kind}`,
      name,
      ...writer.texts('label', json.title),
      ...writer.texts('hint', json.description),
      ...(relevant === undefined ? {} : { relevant }),
      ...more,
    },
    ...inner,
    { type: `end_${kind}`, name },
  ]
}

const FRAME_PROPERTIES = new Set(
  'type name title description visibleIf elements questions templateElements panelCount minPanelCount maxPanelCount allowAddPanel allowRemovePanel titleLocation'.split(
    ' ',
  ),
)
