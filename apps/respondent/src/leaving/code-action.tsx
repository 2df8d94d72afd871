import type { CodeSecrets, PublicStudy } from '@echolot/contract/responses'
import { deriveCodeSecrets } from '@echolot/crypto/browser'
import type { AccessCode } from '@echolot/study'
import { useState } from 'preact/hooks'
import { Heading } from '../app/heading.tsx'
import { HotlineNote } from '../app/hotline.tsx'
import { useTelling } from '../app/telling.ts'
import { CodeEntry } from '../entrance/code-entry.tsx'
import type { Reply } from '../wire/call.ts'

/** What one page does with a code once and for all: delete answers, or never take part. */
export type CodeAction = {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly doneTitle: string
  readonly doneText: string
  /** What to say when it is over for every code, since an ISO 8601 day. */
  readonly over?: (since: string) => { readonly title: string; readonly text: string }
  readonly run: (secrets: CodeSecrets) => Promise<Reply<unknown>>
}

type Step = 'asking' | 'working' | 'done' | 'unreachable'

/** Asks for the code unless it is known, acts, and says the same words whatever existed. */
export const CodeActionPage = ({
  action,
  study,
  secrets,
  onBack,
  onDone,
}: {
  readonly action: CodeAction
  readonly study: PublicStudy
  readonly secrets: CodeSecrets | undefined
  readonly onBack: () => void
  readonly onDone: () => void
}) => {
  const { say } = useTelling()
  const [step, setStep] = useState<Step>('asking')
  const [over, setOver] = useState<{ readonly title: string; readonly text: string }>()

  const act = async (known: CodeSecrets) => {
    setStep('working')
    const reply = await action.run(known)
    const { since } = reply.kind === 'problem' ? reply : {}
    if (since !== undefined && action.over) return setOver(action.over(since))
    const reached =
      reply.kind === 'done' ||
      (reply.kind === 'problem' && reply.status < 500 && reply.status !== 429)
    setStep(reached ? 'done' : 'unreachable')
    if (reached) onDone()
  }
  const actWithCode = async (code: AccessCode) => {
    setStep('working')
    await act({ study: study.study, ...(await deriveCodeSecrets(code, study.salt, study.kdf)) })
  }

  if (over || step === 'done')
    return (
      <>
        <Heading key="done">{over?.title ?? action.doneTitle}</Heading>
        <p class="lead" role="status">
          {over?.text ?? action.doneText}
        </p>
        <p class="note">{say('thanks.close')}</p>
        <HotlineNote study={study} />
      </>
    )
  return (
    <>
      <Heading>{action.title}</Heading>
      <p class="lead">{action.text}</p>
      <p role="status" class="advice">
        {step === 'working' && say('deriving.title')}
        {step === 'unreachable' && say('trouble.unreachable.text')}
      </p>
      {secrets === undefined ? (
        <CodeEntry submitWord={action.confirm} danger="yes" onCode={actWithCode} />
      ) : (
        <>
          <p class="note">{say('withdraw.withThisCode')}</p>
          <button type="button" class="main danger" onClick={() => act(secrets)}>
            {action.confirm}
          </button>
        </>
      )}
      <p class="actions">
        <button type="button" class="second" onClick={onBack}>
          {say('frame.back')}
        </button>
      </p>
      <HotlineNote study={study} />
    </>
  )
}
