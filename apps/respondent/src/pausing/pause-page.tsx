import { useState } from 'preact/hooks'
import { Heading } from '../app/heading.tsx'
import { useTelling } from '../app/telling.ts'
import { PinField } from './pin-field.tsx'

/** Chooses a PIN and puts the questionnaire aside. */
export const PausePage = ({
  onPin,
  onBack,
}: {
  readonly onPin: (pin: string) => Promise<'done' | 'failed'>
  readonly onBack: () => void
}) => {
  const { say } = useTelling()
  const [step, setStep] = useState<'asking' | 'working' | 'failed'>('asking')
  return (
    <>
      <Heading>{say('pause.title')}</Heading>
      <p class="lead">{say('pause.text')}</p>
      <p>{say('pause.warning')}</p>
      <PinField
        submitWord={say('pause.save')}
        fault={step === 'failed' ? say('pause.failed') : undefined}
        onPin={async (pin) => {
          if (step === 'working') return
          setStep('working')
          if ((await onPin(pin)) === 'failed') setStep('failed')
        }}
      />
      <p role="status" class="advice">
        {step === 'working' && say('pause.sealing')}
      </p>
      <p class="actions">
        <button type="button" class="second" onClick={onBack}>
          {say('frame.back')}
        </button>
      </p>
    </>
  )
}

/** The questionnaire is put aside and nothing is left on the device. */
export const PausedPage = () => {
  const { say } = useTelling()
  return (
    <>
      <Heading>{say('pause.done')}</Heading>
      <p class="lead">{say('pause.doneText')}</p>
      <p class="note good">{say('thanks.close')}</p>
    </>
  )
}
