import { Button, Notice } from '@echolot/ui'
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../editor/room.ts'
import { SavePersona } from '../personas/save-persona.tsx'
import type { OpenInPreview, Trial } from '../trial.ts'
import { useWork } from '../work/use-work.ts'
import { AnswersBeside } from './answers-beside.tsx'
import { PreviewTools } from './preview-tools.tsx'
import { RespondentFrame } from './respondent-frame.tsx'
import { useJump } from './use-jump.ts'
import { useRunning } from './use-running.ts'
import { firstView, type View } from './view.ts'

/** The draft on the respondents' own page, in a device's frame, beside what the server would say to these answers. */
export const PreviewPart = ({
  editor,
  outline,
  trial,
  onTrial,
  onOpen,
  sight,
}: Pick<RoomProps, 'editor' | 'outline'> & {
  readonly sight: NonNullable<RoomProps['sight']>
  readonly trial: Trial
  readonly onTrial: Dispatch<SetStateAction<Trial>>
  readonly onOpen: OpenInPreview
}) => {
  const { t } = useTranslation('trial')
  const { instrument } = editor
  const work = useWork()
  const frame = useRef<HTMLIFrameElement>(null)
  const [view, setView] = useState<View>(() => firstView(instrument))
  const [beside, setBeside] = useState<'said'>()
  const running = useRunning(frame, instrument, {
    trial,
    onTrial,
    view,
    onLanguage: (language) => setView((before) => ({ ...before, language })),
    onBeside: () => setBeside('said'),
  })
  const { seen, seek, put, itemsOn } = running
  const [seed, setSeed] = useState(1)
  const jump = useJump(instrument, { seek, trial, work, onOpen })
  const go = useRef(jump.go)
  go.current = jump.go
  const isRunning = seen.pages.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: answers put in from outside say where to begin
  useEffect(() => {
    if (trial.at !== undefined && isRunning) void go.current(trial.at, 'here')
  }, [trial.at, trial.opened, isRunning])
  const fill = async (extent: 'page' | 'all') => {
    if (work === undefined) return
    const answers = await work.ask(instrument, 'fill', {
      answers: trial.answers,
      context: trial.context,
      seed,
      ...(extent === 'page' && { items: itemsOn(seen.pages[seen.page]) }),
    })
    setSeed((before) => before + 1)
    put(answers)
  }
  return (
    <div className="trial-preview">
      <PreviewTools
        instrument={instrument}
        outline={outline}
        selected={editor.selected}
        view={view}
        onView={setView}
        trial={trial}
        onTrial={onTrial}
        running={running}
        onJump={(name) => void jump.go(name, 'search')}
      />
      <div className="ui-actions">
        <Button size="small" onClick={() => void fill('page')}>
          {t('preview.fillPage')}
        </Button>
        <Button size="small" onClick={() => void fill('all')}>
          {t('preview.fillAll')}
        </Button>
        <Button size="small" onClick={() => onOpen({ answers: {}, context: trial.context })}>
          {t('preview.restart')}
        </Button>
        <SavePersona editor={editor} answers={trial.answers} context={trial.context} />
      </div>
      <p className="ui-hint">{t('preview.notKept')}</p>
      {trial.of !== undefined && (
        <Notice announce="never">
          <p>{t('preview.answersOf', { of: trial.of })}</p>
        </Notice>
      )}
      <div role="status">
        {jump.said !== undefined && <p>{jump.said}</p>}
        {beside !== undefined && <p>{t('preview.beside')}</p>}
      </div>
      {seen.faults.length > 0 && (
        <Notice tone="warn" title={t('preview.leftOut')}>
          <ul>
            {seen.faults.slice(0, 5).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="trial-columns">
        <RespondentFrame frame={frame} view={view} />
        <AnswersBeside
          instrument={instrument}
          trial={trial}
          running={running}
          way={view.way}
          work={sight === 'seen' ? work : undefined}
        />
      </div>
    </div>
  )
}
