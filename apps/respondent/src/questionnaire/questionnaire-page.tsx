import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SaveStatus } from '../app/screen.ts'
import { useTelling } from '../app/telling.ts'
import type { Bookmark, Questionnaire, Snapshot } from './engine.ts'
import { fetchQuestionnaire } from './fetch-questionnaire.ts'

type Props = {
  readonly instrument: InstrumentEnvelope
  readonly bookmark: Bookmark | undefined
  readonly status: SaveStatus
  readonly completing: 'no' | 'yes'
  readonly onReady: (questionnaire: Questionnaire) => void
  readonly onPageLeft: (snapshot: Snapshot) => void
  readonly onConsentRefused: (closingHtml: string) => void
  readonly onComplete: (snapshot: Snapshot) => void
  readonly onPause: () => void
}

/** The place of the questionnaire in the page; the questions themselves come from the lazily loaded part. */
export const QuestionnairePage = (props: Props) => {
  const telling = useTelling()
  const { say } = telling
  const host = useRef<HTMLDivElement>(null)
  const questionnaire = useRef<Questionnaire | undefined>(undefined)
  const latest = useRef({ ...props, telling })
  latest.current = { ...props, telling }
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let left = false
    const place = host.current as HTMLDivElement
    const start = async () => {
      const { mountQuestionnaire } = await fetchQuestionnaire()
      const { instrument, bookmark, telling: now } = latest.current
      const mounted = await mountQuestionnaire({
        host: place,
        instrument,
        ...now,
        ...(bookmark === undefined ? {} : { bookmark }),
        onPageLeft: (snapshot) => latest.current.onPageLeft(snapshot),
        onConsentRefused: (closingHtml) => latest.current.onConsentRefused(closingHtml),
        onComplete: (snapshot) => latest.current.onComplete(snapshot),
        onPause: () => latest.current.onPause(),
      })
      if (left) {
        mounted.unmount()
        return
      }
      questionnaire.current = mounted
      latest.current.onReady(mounted)
    }
    start().catch(() => setFailed(true))
    return () => {
      left = true
      questionnaire.current?.unmount()
    }
  }, [])
  useEffect(() => questionnaire.current?.speak(telling.language, telling.say), [telling])

  if (failed)
    return (
      <p class="advice error" role="alert">
        {say('information.failed')}
      </p>
    )
  return (
    <div class="questionnaire">
      <p class={`status ${props.status.state}`} role="status">
        {statusWord(props.status) && say(statusWord(props.status) as 'saving.saved')}
      </p>
      {props.completing === 'yes' && (
        <p class="box" role="alert">
          {say(props.status.state === 'waiting' ? 'saving.completingOffline' : 'saving.completing')}
        </p>
      )}
      <div ref={host} inert={props.completing === 'yes'} />
    </div>
  )
}

const statusWord = ({ state, busy }: SaveStatus) => {
  switch (state) {
    case 'saving':
    case 'saved':
    case 'invalid':
      return `saving.${state}` as const
    case 'waiting':
      return busy === 'yes' ? 'saving.busy' : 'saving.waiting'
    default:
      return undefined
  }
}
