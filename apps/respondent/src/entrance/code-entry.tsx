import { type AccessCode, readAccessCode } from '@echolot/study'
import { useId, useRef, useState } from 'preact/hooks'
import { useTelling } from '../app/telling.ts'
import { codeAdvice, symbolsTyped, tidiedCode } from './code-advice.ts'

/** One field for the code of the letter: forgiving, and it names the group to look at while somebody types. */
export const CodeEntry = ({
  typedBefore = '',
  submitWord,
  danger = 'no',
  onCode,
}: {
  readonly typedBefore?: string
  readonly submitWord: string
  readonly danger?: 'no' | 'yes'
  readonly onCode: (code: AccessCode) => void
}) => {
  const { say } = useTelling()
  const [typed, setTyped] = useState(() => tidiedCode(typedBefore, readAccessCode(typedBefore)))
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const reading = readAccessCode(typed)
  const good = 'code' in reading
  const symbols = symbolsTyped(typed)
  const advice =
    asked || symbols >= 12 || ('fault' in reading && reading.fault === 'symbol')
      ? codeAdvice(reading, say)
      : undefined

  const submit = (event: Event) => {
    event.preventDefault()
    if (good) {
      onCode(reading.code)
      return
    }
    setAsked(true)
    field.current?.focus()
  }

  return (
    <form class="code-entry" noValidate autocomplete="off" onSubmit={submit}>
      <label for={id}>{say('entrance.label')}</label>
      <p id={`${id}-hint`} class="note">
        {say('entrance.hint')}
      </p>
      <input
        ref={field}
        id={id}
        class="code"
        type="text"
        dir="ltr"
        inputMode="text"
        autocapitalize="characters"
        autocomplete="off"
        autocorrect="off"
        spellcheck={false}
        maxLength={64}
        value={typed}
        aria-describedby={`${id}-hint ${id}-advice`}
        aria-invalid={asked && !good}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          setAsked(false)
        }}
        onBlur={() => setTyped((before) => tidiedCode(before, readAccessCode(before)))}
      />
      <p id={`${id}-advice`} class={advice ? 'advice error' : 'advice'} aria-live="polite">
        {advice ??
          (good ? say('entrance.good') : symbols > 0 ? say('entrance.progress', { symbols }) : '')}
      </p>
      <button type="submit" class={danger === 'yes' ? 'main danger' : 'main'}>
        {submitWord}
      </button>
    </form>
  )
}
