import { textOf } from '@echolot/instrument'
import { type MouseEvent, memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOf } from '../edits/kind-of.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { placeOf } from '../edits/structure.ts'
import { useTypeName } from '../type-name.ts'
import { useCanvas, useCanvasView } from './canvas-state.ts'
import { type Chosen, chosenAs } from './chosen.ts'
import { ContainerBody, type DrawFrame } from './container-body.tsx'
import { FrameAdds } from './frame-adds.tsx'
import { FrameHead } from './frame-head.tsx'
import { FrameProblems } from './frame-problems.tsx'
import { FrameTools } from './frame-tools.tsx'
import { QuestionBody } from './question-body.tsx'
import { TextEditor } from './text-editor.tsx'
import { textUnder } from './text-under.ts'

/** One page, panel or question on the canvas with all that can be done to it. */
export const ElementFrame = memo(
  ({
    node,
    chosen: within,
    first,
  }: {
    readonly node: OutlineNode
    readonly chosen: Chosen
    readonly first: 'near' | 'far'
  }) => {
    const { t } = useTranslation('canvas')
    const typeName = useTypeName()
    const { actions, language, source } = useCanvas()
    const { pointer, name, kind, type } = node
    const frame = useRef<HTMLDivElement>(null)
    const chosen = chosenAs(pointer, within)
    const mode = useCanvasView((view) => view.mode)
    const isCollapsed = useCanvasView(({ collapsed }) => collapsed.has(name))
    const written = useCanvasView(({ editing }) =>
      editing?.element === pointer ? editing.text : undefined,
    )
    useEffect(() => {
      if (chosen !== 'first') return
      const waiting = requestAnimationFrame(() =>
        frame.current?.scrollIntoView({ block: 'nearest' }),
      )
      return () => cancelAnimationFrame(waiting)
    }, [chosen])
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('button, select, textarea'))
        return
      event.stopPropagation()
      actions.select(
        pointer,
        event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only',
      )
      frame.current?.focus({ preventScroll: true })
    }
    const onDoubleClick = (event: MouseEvent) => {
      if (mode === 'read' || frame.current === null) return
      if (event.target instanceof Element && event.target.closest('button, select, textarea'))
        return
      event.stopPropagation()
      const text = textUnder(frame.current, event.clientX, event.clientY)
      actions.write({ element: pointer, text: text ?? (type === 'html' ? '/html' : '/title') })
    }
    const label = t('frame.label', {
      type: kind === 'page' ? t('page') : typeName(kindOf(node)),
      name,
      title: textOf(node.title, language, source).slice(0, 120),
    })
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the canvas around it takes all keys
      // biome-ignore lint/a11y/useSemanticElements: a frame with tools is no fieldset
      <div
        ref={frame}
        role="group"
        aria-label={chosen === 'no' ? label : t('frame.chosen', { label })}
        className="frame"
        data-frame={kind}
        data-pointer={pointer}
        data-list={placeOf(pointer).list}
        data-chosen={chosen}
        data-collapsed={isCollapsed || undefined}
        data-holds={type === 'paneldynamic' || undefined}
        data-same-line={node.json.startWithNewLine === false || undefined}
        tabIndex={chosen === 'first' ? 0 : -1}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        <FrameHead node={node} mode={mode} collapsed={isCollapsed ? 'closed' : 'open'} />
        {!isCollapsed &&
          (kind === 'item' && type !== 'paneldynamic' ? (
            <QuestionBody node={node} first={first} />
          ) : (
            <ContainerBody node={node} chosen={within} first={first} frame={frameOf} />
          ))}
        {written !== undefined && frame.current !== null && (
          <TextEditor key={written} node={node} text={written} frame={frame.current} />
        )}
        {chosen === 'first' && mode === 'edit' && (
          <>
            <FrameProblems pointer={pointer} />
            {!isCollapsed && <FrameAdds node={node} />}
            <FrameTools node={node} count={within.all.length} />
          </>
        )}
      </div>
    )
  },
)

const frameOf: DrawFrame = (key, props) => <ElementFrame key={key} {...props} />
