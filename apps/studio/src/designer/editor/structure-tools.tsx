import type { Instrument, Pointer } from '@echolot/instrument'
import { Button, Dialog, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NEW_KINDS, type NewKind, newElement } from '../edits/new-element.ts'
import { childListOf, flatten, type OutlineNode } from '../edits/outline.ts'
import {
  addElement,
  duplicateElement,
  freeName,
  moveElement,
  moveElementTo,
  namesIn,
  placeOf,
  removeElement,
  siblingsOf,
} from '../edits/structure.ts'
import { usesOf } from '../edits/uses-of.ts'
import type { Editor } from './use-editor.ts'

/** Everything that can be done to the place of the selected element, without a mouse. */
export const useStructureSteps = (editor: Editor, outline: readonly OutlineNode[]) => {
  const { t } = useTranslation('designer')
  const { instrument, place } = editor
  const [removing, setRemoving] = useState<Pointer>()
  const nodeAt = (pointer: Pointer) => flatten(outline).find((node) => node.pointer === pointer)
  const move = (pointer: Pointer, direction: 'up' | 'down') => {
    if (pointer === '') return
    const moved = moveElement(instrument, pointer, direction)
    const name = nodeAt(pointer)?.name ?? ''
    place(
      () => moved,
      moved.pointer === pointer
        ? t('tree.atEnd', { name })
        : t('tree.moved', {
            name,
            place: placeOf(moved.pointer).at + 1,
            count: siblingsOf(moved.instrument, moved.pointer),
          }),
    )
  }
  return {
    removing,
    move,
    askToRemove: setRemoving,
    stopRemoving: () => setRemoving(undefined),
    remove: (pointer: Pointer) => {
      const name = nodeAt(pointer)?.name ?? ''
      const { list, at } = placeOf(pointer)
      place(
        (now) => ({
          instrument: removeElement(now, pointer),
          pointer: `${list}/${Math.max(0, at === siblingsOf(now, pointer) - 1 ? at - 1 : at)}`,
        }),
        t('tree.removed', { name }),
      )
      setRemoving(undefined)
    },
  }
}
export type StructureSteps = ReturnType<typeof useStructureSteps>

export const StructureTools = ({
  editor,
  outline,
  steps,
  pageTitle,
}: {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
  readonly steps: StructureSteps
  readonly pageTitle: (node: OutlineNode, place: number) => string
}) => {
  const { t } = useTranslation('designer')
  const { instrument, selected, place } = editor
  const [kind, setKind] = useState<NewKind>('radiogroup')
  const nodes = flatten(outline)
  const node = nodes.find(({ pointer }) => pointer === selected)
  const isPage = node?.kind === 'page'
  const add = () => {
    const { list, at } = placeForNew(instrument, outline, node)
    const name = freeName(kind === 'panel' ? 'panel_1' : 'item_1', namesIn(instrument))
    place(
      (now) => addElement(now, { list, at, element: newElement(kind, name) }),
      t('tree.added', { name }),
    )
  }
  const addPage = () => {
    const at = node === undefined ? outline.length : pagePlaceOf(node.pointer) + 1
    const name = freeName('page_1', namesIn(instrument))
    place(
      (now) => addElement(now, { list: '/pages', at, element: { name, elements: [] } }),
      t('tree.added', { name }),
    )
  }
  const moveTo = (list: string) => {
    if (list === '' || node === undefined) return
    const page = outline[pagePlaceOf(list)]
    place(
      (now) => moveElementTo(now, selected, list),
      t('tree.movedTo', { name: node.name, page: page?.name ?? '' }),
    )
  }
  return (
    <div className="structure-tools">
      <div className="structure-add">
        <Select
          label={t('tree.newKind')}
          value={kind}
          choices={NEW_KINDS.map((value) => ({ value, text: t(`type.${value}`) }))}
          onSelect={(value) => setKind(value as NewKind)}
        />
        <Button size="small" variant="primary" disabled={outline.length === 0} onClick={add}>
          {t('tree.add')}
        </Button>
        <Button size="small" onClick={addPage}>
          {t('tree.addPage')}
        </Button>
      </div>
      {node !== undefined && (
        <fieldset className="structure-move">
          <legend className="ui-hidden">{t('tree.toolsFor', { name: node.name })}</legend>
          <Button
            size="small"
            aria-label={t('tree.up', { name: node.name })}
            title={t('tree.upTip')}
            onClick={() => steps.move(selected, 'up')}
          >
            ↑
          </Button>
          <Button
            size="small"
            aria-label={t('tree.down', { name: node.name })}
            title={t('tree.downTip')}
            onClick={() => steps.move(selected, 'down')}
          >
            ↓
          </Button>
          <Button
            size="small"
            onClick={() =>
              place(
                (now) => duplicateElement(now, selected),
                t('tree.duplicated', { name: node.name }),
              )
            }
          >
            {t('tree.duplicate')}
          </Button>
          <Button size="small" variant="danger" onClick={() => steps.askToRemove(selected)}>
            {t('tree.remove')}
          </Button>
          {!isPage && (
            <Select
              className="structure-to"
              label={t('tree.moveTo')}
              labelled="hidden"
              value=""
              choices={[
                { value: '', text: t('tree.moveTo') },
                ...targetsOf(outline, node).map(({ list, target, page }) => ({
                  value: list,
                  text: target.kind === 'page' ? pageTitle(target, page) : `– ${target.name}`,
                })),
              ]}
              onSelect={moveTo}
            />
          )}
        </fieldset>
      )}
      <RemoveDialog editor={editor} outline={outline} steps={steps} />
    </div>
  )
}

