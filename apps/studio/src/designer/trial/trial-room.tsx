import './trial.css'
import { Progress, Tabs } from '@echolot/ui'
import { Activity, lazy, memo, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../editor/room.ts'
import { useQuiet } from '../editor/use-quiet.ts'
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

type Shown = Pick<RoomProps, 'editor' | 'outline' | 'published' | 'trial'>
type Sight = NonNullable<RoomProps['sight']>

/** The draft tried out. Out of sight it follows the draft from pause to pause, so that the preview is there when it is asked for. */
export const TrialRoom = ({
  editor,
  outline,
  published,
  trial,
  sight = 'seen',
}: Shown & { readonly sight?: Sight }) => {
  const now = useMemo(
    () => ({ editor, outline, published, trial }),
    [editor, outline, published, trial],
  )
  return <Trying {...useQuiet(now, sight)} sight={sight} />
}

/** As respondents meet it, by made-up persons, against assertions, by hundreds, on paper. */
const Trying = memo(
  ({ editor, outline, published, trial: given, sight }: Shown & { readonly sight: Sight }) => {
    const { t } = useTranslation('trial')
    const { instrument } = editor
    const [trial, setTrial] = useState(() => keptTrial(instrument.instrument))
    useEffect(() => keepTrial(instrument.instrument, trial), [instrument.instrument, trial])
    /** Another part may have been asked for while the room was out of sight. */
    useEffect(() => {
      if (sight === 'hidden') return
      const { part } = keptTrial(instrument.instrument)
      setTrial((before) => (before.part === part ? before : { ...before, part }))
    }, [sight, instrument.instrument])
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
                sight={sight}
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
            content:
              id === 'preview' ? (
                content(id)
              ) : (
                <Activity mode={sight === 'hidden' ? 'hidden' : 'visible'}>{content(id)}</Activity>
              ),
            ...(id === 'preview' && { keep: 'asleep' }),
          }))}
        />
      </div>
    )
  },
)
