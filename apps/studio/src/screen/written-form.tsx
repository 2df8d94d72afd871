import { Button, ProblemNotice, Textarea } from '@echolot/ui'
import { type ReactNode, useState } from 'react'
import { useProblemWords } from './problem-words.ts'

/** A form that cannot be sent without a text; what is missing is said once somebody has tried. */
export const WrittenForm = ({
  words: { label, hint, needed, send },
  most,
  begin = '',
  sending,
  children,
  onSend,
}: {
  readonly words: {
    readonly label: string
    readonly hint?: string
    readonly needed: string
    readonly send: string
  }
  /** Characters that the text may have. */
  readonly most: number
  readonly begin?: string
  readonly sending: { readonly isPending: boolean; readonly error: unknown }
  /** Fields before the text. */
  readonly children: ReactNode
  /** `clear` empties the text for the next one. */
  readonly onSend: (text: string, clear: () => void) => void
}) => {
  const problems = useProblemWords()
  const [text, setText] = useState(begin)
  const [tried, setTried] = useState<'tried'>()
  const isMissing = text.trim() === ''
  return (
    <form
      className="ui-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried('tried')
        if (isMissing || sending.isPending) return
        onSend(text.trim(), () => {
          setText('')
          setTried(undefined)
        })
      }}
    >
      {children}
      <Textarea
        label={label}
        hint={hint}
        required
        maxLength={most}
        value={text}
        error={tried && isMissing ? needed : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemNotice problem={sending.error} words={problems} />
      <div className="ui-actions">
        <Button type="submit" pending={sending.isPending}>
          {send}
        </Button>
      </div>
    </form>
  )
}
