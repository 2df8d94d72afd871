import type { Pointer } from '@echolot/instrument'
import { Checkbox } from '@echolot/ui'
import { type KeyboardEvent, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tree } from '../editor/tree.tsx'
import { useBeside } from '../editor/use-beside.ts'
import type { Editor } from '../editor/use-editor.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { sourceOf } from '../edits/source-of.ts'
import { ElementMarks } from '../problems/mark-badges.tsx'
import { markedOutline } from '../problems/marked-outline.ts'
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
  const act = useRef(keys.act)
  act.current = keys.act
  const onKey = useCallback((event: KeyboardEvent) => act.current(event), [])
  const { selected, selection } = editor
  const { shown: seen, around } = useBeside(
    useMemo(() => ({ outline, title, selected, selection }), [outline, title, selected, selection]),
  )
  const marks = useContext(ElementMarks)
  const [only, setOnly] = useState<'all' | 'marked'>('all')
  const rows = useMemo(
    () => (only === 'all' ? seen.outline : markedOutline(seen.outline, marks, seen.selected)),
    [only, seen, marks],
  )
  return (
    <div className="structure-side" {...around}>
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
          <div className="side-find">
            <FindBar editor={editor} outline={outline} />
            {(marks.size > 0 || only === 'marked') && (
              <Checkbox
                label={t('side.marked', { count: marks.size })}
                checked={only === 'marked'}
                onChange={({ target }) => setOnly(target.checked ? 'marked' : 'all')}
              />
            )}
          </div>
          <Tree
            key={only}
            {...seen}
            outline={rows}
            source={sourceOf(editor.instrument)}
            onSelect={editor.select}
            onKey={onKey}
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
