import './own-properties.ts'
import './properties.css'
import type { Instrument } from '@echolot/instrument'
import { TextField } from '@echolot/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownLanguages } from '../editor/texts.tsx'
import type { Editor } from '../editor/use-editor.ts'
import { kindOf } from '../edits/kind-of.ts'
import type { Json, OutlineNode } from '../edits/outline.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { useTypeName } from '../type-name.ts'
import { hasNote } from './has-note.ts'
import { ObjectProperties } from './object-properties.tsx'
import type { PropertyOwner } from './property-owner.ts'
import { PublishedBadge, useIsPublished } from './published.tsx'
import { SeveralProperties } from './several-properties.tsx'

/** Everything that can be set on one page, panel or item, or on the questionnaire itself (`node` undefined). */
export const PropertyGrid = ({
  editor,
  node,
  several = [],
  published,
  shown,
  problems,
}: {
  readonly editor: Editor
  readonly node: OutlineNode | undefined
  /** Everything that is selected, where that is more than `node`. */
  readonly several?: readonly OutlineNode[]
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
  const owner: PropertyOwner = {
    editor,
    pointer,
    json,
    class: node === undefined ? 'survey' : node.type,
    item: node !== undefined && hasNote(node) ? node.name : undefined,
    published,
    shown,
    problems,
    nested: ObjectProperties,
  }
  if (several.length > 1)
    return (
      <fieldset className="properties-column" disabled={editor.mode === 'read'}>
        <SeveralProperties owner={owner} nodes={several} />
      </fieldset>
    )
  return (
    <section className="property-grid" aria-labelledby="element-heading">
      <header className="property-head">
        <h2 id="element-heading" ref={heading} tabIndex={-1}>
          {typeName(node === undefined ? 'survey' : kindOf(node))} <code>{name}</code>
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
      {/* Whoever looks on while somebody else edits can search and read everything, and change nothing. */}
      <fieldset className="properties-column" disabled={editor.mode === 'read'}>
        <ObjectProperties key={pointer} words={words} owner={owner} />
      </fieldset>
    </section>
  )
}
