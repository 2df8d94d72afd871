import './own-properties.ts'
import './properties.css'
import type { Instrument } from '@echolot/instrument'
import { TextField } from '@echolot/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Serializer } from 'survey-core'
import type { ShownLanguages } from '../editor/texts.tsx'
import type { Editor } from '../editor/use-editor.ts'
import type { Json, OutlineNode } from '../edits/outline.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { useTypeName } from '../type-name.ts'
import { ObjectProperties } from './object-properties.tsx'
import { PublishedBadge, useIsPublished } from './published.tsx'

/** Everything that can be set on one page, panel or item, or on the questionnaire itself (`node` undefined). */
export const PropertyGrid = ({
  editor,
  node,
  published,
  shown,
  problems,
}: {
  readonly editor: Editor
  readonly node: OutlineNode | undefined
  readonly published: Instrument | undefined
  readonly shown: ShownLanguages
  readonly problems: readonly FoundProblem[]
}) => {
  const { t } = useTranslation('properties')
  const typeName = useTypeName()
  const [words, setWords] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const pointer = node?.pointer ?? ''
  const json: Json = node?.json ?? editor.instrument.survey
  const name = node?.name ?? editor.instrument.instrument
  const isPublished = useIsPublished(published, name)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another element begins at its top
  useEffect(() => {
    heading.current?.closest('.property-grid')?.scrollTo?.({ top: 0 })
  }, [pointer])
  return (
    <section className="property-grid" aria-labelledby="element-heading">
      <header className="property-head">
        <h2 id="element-heading" ref={heading} tabIndex={-1}>
          {typeName(node === undefined ? 'survey' : node.type)} <code>{name}</code>
        </h2>
        {isPublished && <PublishedBadge />}
        <TextField
          label={t('search')}
          labelled="hidden"
          type="search"
          placeholder={t('search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </header>
      <ObjectProperties
        key={pointer}
        words={words}
        owner={{
          editor,
          pointer,
          json,
          class: node === undefined ? 'survey' : node.type,
          item: node !== undefined && hasNote(node) ? node.name : undefined,
          published,
          shown,
          problems,
          nested: ObjectProperties,
        }}
      />
    </section>
  )
}

/** Items with one answer have a note of their own; rows of a matrix have theirs, and a panel's items too. */
const hasNote = ({ kind, type }: OutlineNode) =>
  kind === 'item' &&
  type !== 'matrix' &&
  type !== 'paneldynamic' &&
  !Serializer.isDescendantOf(type, 'nonvalue')
