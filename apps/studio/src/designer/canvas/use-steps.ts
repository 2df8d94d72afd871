import { type Pointer, setProperty, valueAt } from '@echolot/instrument'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../editor/use-editor.ts'
import { type Clip, clipOf, putClip } from '../edits/clip.ts'
import { mayMove, moveMany, removeMany, stepMany } from '../edits/move-many.ts'
import { flatten, type Json, type OutlineNode } from '../edits/outline.ts'
import type { Target } from '../edits/rearrange.ts'
import { topmost } from '../edits/selection.ts'
import { placeOf, siblingsOf } from '../edits/structure.ts'
import { type Converted, convertElement } from './convert-element.ts'

/** A question that is open before something is done. */
export type Asked =
  | { readonly for: 'remove' | 'move'; readonly pointers: readonly Pointer[] }
  | {
      readonly for: 'convert'
      readonly pointer: Pointer
      readonly type: string
      readonly lost: readonly string[]
    }

/** Everything that can be done to the structure, by mouse, keys and dialogs alike; each step is told to screen readers. */
export const useSteps = (editor: Editor, outline: readonly OutlineNode[]) => {
  const { t } = useTranslation('canvas')
  const { instrument, selected, selection, place, edit, say, mode } = editor
  const [asked, setAsked] = useState<Asked>()
  const nodeAt = (pointer: Pointer) => flatten(outline).find((node) => node.pointer === pointer)
  /** A step on one of several selected elements is a step on all of them. */
  const meant = (pointer: Pointer): readonly Pointer[] =>
    (selection.includes(pointer) ? selection : [pointer]).filter((one) => one !== '')
  const nameOf = (pointers: readonly Pointer[]): string =>
    pointers.length === 1
      ? (nodeAt(pointers[0] ?? '')?.name ?? '')
      : t('several', { count: pointers.length })
  const whereOf = (now: typeof instrument, pointer: Pointer) => {
    const { list, at } = placeOf(pointer)
    const owner = valueAt(now.survey, list.slice(0, list.lastIndexOf('/'))) as Json | undefined
    return {
      place: at + 1,
      count: siblingsOf(now, pointer),
      where: list === '/pages' ? '' : String(owner?.name ?? ''),
    }
  }
  const moveTo = (pointers: readonly Pointer[], target: Target) => {
    const moved = moveMany(instrument, pointers, target)
    if (moved.instrument === instrument) return
    place(
      () => moved,
      t('said.moved', { name: nameOf(pointers), ...whereOf(moved.instrument, moved.pointer) }),
    )
  }
  const put = (clip: Clip, target: Target, said: 'added' | 'pasted') => {
    const placed = putClip(instrument, clip, target)
    const count = placed.selection?.length ?? 0
    const name =
      count === 1
        ? String((valueAt(placed.instrument.survey, placed.pointer) as Json).name ?? '')
        : t('several', { count })
    place(() => placed, t(`said.${said}`, { name, ...whereOf(placed.instrument, placed.pointer) }))
  }
  const removeNow = (pointers: readonly Pointer[], said: 'removed' | 'cut') =>
    place((now) => removeMany(now, pointers), t(`said.${said}`, { name: nameOf(pointers) }))
  const convertNow = (pointer: Pointer, { json }: Converted) => {
    const { list, at } = placeOf(pointer)
    edit((now) => setProperty(now, { path: list, property: String(at), value: json }))
    say(t('said.converted', { name: nameOf([pointer]) }))
  }
  return {
    asked,
    stopAsking: () => setAsked(undefined),
    meant,
    nameOf,
    mayMove,
    moveTo,
    put,
    step: (pointer: Pointer, direction: 'up' | 'down') => {
      const pointers = meant(pointer)
      if (pointers.length === 0) return
      const moved = stepMany(instrument, pointers, direction)
      const name = nameOf(pointers)
      if (moved.instrument === instrument) say(t('said.atEnd', { name }))
      else
        place(() => moved, t('said.moved', { name, ...whereOf(moved.instrument, moved.pointer) }))
    },
    duplicate: (pointer: Pointer) => {
      const pointers = topmost(outline, meant(pointer)).map((node) => node.pointer)
      const last = pointers.at(-1)
      if (last === undefined) return
      const { list, at } = placeOf(last)
      const placed = putClip(instrument, clipOf(instrument, pointers), { list, at: at + 1 })
      place(() => placed, t('said.duplicated', { name: nameOf(pointers) }))
    },
    remove: removeNow,
    askToRemove: (pointer: Pointer) => {
      if (pointer !== '' && mode === 'edit') setAsked({ for: 'remove', pointers: meant(pointer) })
    },
    askWhereTo: (pointer: Pointer) => {
      if (pointer !== '' && mode === 'edit') setAsked({ for: 'move', pointers: meant(pointer) })
    },
    convert: (pointer: Pointer, type: string) => {
      const node = nodeAt(pointer)
      if (node === undefined || type === '') return
      const converted = convertElement(node.json, type)
      if (converted.lost.length === 0) convertNow(pointer, converted)
      else setAsked({ for: 'convert', pointer, type, lost: converted.lost })
    },
    convertAnyway: (pointer: Pointer, type: string) => {
      const node = nodeAt(pointer)
      if (node !== undefined) convertNow(pointer, convertElement(node.json, type))
    },
    setRequired: (pointer: Pointer, required: 'required' | 'optional') => {
      const chosen = meant(pointer)
      edit((now) =>
        chosen
          .filter((one) => one === pointer || nodeAt(one)?.kind === 'item')
          .reduce(
            (after, path) =>
              setProperty(after, {
                path,
                property: 'isRequired',
                value: required === 'required' ? true : undefined,
              }),
            now,
          ),
      )
      say(t(`said.${required}`, { name: nameOf(chosen) }))
    },
    /** Where something new comes to stand: in a selected page or panel, else behind what is selected. */
    targetAt: (pointer: Pointer = selected): Target =>
      newTarget(instrument, outline, nodeAt(pointer)),
  }
}
export type Steps = ReturnType<typeof useSteps>

const newTarget = (
  instrument: Editor['instrument'],
  outline: readonly OutlineNode[],
  node: OutlineNode | undefined,
): Target => {
  const into = node ?? outline.at(-1)
  if (into === undefined) return { list: '/pages/0/elements', at: 0 }
  if (into.kind === 'page' || into.type === 'panel')
    return { list: `${into.pointer}/elements`, at: into.children.length }
  if (into.type === 'paneldynamic')
    return { list: `${into.pointer}/templateElements`, at: into.children.length }
  const { list, at } = placeOf(into.pointer)
  return { list, at: Math.min(at + 1, siblingsOf(instrument, into.pointer)) }
}