const RemoveDialog = ({
  editor,
  outline,
  steps,
}: {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
  readonly steps: StructureSteps
}) => {
  const { t } = useTranslation('designer')
  const { removing } = steps
  const node =
    removing === undefined
      ? undefined
      : flatten(outline).find(({ pointer }) => pointer === removing)
  const uses = node === undefined ? [] : usesOf(editor.instrument, node)
  const held = node === undefined ? 0 : flatten(node.children).length
  return (
    <Dialog
      open={node !== undefined}
      title={t('tree.removeTitle', { name: node?.name ?? '' })}
      onClose={steps.stopRemoving}
      actions={
        <>
          <Button onClick={steps.stopRemoving}>{t('cancel')}</Button>
          <Button variant="danger" onClick={() => node && steps.remove(node.pointer)}>
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
            {uses.map(({ name, by, text }) => (
              <li key={`${name} ${by} ${text}`}>
                <code>{by}</code> {t('tree.speaksOf')} <code>{name}</code>: <code>{text}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="ui-hint">{t('tree.removeUndo')}</p>
    </Dialog>
  )
}

/** A new element comes behind the selected one, at the end of a selected page or panel, else onto the last page. */
const placeForNew = (
  instrument: Instrument,
  outline: readonly OutlineNode[],
  node: OutlineNode | undefined,
) => {
  const into = node ?? outline.at(-1)
  const list = into && childListOf(into)
  if (into !== undefined && list !== undefined)
    return { list: `${into.pointer}/${list}`, at: into.children.length }
  if (node !== undefined) return { ...placeOf(node.pointer), at: placeOf(node.pointer).at + 1 }
  const pages = instrument.survey.pages
  return { list: `/pages/${Array.isArray(pages) ? pages.length - 1 : 0}/elements`, at: 0 }
}

const pagePlaceOf = (pointer: Pointer) => Number(pointer.split('/')[2] ?? 0)

/** Pages and panels that the element could move into. */
const targetsOf = (outline: readonly OutlineNode[], node: OutlineNode) =>
  outline.flatMap((page, place) =>
    flatten([page]).flatMap((target) => {
      const list = childListOf(target)
      const full = list === undefined ? undefined : `${target.pointer}/${list}`
      const isOwn = full === placeOf(node.pointer).list
      const isInside =
        target.pointer === node.pointer || target.pointer.startsWith(`${node.pointer}/`)
      return full === undefined || isOwn || isInside ? [] : [{ list: full, target, page: place }]
    }),
  )
