import { type Instrument, localizedOf, textOf } from '@echolot/instrument'
import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutlineNode } from '../edits/outline.ts'
import { useCanvas, useCanvasView } from './canvas-state.ts'
import { TextEditor } from './text-editor.tsx'
import { textUnder } from './text-under.ts'
import { writtenIn } from './written-in.ts'

/** Title and description of the whole questionnaire, above its first page, written in place like any other text. */
export const SurveyHead = ({
  instrument,
  chosen,
}: {
  readonly instrument: Instrument
  readonly chosen: 'first' | 'no'
}) => {
  const { t } = useTranslation('canvas')
  const { actions, language, source } = useCanvas()
  const { survey, instrument: name } = instrument
  const frame = useRef<HTMLDivElement>(null)
  const mode = useCanvasView((view) => view.mode)
  const written = useCanvasView(({ editing }) =>
    editing?.element === '' ? editing.text : undefined,
  )
  const node = useMemo(
    (): OutlineNode => ({
      pointer: '',
      kind: 'page',
      type: 'survey',
      name,
      title: localizedOf(survey.title, ''),
      json: survey,
      children: [],
    }),
    [survey, name],
  )
  const write = (text: string) => actions.write({ element: '', text })
  const onDoubleClick = (event: MouseEvent) => {
    if (mode === 'read' || frame.current === null) return
    if (event.target instanceof Element && event.target.closest('button, textarea')) return
    write(textUnder(frame.current, event.clientX, event.clientY) ?? '/title')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== frame.current || mode === 'read') return
    if (event.key !== 'Enter' && event.key !== 'F2') return
    event.preventDefault()
    event.stopPropagation()
    write('/title')
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands among the frames and is one
    <div
      ref={frame}
      role="group"
      aria-label={t('surveyHead', { name })}
      className="frame survey-head"
      data-frame="survey"
      data-chosen={chosen}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Enter and F2 write here
      tabIndex={0}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button, textarea')) return
        actions.select('', 'only')
      }}
      onDoubleClick={onDoubleClick}
      onKeyDown={onKeyDown}
    >
      {(['title', 'description'] as const).map((property) => {
        const state = writtenIn(survey[property], language, source)
        if (state === 'nowhere' && property === 'description') return null
        return (
          <p
            key={property}
            className={`frame-${property}`}
            data-kind="page"
            data-words={`/${property}`}
            data-written={state}
          >
            {state === 'nowhere'
              ? t('untitled')
              : textOf(localizedOf(survey[property], ''), language, source)}
          </p>
        )
      })}
      {written !== undefined && frame.current !== null && (
        <TextEditor key={written} node={node} text={written} frame={frame.current} />
      )}
    </div>
  )
}
