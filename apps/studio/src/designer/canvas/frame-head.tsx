import { type MouseEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ThreadBadge } from '../comments/thread-badge.tsx'
import { kindOf } from '../edits/kind-of.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { MarkBadges } from '../problems/mark-badges.tsx'
import { useTypeName } from '../type-name.ts'
import { useCanvas } from './canvas-state.ts'
import { Icon } from './icon.tsx'

/** What an element is, what it is called, and what is wrong with it. */
export const FrameHead = ({
  node: { pointer, name, kind, type, json },
  mode,
  collapsed,
}: {
  readonly node: OutlineNode
  readonly mode: 'edit' | 'read'
  readonly collapsed: 'open' | 'closed'
}) => {
  const { t } = useTranslation('canvas')
  const typeName = useTypeName()
  const { actions } = useCanvas()
  const stop = (event: MouseEvent) => event.stopPropagation()
  return (
    <div className="frame-head" dir="ltr">
      {mode === 'edit' && <Grip pointer={pointer} label={t('frame.grip', { name })} />}
      <button
        type="button"
        className="frame-twist"
        tabIndex={-1}
        data-state={collapsed}
        aria-expanded={collapsed === 'open'}
        aria-label={t(collapsed === 'open' ? 'frame.close' : 'frame.open', { name })}
        onDoubleClick={stop}
        onClick={() => actions.collapse([name], collapsed === 'open' ? 'closed' : 'open')}
      >
        <Icon name="twist" />
      </button>
      <span className="frame-name">
        <strong>{kind === 'page' ? t('page') : typeName(kindOf({ type, json }))}</strong>{' '}
        <code>{name}</code>
      </span>
      {typeof json.visibleIf === 'string' && json.visibleIf !== '' && (
        <span className="frame-sign" title={json.visibleIf}>
          <Icon name="condition" />
          {t('frame.onlyIf')}
        </span>
      )}
      {json.isRequired === true && <span className="frame-sign">{t('frame.required')}</span>}
      <ThreadBadge element={name} />
      <MarkBadges element={pointer} />
    </div>
  )
}

/** Where a pointer or a finger takes hold; keys move with Alt and an arrow. */
const Grip = ({ pointer, label }: { readonly pointer: string; readonly label: string }) => {
  const { actions } = useCanvas()
  const grip = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const element = grip.current
    if (element === null) return
    const begin = (event: PointerEvent) => {
      if (event.button === 0) actions.drag(event, pointer)
    }
    element.addEventListener('pointerdown', begin)
    return () => element.removeEventListener('pointerdown', begin)
  }, [actions, pointer])
  return (
    <span ref={grip} className="frame-grip" title={label} aria-hidden="true">
      <Icon name="grip" />
    </span>
  )
}
