import type { Instrument } from '@echolot/instrument'
import { ElementThreads } from '../comments/element-threads.tsx'
import type { OutlineNode } from '../edits/outline.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { PropertyGrid } from '../properties/property-grid.tsx'
import { ScaleMembership } from '../science/scale-membership.tsx'
import { SurveyEditor } from './survey-editor.tsx'
import type { ShownLanguages } from './texts.tsx'
import type { Editor } from './use-editor.ts'

/** Everything that is known of the selected element, or of the questionnaire where none is. */
export const PropertiesColumn = ({
  editor,
  node,
  several,
  published,
  problems,
  shown,
}: {
  readonly editor: Editor
  readonly node: OutlineNode | undefined
  readonly several: readonly OutlineNode[]
  readonly published: Instrument | undefined
  readonly problems: readonly FoundProblem[]
  readonly shown: ShownLanguages
}) => (
  <>
    {node === undefined && (
      <fieldset className="properties-column" disabled={editor.mode === 'read'}>
        <SurveyEditor editor={editor} />
      </fieldset>
    )}
    <PropertyGrid
      editor={editor}
      node={node}
      several={several}
      published={published}
      problems={problems}
      shown={shown}
    />
    {node !== undefined && (
      <fieldset className="properties-column" disabled={editor.mode === 'read'}>
        <ScaleMembership editor={editor} node={node} />
      </fieldset>
    )}
    <ElementThreads name={editor.instrument.instrument} element={node?.name ?? ''} />
  </>
)
