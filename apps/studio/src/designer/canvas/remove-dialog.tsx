import { Button, Dialog } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../editor/use-editor.ts'
import { flatten, type OutlineNode } from '../edits/outline.ts'
import { usesOf } from '../edits/uses-of.ts'

/** Says what else speaks of the elements before they go. */
export const RemoveDialog = ({
  editor,
  nodes,
  name,
  onRemove,
  onClose,
}: {
  readonly editor: Editor
  readonly nodes: readonly OutlineNode[]
  readonly name: string
  readonly onRemove: () => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('designer')
  const uses = nodes.flatMap((node) => usesOf(editor.instrument, node))
  const held = nodes.flatMap(({ children }) => flatten(children)).length
  return (
    <Dialog
      open={nodes.length > 0}
      title={t('tree.removeTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="danger" onClick={onRemove}>
            {t('tree.remove')}
          </Button>
        </>
      }
    >
      {held > 0 && <p>{t('tree.removeHeld', { count: held })}</p>}
      {uses.length === 0 ? (
        <p>{t('tree.removeUnused')}</p>
      ) : (
        <>
          <p>{t('tree.removeUsed')}</p>
          <ul>
            {uses.map(({ name: item, by, text }) => (
              <li key={`${item} ${by} ${text}`}>
                <code>{by}</code> {t('tree.speaksOf')} <code>{item}</code>: <code>{text}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="ui-hint">{t('tree.removeUndo')}</p>
    </Dialog>
  )
}
