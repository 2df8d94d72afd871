import { localizedOf, type Pointer, textOf } from '@echolot/instrument'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Canvas } from '../canvas/canvas.tsx'
import { SideColumn } from '../canvas/side-column.tsx'
import { StructureDialogs } from '../canvas/structure-dialogs.tsx'
import { useAdding } from '../canvas/use-adding.ts'
import { useClipboard } from '../canvas/use-clipboard.ts'
import { DragLayer } from '../canvas/use-drag.tsx'
import { useMarks } from '../canvas/use-marks.ts'
import { useSteps } from '../canvas/use-steps.ts'
import { useStructureDrag } from '../canvas/use-structure-drag.ts'
import { useOpenThreads } from '../comments/requests.ts'
import { ThreadCounts } from '../comments/thread-badge.tsx'
import { sourceOf } from '../edits/source-of.ts'
import { ElementMarks } from '../problems/mark-badges.tsx'
import { RightColumn } from './right-column.tsx'
import type { RoomProps } from './room.ts'

/** On narrow screens one of the three is seen at a time. */
const PANES = ['side', 'canvas', 'properties'] as const
type Pane = (typeof PANES)[number]

/** Tree and toolbox, the questionnaire as respondents see it, and everything known of the selected element. */
export const StructureRoom = ({
  editor,
  outline,
  checked,
  published,
  shown,
  onShow,
  onGo,
  onRoom,
}: RoomProps) => {
  const { t } = useTranslation('canvas')
  const { instrument } = editor
  const source = sourceOf(instrument)
  const [pane, setPane] = useState<Pane>('canvas')
  const [side, setSide] = useState<'tree' | 'toolbox'>(() =>
    hasItems(outline) ? 'tree' : 'toolbox',
  )
  const [chosen, setChosen] = useState(source)
  const language = instrument.languages.some(({ tag }) => tag === chosen) ? chosen : source
  const steps = useSteps(editor, outline)
  const [begun, setBegun] = useState<{ readonly pointer: Pointer }>()
  const adding = useAdding(editor, steps, (pointer) => {
    setPane('canvas')
    if (pointer !== undefined) setBegun({ pointer })
  })
  const { marks, problemsAt } = useMarks(checked, instrument, outline)
  const clipboard = useClipboard(editor, steps)
  const drag = useStructureDrag(editor, steps, adding)
  useWideRoom()
  const openToolbox = () => {
    setSide('toolbox')
    setPane('side')
    requestAnimationFrame(() => document.getElementById('toolbox-search')?.focus())
  }
  const threads = useOpenThreads(instrument.instrument)
  return (
    <ThreadCounts value={threads}>
      <ElementMarks value={marks}>
        <div className="structure" data-pane={pane}>
          <fieldset className="structure-panes" aria-label={t('pane.label')}>
            {PANES.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={pane === one}
                onClick={() => setPane(one)}
              >
                {t(`pane.${one}`)}
              </button>
            ))}
          </fieldset>
          <SideColumn
            editor={editor}
            outline={outline}
            title={textOf(
              localizedOf(instrument.survey.title, instrument.instrument),
              source,
              source,
            )}
            steps={steps}
            adding={adding}
            shown={side}
            onShow={setSide}
            onAddBelow={openToolbox}
            onDrag={drag.onDrag}
            onToolDrag={drag.onToolDrag}
          />
          <div className="structure-canvas">
            <Canvas
              editor={editor}
              outline={outline}
              problemsAt={problemsAt}
              steps={steps}
              language={language}
              onLanguage={setChosen}
              onAddBelow={openToolbox}
              onBegin={(kind, pointer) => adding.addKind(kind, steps.targetAt(pointer))}
              begun={begun}
              onDrag={drag.onDrag}
              onPaste={() => void clipboard.pasteNow()}
              clipboard={clipboard}
            />
          </div>
          <RightColumn
            editor={editor}
            outline={outline}
            checked={checked}
            published={published}
            shown={shown}
            onShow={onShow}
            {...(onRoom !== undefined && { onRoom })}
            onGo={(place, problem) => {
              setPane('properties')
              onGo(place, problem)
            }}
          />
          <StructureDialogs editor={editor} outline={outline} steps={steps} />
          <DragLayer carried={drag.carried} />
        </div>
      </ElementMarks>
    </ThreadCounts>
  )
}

/** An empty questionnaire begins with the toolbox. */
const hasItems = (outline: RoomProps['outline']) =>
  outline.some(({ children }) => children.length > 0)

/** Three columns need the width of the window; other rooms are read and stay narrow. */
const useWideRoom = () =>
  useLayoutEffect(() => {
    document.documentElement.dataset.room = 'structure'
    return () => {
      delete document.documentElement.dataset.room
    }
  }, [])
