import { useState } from 'preact/hooks'
import { Heading } from '../app/heading.tsx'
import { useTelling } from '../app/telling.ts'
import { PinField } from './pin-field.tsx'

/** Asks for the PIN of a pause; nothing is shown before it is right. */
export const ResumePage = ({
  onPin,
  onAnew,
}: {
  readonly onPin: (pin: string) => Promise<'wrong' | 'gone' | 'unreachable' | undefined>
  readonly onAnew: () => void
}) => {
  const { say } = useTelling()
  const [step, setStep] = useState<'asking' | 'working' | 'wrong' | 'gone' | 'unreachable'>(
    'asking',
  )
  const fault = {
    asking: undefined,
    working: undefined,
    wrong: say('pause.wrong'),
    gone: say('pause.gone'),
    unreachable: say('trouble.unreachable.text'),
  }[step]
  return (
    <>
      <Heading>{say('pause.resumeTitle')}</Heading>
      <p class="lead">{say('pause.resumeText')}</p>
      {step === 'gone' ? (
        <p class="advice error" role="alert">
          {fault}
        </p>
      ) : (
        <PinField
          submitWord={say('pause.resume')}
          fault={fault}
          onPin={async (pin) => {
            if (step === 'working') return
            setStep('working')
            const problem = await onPin(pin)
            if (problem !== undefined) setStep(problem)
          }}
        />
      )}
      <p role="status" class="advice">
        {step === 'working' && say('pause.opening')}
      </p>
      <p class="actions">
        <button type="button" class="second" onClick={onAnew}>
          {say('pause.anew')}
        </button>
      </p>
    </>
  )
}
