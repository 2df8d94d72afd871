import type { Instrument } from '@echolot/instrument'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenInPreview, Trial } from '../trial.ts'
import type { TrialWork } from '../work/task.ts'
import type { Running } from './use-running.ts'

/**
 * Goes to a question in the preview. Where the answers so far hide it, answers that lead there are looked for: whoever says
 * that nobody ever sees it is refuted by them.
 */
export const useJump = (
  instrument: Instrument,
  {
    seek,
    trial,
    work,
    onOpen,
  }: {
    readonly seek: Running['seek']
    readonly trial: Trial
    readonly work: TrialWork | undefined
    readonly onOpen: OpenInPreview
  },
): {
  /** `search`: for answers that show it, if these do not. */
  readonly go: (name: string, otherwise: 'here' | 'search') => Promise<void>
  readonly said: string | undefined
} => {
  const { t } = useTranslation('trial')
  const [said, setSaid] = useState<string>()
  const { context, answers } = trial
  const go = useCallback(
    async (name: string, otherwise: 'here' | 'search') => {
      if (await seek(name)) return setSaid(undefined)
      if (otherwise === 'here' || work === undefined) return
      setSaid(t('jump.searching', { name }))
      const nobodySees = { name, expect: { hidden: name } }
      work
        .ask({ ...instrument, assertions: [nobodySees] }, 'assertions', {})
        .then(async ([verdict]) => {
          const witness = verdict?.witness
          if (witness === undefined) return setSaid(t('jump.none', { name }))
          const open = {
            context: { ...context, ...witness.context },
            of: t('jump.of', { name }),
            at: name,
          }
          /** The answers so far stay where they do not stand in the way. */
          const both = { ...answers, ...witness.answers }
          const { onlyThere } = await work.ask(instrument, 'judge', {
            answers: both,
            shown: [],
            context: open.context,
            completed: false,
          })
          setSaid(undefined)
          onOpen({ ...open, answers: onlyThere.includes(name) ? both : witness.answers })
        })
        .catch(() => setSaid(t('failed')))
    },
    [seek, work, instrument, context, answers, onOpen, t],
  )
  return { go, said }
}
