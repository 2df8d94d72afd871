import type { Pointer } from '@echolot/instrument'
import { useCallback, useRef } from 'react'
import type { Editor } from '../editor/use-editor.ts'
import type { ToolDrag } from './toolbox.tsx'
import type { Adding } from './use-adding.ts'
import { useDrag } from './use-drag.tsx'
import type { Steps } from './use-steps.ts'

/** Carries elements between places, and tools into the questionnaire. */
export const useStructureDrag = (editor: Editor, steps: Steps, adding: Adding) => {
  const { carried, start } = useDrag()
  const now = useRef({ editor, steps, adding })
  now.current = { editor, steps, adding }
  const onDrag = useCallback(
    (event: PointerEvent, pointer: Pointer) => {
      const { editor, steps } = now.current
      if (editor.mode === 'read') return
      const pointers = steps.meant(pointer)
      start(event, {
        kind: pointers.some((one) => /^\/pages\/\d+$/.test(one)) ? 'pages' : 'elements',
        label: steps.nameOf(pointers),
        mayDrop: (target) => steps.mayMove(pointers, target),
        onDrop: (target) => now.current.steps.moveTo(pointers, target),
      })
    },
    [start],
  )
  const onToolDrag = useCallback<ToolDrag>(
    (event, { of, id, label }) => {
      if (now.current.editor.mode === 'read') return
      start(event, {
        kind: 'elements',
        label,
        mayDrop: () => true,
        onDrop: (target) =>
          of === 'kind'
            ? now.current.adding.addKind(id, target)
            : now.current.adding.addPreset(id, target),
      })
    },
    [start],
  )
  return { carried, onDrag, onToolDrag }
}
