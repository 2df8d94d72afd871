import { useId, useRef, useState } from 'preact/hooks'
import { useTelling } from '../app/telling.ts'

/** Four digits, typed twice nowhere: they are shown, so that they can be read and remembered. */
export const PinField = ({
  submitWord,
  fault,
  onPin,
}: {
  readonly submitWord: string
  readonly fault: string | undefined
  readonly onPin: (pin: string) => void
}) => {
  const { say } = useTelling()
  const [pin, setPin] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const advice = asked && !/^\d{4}$/.test(pin) ? say('pause.pinFault') : fault
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (/^\d{4}$/.test(pin)) onPin(pin)
        else field.current?.focus()
      }}
    >
      <label for={id}>{say('pause.pin')}</label>
      <input
        ref={field}
        id={id}
        class="code pin"
        type="text"
        dir="ltr"
        inputMode="numeric"
        autocomplete="off"
        maxLength={4}
        value={pin}
        aria-describedby={`${id}-advice`}
        aria-invalid={advice !== undefined}
        onInput={({ currentTarget }) => {
          setAsked(false)
          setPin(digitsOf(currentTarget.value))
        }}
      />
      <p id={`${id}-advice`} class={advice ? 'advice error' : 'advice'} role="alert">
        {advice}
      </p>
      <button type="submit" class="main">
        {submitWord}
      </button>
    </form>
  )
}

/** Arabic-Indic and full-width digits too, as phones type them. */
const digitsOf = (typed: string): string =>
  [...typed.normalize('NFKC')]
    .map((symbol) => {
      const point = symbol.codePointAt(0) as number
      const zero = [0x0660, 0x06f0].find((first) => point >= first && point < first + 10)
      return zero === undefined ? symbol : String(point - zero)
    })
    .join('')
    .replace(/\D/g, '')
    .slice(0, 4)
