import type { Pointer } from '@echolot/instrument'
import { useTranslation } from 'react-i18next'
import { type Marks, Tree } from '../editor/tree.tsx'
import type { Editor } from '../editor/use-editor.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { sourceOf } from '../edits/source-of.ts'
import { FindBar } from './find-bar.tsx'
import { Toolbox, type ToolDrag } from './toolbox.tsx'
import type { Adding } from './use-adding.ts'
import type { Steps } from './use-steps.ts'
import { useStructureKeys } from './use-structure-keys.ts'

/** The tree to go through, or the toolbox to add from. */
export const SideColumn = ({
  editor,
  outline,
  title,
  marks,
  steps,
  adding,
  shown,
  onShow,
  onAddBelow,
  onDrag,
  onToolDrag,
}: {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
  readonly title: string
  readonly marks: Marks
  readonly steps: Steps
  readonly adding: Adding
  readonly shown: 'tree' | 'toolbox'
  readonly onShow: (shown: 'tree' | 'toolbox') => void
  readonly onAddBelow: () => void
  readonly onDrag: (event: PointerEvent, pointer: Pointer) => void
  readonly onToolDrag: ToolDrag
}) => {
  const { t } = useTranslation('canvas')
  const keys = useStructureKeys(editor, steps, { onWrite: focusFrame, onAddBelow })
  return (
    <div className="structure-side">
      <fieldset className="side-switch" aria-label={t('side.label')}>
        {(['tree', 'toolbox'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={shown === one} onClick={() => onShow(one)}>
            {t(`side.${one}`)}
          </button>
        ))}
      </fieldset>
      {shown === 'toolbox' ? (
        <Toolbox adding={adding} mode={editor.mode} onDrag={onToolDrag} />
      ) : (
        <>
          <FindBar editor={editor} outline={outline} />
          <Tree
            outline={outline}
            title={title}
            source={sourceOf(editor.instrument)}
            selected={editor.selected}
            selection={editor.selection}
            marks={marks}
            onSelect={editor.select}
            onKey={keys.act}
            onDrag={onDrag}
          />
          <details className="ui-hint tree-keys">
            <summary>{t('side.keys')}</summary>
            <p>{t('side.keysText')}</p>
          </details>
        </>
      )}
    </div>
  )
}

/** From the tree Enter leads to the element itself. */
const focusFrame = (pointer: Pointer) =>
  document.querySelector<HTMLElement>(`.frame[data-pointer="${CSS.escape(pointer)}"]`)?.focus()
