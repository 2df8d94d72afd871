import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutlineNode } from '../edits/outline.ts'
import { useTypeName } from '../type-name.ts'
import { useCanvas } from './canvas-state.ts'
import { Icon } from './icon.tsx'
import { KINDS } from './kinds.ts'

/** What most questionnaires begin with. */
const FIRST = ['radiogroup', 'matrix', 'comment'] as const

/** A page or panel without anything in it says how to begin: three usual questions, or anything else. */
export const EmptyPlace = ({
  node: { pointer, kind },
  mode,
}: {
  readonly node: OutlineNode
  readonly mode: 'edit' | 'read'
}) => {
  const { t } = useTranslation('canvas')
  const typeName = useTypeName()
  const { actions } = useCanvas()
  const first = useRef<HTMLButtonElement>(null)
  /** Whoever comes from another page, the focus nowhere, can begin at once. */
  useEffect(() => {
    if (document.activeElement === document.body) first.current?.focus({ preventScroll: true })
  }, [])
  if (mode === 'read') return <p className="frame-empty">{t('empty')}</p>
  if (kind !== 'page') return <p className="frame-empty">{t('emptyHint')}</p>
  return (
    <div className="empty-page" dir="ltr">
      <p>{t('emptyPage.title')}</p>
      <div className="empty-page-kinds">
        {FIRST.map((id) => (
          <button
            key={id}
            ref={id === FIRST[0] ? first : undefined}
            type="button"
            onClick={() => actions.begin(id, pointer)}
          >
            <span aria-hidden="true">{KINDS.find((kind) => kind.id === id)?.sign}</span>
            {typeName(id)}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="frame-add"
        onClick={() => {
          actions.select(pointer, 'only')
          actions.addBelow(pointer)
        }}
      >
        <Icon name="add" />
        {t('emptyPage.other')}
      </button>
      <p className="empty-page-keys">{t('emptyPage.keys')}</p>
    </div>
  )
}
