import type { Editor } from '../editor/use-editor.ts'
import { flatten, type OutlineNode } from '../edits/outline.ts'
import { topmost } from '../edits/selection.ts'
import { sourceOf } from '../edits/source-of.ts'
import { ConvertDialog } from './convert-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import type { Steps } from './use-steps.ts'

/** What is asked before elements go, move or change their type. */
export const StructureDialogs = ({
  editor,
  outline,
  steps,
}: {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
  readonly steps: Steps
}) => {
  const { asked, stopAsking, nameOf } = steps
  const removing = asked?.for === 'remove' ? asked.pointers : []
  const moving = asked?.for === 'move' ? asked.pointers : undefined
  const converting = asked?.for === 'convert' ? asked : undefined
  return (
    <>
      <RemoveDialog
        editor={editor}
        nodes={topmost(outline, removing)}
        name={nameOf(removing)}
        onRemove={() => {
          steps.remove(removing, 'removed')
          stopAsking()
        }}
        onClose={stopAsking}
      />
      <MoveDialog
        pointers={moving}
        outline={outline}
        source={sourceOf(editor.instrument)}
        name={nameOf(moving ?? [])}
        mayMove={steps.mayMove}
        onMove={(target) => {
          steps.moveTo(moving ?? [], target)
          stopAsking()
        }}
        onClose={stopAsking}
      />
      <ConvertDialog
        asked={converting}
        name={flatten(outline).find(({ pointer }) => pointer === converting?.pointer)?.name ?? ''}
        onConvert={() => {
          if (converting !== undefined) steps.convertAnyway(converting.pointer, converting.type)
          stopAsking()
        }}
        onClose={stopAsking}
      />
    </>
  )
}
