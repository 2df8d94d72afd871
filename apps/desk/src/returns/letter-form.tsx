import { Button, Card, TextField } from '@echolot/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Takes the number of a letter, from a scanner or by hand; has the focus whenever it is shown. */
export const LetterForm = ({
  begin,
  onLetter,
}: {
  /** A number to be corrected, else empty. */
  readonly begin: string
  readonly onLetter: (letter: string) => void
}) => {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(begin)
  const [isMissing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <Card>
      <form
        noValidate
        className="ui-stack"
        onSubmit={(event) => {
          event.preventDefault()
          const letter = typed.trim()
          setMissing(letter === '')
          if (letter !== '') onLetter(letter)
        }}
      >
        <TextField
          ref={input}
          className="desk-letter"
          label={t('returns.letter')}
          hint={t('returns.letterHint')}
          error={isMissing ? t('returns.letterMissing') : undefined}
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button variant="primary" type="submit">
          {t('returns.next')}
        </Button>
      </form>
    </Card>
  )
}
