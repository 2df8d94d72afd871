import './trial.css'
import { Progress, Tabs } from '@echolot/ui'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../editor/room.ts'
import { AssertionsPart } from './assertions/assertions-part.tsx'
import { PaperPart } from './paper/paper-part.tsx'
import { PersonasPart } from './personas/personas-part.tsx'
import { SimulationPart } from './simulation/simulation-part.tsx'
import { keepTrial, keptTrial, type OpenInPreview, PARTS, type Part } from './trial.ts'

const PreviewPart = lazy(async () => ({
  default: (await import('./preview/preview-part.tsx')).PreviewPart,
}))

/** Answers from other rooms that were put in already: leaving and coming back does not put them in again. */
const TAKEN = new WeakSet<object>()

/** The draft tried out: as respondents meet it, by made-up persons, against assertions, by hundreds, on paper. */
export const TrialRoom = ({
  editor,
  outline,
  published,
  trial: given,
}: Pick<RoomProps, 'editor' | 'outline' | 'published' | 'trial'>) => {
  const { t } = useTranslation('trial')
  const { instrument } = editor
  const [trial, setTrial] = useState(() => keptTrial(instrument.instrument))
  useEffect(() => keepTrial(instrument.instrument, trial), [instrument.instrument, trial])
  const open = useCallback<OpenInPreview>(
    ({ answers, context = {}, of, at }) =>
      setTrial(({ opened }) => ({
        part: 'preview',
        answers,
        context,
        opened: opened + 1,
        ...(of !== undefined && { of }),
        ...(at !== undefined && { at }),
      })),
    [],
  )
  useEffect(() => {
    if (given === undefined || TAKEN.has(given)) return
    TAKEN.add(given)
    open({ ...given, of: t('preview.fromElsewhere') })
  }, [given, open, t])
  const content = (part: Part) => {
    switch (part) {
      case 'preview':
        return (
          <Suspense fallback={<Progress label={t('preview.loading')} />}>
            <PreviewPart
              editor={editor}
              outline={outline}
              trial={trial}
              onTrial={setTrial}
              onOpen={open}
            />
          </Suspense>
        )
      case 'personas':
        return <PersonasPart editor={editor} published={published} onOpen={open} />
      case 'assertions':
        return <AssertionsPart editor={editor} onOpen={open} />
      case 'simulation':
        return <SimulationPart instrument={instrument} onOpen={open} />
      case 'paper':
        return <PaperPart instrument={instrument} saved={editor.dirty} />
    }
  }
  return (
    <div className="trial">
      <Tabs
        label={t('parts')}
        selected={trial.part}
        onSelect={(part) => setTrial((before) => ({ ...before, part: part as Part }))}
        tabs={PARTS.map((id) => ({
          id,
          label: t(`part.${id}`),
          content: content(id),
          ...(id === 'preview' && { keep: 'once-opened' }),
        }))}
      />
    </div>
  )
}
