import type { QuoteDesk } from '@echolot/contract/coding'
import { SPAN_KINDS } from '@echolot/contract/coding'
import { Problem } from '@echolot/problem'
import { Button, ProblemNotice, RadioGroup, Select, Textarea } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { useProblemWords } from '../screen/problem-words.ts'
import { type Question, useProposeQuote } from './requests.ts'

const Telling = z.array(z.object({ start: z.number(), end: z.number(), kind: z.enum(SPAN_KINDS) }))

/** Proposes words for print; what the collection finds telling in them is said here, passage by passage. */
export const QuoteForm = ({
  question,
  desk,
  candidate,
  onDone,
}: {
  readonly question: Question
  readonly desk: QuoteDesk
  readonly candidate: QuoteDesk['candidates'][number]
  readonly onDone: () => void
}) => {
  const { t } = useTranslation('coding')
  const problems = useProblemWords()
  const proposing = useProposeQuote(question)
  const [words, setWords] = useState(candidate.smoothed ?? candidate.words)
  const [theme, setTheme] = useState(candidate.themes[0] ?? '')
  const [role, setRole] = useState<'voice' | 'counter'>('voice')
  const [harmless, setHarmless] = useState('')
  const telling = tellingIn(proposing.error)
  const sent = proposing.variables?.words ?? ''
  return (
    <form
      className="ui-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() === '' || proposing.isPending) return
        proposing.mutate(
          {
            answer: candidate.id,
            theme,
            role,
            words: words.trim(),
            harmless: harmless
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          },
          { onSuccess: onDone },
        )
      }}
    >
      <Textarea
        label={t('quotes.words')}
        hint={t('quotes.wordsHint')}
        required
        rows={3}
        maxLength={300}
        value={words}
        error={
          telling === undefined
            ? undefined
            : t('quotes.telling', {
                list: telling
                  .map(
                    ({ start, end, kind }) => `${sent.slice(start, end)} (${t(`kinds.${kind}`)})`,
                  )
                  .join(', '),
              })
        }
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="ui-columns">
        <Select
          label={t('quotes.theme')}
          value={theme}
          choices={candidate.themes.map((id) => ({
            value: id,
            text: desk.themes.find((one) => one.id === id)?.label ?? id,
          }))}
          onSelect={setTheme}
        />
        <RadioGroup
          label={t('quotes.role')}
          value={role}
          choices={[
            { value: 'voice', text: t('quotes.voice') },
            { value: 'counter', text: t('quotes.counter') },
          ]}
          onChoose={(chosen) => setRole(chosen as 'voice' | 'counter')}
        />
      </div>
      {telling !== undefined && (
        <Textarea
          label={t('quotes.harmless')}
          hint={t('quotes.harmlessHint')}
          rows={2}
          value={harmless}
          onChange={(event) => setHarmless(event.target.value)}
        />
      )}
      {telling === undefined && <ProblemNotice problem={proposing.error} words={problems} />}
      <div className="ui-actions">
        <Button variant="primary" type="submit" pending={proposing.isPending}>
          {t('quotes.send')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

/** What the collection names as telling; undefined for any other answer. */
const tellingIn = (error: unknown) => {
  if (!(error instanceof Problem) || error.type !== 'quote-telling') return undefined
  const read = Telling.safeParse(error.details.spans)
  return read.success ? read.data : undefined
}
