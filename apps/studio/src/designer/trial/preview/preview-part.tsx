import { Button, Notice, Progress } from '@echolot/ui'
import { type Dispatch, type SetStateAction, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../editor/room.ts'
import { Screen } from '../../preview/screen.tsx'
import { useLocale } from '../../preview/use-locale.ts'
import { SavePersona } from '../personas/save-persona.tsx'
import type { OpenInPreview, Trial } from '../trial.ts'
import { useWork } from '../work/use-work.ts'
import { AnswersBeside } from './answers-beside.tsx'
import { firstView, PreviewTools, type View } from './preview-tools.tsx'
import { useJump } from './use-jump.ts'
import { useRunning } from './use-running.ts'

/** The draft as respondents meet it, in a device's frame, beside what the server would say to these answers. */
export const PreviewPart = ({
  editor,
  outline,
  trial,
  onTrial,
  onOpen,
}: Pick<RoomProps, 'editor' | 'outline'> & {
  readonly trial: Trial
  readonly onTrial: Dispatch<SetStateAction<Trial>>
  readonly onOpen: OpenInPreview
}) => {
  const { t } = useTranslation('trial')
  const { instrument } = editor
  const work = useWork()
  const [view, setView] = useState<View>(() => firstView(instrument))
  const running = useRunning(instrument, { trial, onTrial, way: view.way, language: view.language })
  const { model } = running
  const ready = useLocale(view.language)
  const [seed, setSeed] = useState(1)
  const jump = useJump(instrument, { model, trial, work, onOpen })
  const { go } = jump
  useEffect(() => {
    if (trial.at !== undefined) go(trial.at, 'here')
  }, [trial.at, go])
  const faults = useMemo(() => model.jsonErrors ?? [], [model])
  const fill = async (extent: 'page' | 'all') => {
    if (work === undefined) return
    const page = model.currentPage?.name as string | undefined
    const answers = await work.ask(instrument, 'fill', {
      answers: model.data,
      context: trial.context,
      seed,
      ...(extent === 'page' && { items: running.itemsOn(page) }),
    })
    setSeed((before) => before + 1)
    model.data = answers
    running.follow()
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
        onJump={(name) => go(name, 'search')}
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
      <div role="status">{jump.said !== undefined && <p>{jump.said}</p>}</div>
      {faults.length > 0 && (
        <Notice tone="warn" title={t('preview.leftOut')}>
          <ul>
            {faults.slice(0, 5).map((fault) => (
              <li key={fault.message}>{fault.message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="trial-columns">
        {ready ? (
          <Screen
            model={model}
            language={view.language}
            device={view.device}
            orientation={view.orientation}
            theme={view.theme}
          />
        ) : (
          <Progress label={t('preview.loading')} />
        )}
        <AnswersBeside
          instrument={instrument}
          trial={trial}
          running={running}
          way={view.way}
          work={work}
        />
      </div>
    </div>
  )
}
